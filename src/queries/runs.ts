import type { Deployments } from '../azure/deployments.ts'
import type { JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { createdIn } from '../model/deployments/changes.ts'
import type { Deployment, DeploymentOperation } from '../model/deployments/deployment.ts'
import type { PlanRun, RunOrigin } from '../model/deployments/run.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import { isRunning, type OperationState } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import type { Plan } from '../model/plan/plan.ts'
import type { KeptList } from './kept-list.ts'
import { jsonOfRun, readRun } from './kept-runs.ts'
import { canceled, canceledUnsent, gone, neverBegun, pageLeft } from './run-ends.ts'
import type { TabLocks } from './tab-locks.ts'

/** A plan to be carried out. */
export interface RunOrder {
  plan: Plan
  /** The template of the deployment of this id and name. */
  templateFor: (deployment: { id: string; name: string }) => JsonObject
  /** By parameter. They are sent with the deployment, and kept nowhere. */
  secrets: Readonly<Record<string, string>>
  origin: RunOrigin
}

/**
 * The plans that this browser and account carry out. Azure does the work: a run outlives reloads, the browser and an expired sign-in. All
 * tabs share the list, and one of them looks at each run.
 */
export interface Runs {
  /** Begins to follow what was left under way. */
  subscribe(listener: () => void): () => void
  /** The newest first; the same array until something changes. */
  getSnapshot(): readonly PlanRun[]
  /** @returns its key */
  start(order: RunOrder): string
  /** Azure begins nothing more of it; what it is at goes on. Before anything was sent, nothing is. */
  cancel(key: string): Promise<Result<undefined, HubError>>
  /** Whether this tab has begun it, or seen its end. */
  isOwn(key: string): boolean
  /** Follows no longer what is held up: how it ends is not known then. */
  stop(key: string): void
  /** Takes an end from the list; what runs stays. */
  drop(key: string): void
  clearFinished(): void
  /** What could not be looked at is looked at now: there is a sign-in again, or a network. */
  wake(): void
}

export interface RunsOptions {
  deployments: () => Promise<Deployments>
  kept: KeptList
  locks: TabLocks
  /** Names of locks begin with it: one for each account. */
  name: string
  /** A sign-in is needed before this can be looked at. */
  needsSignIn: (id: string) => boolean
  /** Resources of a run that this tab follows are ready, or have ended otherwise: the estate does not have them yet. */
  onReady: (ids: readonly string[]) => void
  /** A run that this tab followed has ended. */
  onEnd: (run: PlanRun) => void
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  newId: () => string
}

/** Ends that are kept, and for how long. */
const MOST_ENDS = 30
const OLDEST = 30 * 24 * 3_600_000

/** Between two tries when nothing can be looked at. */
const AGAIN_MS = 60_000

/** Looks in a row that Azure refuses, until it is not known how it ended. */
const MOST_FORBIDDEN = 5

/** A deployment that was just put may be unknown for a moment. */
const LAG = 60_000

/** Without locks a tab cannot see that another one still waits for an answer; by then it has it or is gone. */
const ANSWERED_MS = 5 * 60_000

/** Deployment names: up to 64 characters (ARM contract 12.3). */
const LONGEST_NAME = 64

export function createRuns(options: RunsOptions): Runs {
  const { deployments, kept, locks, name, needsSignIn, onReady, onEnd, clock, sleep, newId } = options
  const listeners = new Set<() => void>()
  /** By key of what is held up, or waits to be looked at again. */
  const naps = new Map<string, AbortController>()
  /** What this tab follows, or waits to. */
  const driven = new Set<string>()
  const own = new Set<string>()
  /** Not kept yet: another tab would take it over before this one holds its lock. */
  const starting = new Map<string, PlanRun>()
  /** What this tab knows somebody asked Azure to cancel. */
  const canceledHere = new Set<string>()
  /** Of what was not sent yet. */
  const unsent = new Map<string, AbortController>()
  let list = read()
  let live = false
  let unhear: (() => void) | undefined

  function read(): readonly PlanRun[] {
    return [
      ...[...kept.read()].flatMap(([key, value]) => readRun(key, value) ?? []),
      ...starting.values(),
    ].sort((one, other) => other.startedAt - one.startedAt)
  }

  function changed(): void {
    list = read()
    for (const { key, canceling, state } of list) {
      const isNews = canceling === true && !canceledHere.has(key)
      if (isNews) canceledHere.add(key)
      if (isNews || state.is !== 'running') naps.get(key)?.abort()
    }
    for (const listener of listeners) listener()
    if (live) takeOver()
  }

  function put(run: PlanRun): void {
    kept.write(run.key, jsonOfRun(run))
    changed()
  }

  /** As it is now: another tab may have asked Azure to cancel it. */
  function now(key: string): PlanRun | undefined {
    return readRun(key, kept.read().get(key))
  }

  function update(key: string, change: Partial<PlanRun>): PlanRun | undefined {
    const run = now(key)
    if (!run || run.state.is !== 'running') return undefined
    const next = { ...run, ...change }
    if (JSON.stringify(jsonOfRun(next)) !== JSON.stringify(jsonOfRun(run))) put(next)
    return next
  }

  function settle(key: string, state: OperationState): void {
    own.add(key)
    const run = update(key, { state })
    if (!run) return
    forget(
      list
        .filter((one) => !isRunning(one))
        .filter(({ startedAt }, at) => at >= MOST_ENDS || clock() - startedAt > OLDEST)
        .map((one) => one.key),
    )
    onEnd(run)
  }

  function forget(keys: readonly string[]): void {
    for (const key of keys) kept.write(key, undefined)
    if (keys.length > 0) changed()
  }

  /** Resource groups, what will be created, and the deployment. */
  async function begin(run: PlanRun, { templateFor, secrets }: RunOrder, signal: AbortSignal): Promise<void> {
    const { key, id } = run
    let lost: HubError | undefined
    starting.delete(key)
    put(run)
    const fail = (error: HubError, during: 'reading' | 'sending') =>
      settle(key, { is: 'failed', error, during, at: clock() })
    try {
      const client = await deployments()
      for (const group of run.groups) {
        const made = await client.makeGroup(group, signal)
        if (!made.ok) return fail(made.error, 'reading')
      }
      const template = templateFor(run)
      // What would be refused is refused by the deployment as well, in its own words.
      const changes = await client.whatIf({ id, template }, signal)
      if (!changes.ok && changes.error.kind === 'auth') return fail(changes.error, 'reading')
      signal.throwIfAborted()
      if (now(key)?.canceling) return fail(canceledUnsent(id), 'reading')
      unsent.delete(key)
      update(key, {
        state: { is: 'running', step: 'sending' },
        ...(changes.ok && { created: createdIn(changes.value) }),
      })
      const started = await client.start({ id, template, secrets })
      if (!started.ok) return fail(started.error, 'sending')
      if (started.value.is === 'begun') update(key, { state: { is: 'running', step: 'running' } })
      else lost = started.value.error
    } catch (thrown) {
      if (signal.aborted) return fail(canceledUnsent(id), 'reading')
      // A fault of the app; what was sent by then may have been taken.
      if (unsent.has(key)) return fail(errorIn(thrown), 'reading')
    } finally {
      unsent.delete(key)
    }
    await toTheEnd(key, lost)
  }

  /** Looks until it has an end. @param lost what came in place of the answer to the sending */
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

  /** Follows what no other tab follows; what another one does is waited for, in case that tab goes. */
  function takeOver(): void {
    for (const run of list) {
      const { key } = run
      if (!isRunning(run) || driven.has(key) || mayBeAnothers(run)) continue
      driven.add(key)
      void locks.hold(lockOf(key), () => follow(key)).finally(() => driven.delete(key))
    }
  }

  function mayBeAnothers({ state, startedAt }: PlanRun): boolean {
    const isBegun = state.is === 'running' && state.step === 'running'
    return !locks.across && !isBegun && clock() - startedAt < ANSWERED_MS
  }

  async function follow(key: string): Promise<void> {
    const run = now(key)
    if (run?.state.is !== 'running' || mayBeAnothers(run)) return
    // The page was left before the deployment was sent, and its secrets with it.
    if (run.state.step === 'reading')
      return settle(key, { is: 'failed', error: pageLeft(run.id), during: 'reading', at: clock() })
    await toTheEnd(key)
  }

  function lockOf(key: string): string {
    return `${name}/run/${key}`
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      unhear ??= kept.onChange(changed)
      if (!live) {
        live = true
        list = read()
        takeOver()
      }
      return () => listeners.delete(listener)
    },
    getSnapshot: () => list,
    start(order) {
      const { plan, origin } = order
      const key = newId()
      const startedAt = clock()
      const called = nameAt(plan.name, startedAt)
      const run: PlanRun = {
        key,
        by: 'deployment',
        id: `/subscriptions/${plan.at.subscriptionId}/resourceGroups/${plan.at.resourceGroup}/providers/Microsoft.Resources/deployments/${called}`,
        name: called,
        startedAt,
        origin,
        groups: plan.groups,
        resources: plan.resources.map(({ id, type, settings, dependsOn }) => ({
          id,
          type,
          settings,
          dependsOn,
        })),
        uses: plan.uses.map(({ id }) => id),
        operations: [],
        state: { is: 'running', step: 'reading' },
      }
      const stop = new AbortController()
      unsent.set(key, stop)
      own.add(key)
      driven.add(key)
      starting.set(key, run)
      changed()
      void locks.hold(lockOf(key), () => begin(run, order, stop.signal)).finally(() => driven.delete(key))
      return key
    },
    async cancel(key) {
      const stop = unsent.get(key)
      if (stop) {
        stop.abort()
        return ok(undefined)
      }
      const run = now(key)
      if (run?.state.is !== 'running') return ok(undefined)
      if (run.state.step === 'reading') {
        // The tab that has begun it looks before it sends.
        update(key, { canceling: true })
        return ok(undefined)
      }
      try {
        const answer = await (await deployments()).cancel(run.id)
        if (answer.ok) update(key, { canceling: true })
        return answer
      } catch (thrown) {
        return err(errorIn(thrown))
      }
    },
    isOwn: (key) => own.has(key),
    stop(key) {
      const run = now(key)
      if (run?.state.is === 'running' && run.state.heldUp)
        update(key, { state: { is: 'unknown', error: run.state.heldUp, at: clock() } })
    },
    drop: (key) => forget(list.filter((one) => one.key === key && !isRunning(one)).map((one) => one.key)),
    clearFinished: () => forget(list.filter((one) => !isRunning(one)).map(({ key }) => key)),
    wake() {
      for (const nap of naps.values()) nap.abort()
    },
  }
}

/** `s2s-vgw-sdc-prod-20261129091105`: of its own for each run, in UTC. */
function nameAt(name: string, at: number): string {
  const time = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  return `${name.replace(/[^\w.()-]/g, '-').slice(0, LONGEST_NAME - time.length - 1)}-${time}`
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
