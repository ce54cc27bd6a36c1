import type { Deployments } from '../azure/deployments.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Deployment, DeploymentOperation } from '../model/deployments/deployment.ts'
import type { PlanRun } from '../model/deployments/run.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import type { OperationState } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import { canceled, gone, neverBegun } from './run-ends.ts'
import type { RunRecord } from './run-record.ts'

export interface FollowOptions {
  deployments: () => Promise<Deployments>
  /** A sign-in is needed before this can be looked at. */
  needsSignIn: (id: string) => boolean
  /** Resources of a run that this tab follows are ready, or have ended otherwise: the estate does not have them yet. */
  onReady: (ids: readonly string[]) => void
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

interface RunFollower {
  /** Looks until it has an end. @param lost what came in place of the answer to the sending */
  toTheEnd(key: string, lost?: HubError): Promise<void>
  /** Looks at once, at one or at all. */
  wake(key?: string): void
}

/** Between two tries when nothing can be looked at. */
const AGAIN_MS = 60_000

/** Looks in a row that Azure refuses, until it is not known how it ended. */
const MOST_FORBIDDEN = 5

/** A deployment that was just put may be unknown for a moment. */
const LAG = 60_000

/** Looks at deployments of runs until they end. @param settle takes an end */
export function createRunFollower(
  { now, update }: Pick<RunRecord, 'now' | 'update'>,
  settle: (key: string, state: OperationState) => void,
  { deployments, needsSignIn, onReady, clock, sleep }: FollowOptions,
): RunFollower {
  /** By key of what is held up, or waits to be looked at again. */
  const naps = new Map<string, AbortController>()

  async function toTheEnd(key: string, lost?: HubError): Promise<void> {
    let refusals = 0
    const since = clock()
    for (let run = now(key); run?.state.is === 'running'; run = now(key)) {
      const looked = await look(run)
      if (!looked.ok) {
        const { error } = looked
        const isUnsure = run.state.step === 'sending' && error.kind === 'notFound'
        if (isUnsure && clock() - since >= LAG) {
          const why = lost && lost.kind !== 'network' ? lost : neverBegun(run.id)
          return settle(key, { is: 'failed', error: why, during: 'sending', at: clock() })
        }
        if (error.kind === 'notFound' && !isUnsure)
          return settle(key, { is: 'unknown', error: gone(run.id), at: clock() })
        refusals = error.kind === 'forbidden' ? refusals + 1 : 0
        if (refusals === MOST_FORBIDDEN) return settle(key, { is: 'unknown', error, at: clock() })
        if (isUnsure) await waited(key)
        else {
          update(key, { state: { ...run.state, heldUp: error } })
          await nap(run, error)
        }
        continue
      }
      refusals = 0
      const end = take(run, looked.value.deployment, looked.value.operations)
      if (end) return settle(key, end)
      await waited(key)
    }
  }

  async function look(
    run: PlanRun,
  ): Promise<Result<{ deployment: Deployment; operations: DeploymentOperation[] | undefined }, HubError>> {
    try {
      const client = await deployments()
      const deployment = await client.read(run.id)
      if (!deployment.ok) return deployment
      // Read after it, so that an end has all of them; what cannot be read does not hold up the end.
      const operations = await client.operations(run.id)
      if (!operations.ok && operations.error.kind === 'auth') return operations
      return ok({ deployment: deployment.value, operations: operations.ok ? operations.value : undefined })
    } catch (thrown) {
      return err(errorIn(thrown))
    }
  }

  /** Keeps what was read, tells what is new, and says how it ended if it has. */
  function take(
    { key, operations: before, id }: PlanRun,
    { state, correlationId, error }: Deployment,
    read: DeploymentOperation[] | undefined,
  ): OperationState | undefined {
    const operations = read === undefined ? before : newestOf(read)
    const known = new Set(before.filter((one) => one.state !== 'running').map((one) => keyOf(one.targetId)))
    update(key, {
      state: { is: 'running', step: 'running' },
      operations,
      ...(correlationId !== undefined && { correlationId }),
    })
    const ready = operations.filter((one) => one.state !== 'running' && !known.has(keyOf(one.targetId)))
    if (ready.length > 0) onReady(ready.map(({ targetId }) => targetId))
    const at = clock()
    switch (state) {
      case 'running':
        return undefined
      case 'succeeded':
        return { is: 'succeeded', by: 'answer', at }
      case 'failed':
        return { is: 'failed', error: error ?? gone(id), during: 'sending', at }
      case 'canceled':
        return { is: 'failed', error: canceled(id, correlationId), during: 'sending', at }
      default:
        return state satisfies never
    }
  }

  /** Until the next look, or until somebody asks Azure to cancel it. */
  async function waited(key: string): Promise<void> {
    const stop = new AbortController()
    naps.set(key, stop)
    const client = await deployments()
    await client.wait(stop.signal).catch(() => undefined)
    naps.delete(key)
  }

  async function nap({ key, id }: PlanRun, { kind }: HubError): Promise<void> {
    do {
      const stop = new AbortController()
      naps.set(key, stop)
      await sleep(AGAIN_MS, stop.signal).catch(() => undefined)
      naps.delete(key)
    } while (kind === 'auth' && needsSignIn(id) && now(key)?.state.is === 'running')
  }

  return {
    toTheEnd,
    wake(key) {
      for (const [of, nap] of naps) if (key === undefined || of === key) nap.abort()
    },
  }
}

/** Of each resource the last: a deployment that tries again lists it twice. */
function newestOf(operations: readonly DeploymentOperation[]): DeploymentOperation[] {
  const newest = new Map<string, DeploymentOperation>()
  for (const one of operations) {
    const known = newest.get(keyOf(one.targetId))
    if (!known || (known.at ?? 0) <= (one.at ?? 0)) newest.set(keyOf(one.targetId), one)
  }
  return [...newest.values()]
}
