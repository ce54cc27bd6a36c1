import type { JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { createdIn } from '../model/deployments/changes.ts'
import { runOfTheSame, type PlanRun, type RunOrigin } from '../model/deployments/run.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import { isRunning, type OperationState } from '../model/operations/operation.ts'
import type { Plan } from '../model/plan/plan.ts'
import type { KeptList } from './kept-list.ts'
import { whyNotSent } from './run-ahead.ts'
import { begunAlready, canceledUnsent, pageLeft } from './run-ends.ts'
import { createRunFollower, type FollowOptions } from './run-follow.ts'
import { createRunRecord } from './run-record.ts'
import { createRunTurn } from './run-turn.ts'
import type { TabLocks } from './tab-locks.ts'
import type { Holders } from './turns.ts'

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
 * tabs share the list, and one of them looks at each run. What a run holds no other run and no write of the ledger changes until it ends.
 */
export interface Runs extends Holders {
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

export interface RunsOptions extends FollowOptions {
  kept: KeptList
  locks: TabLocks
  /** Names of locks begin with it: one for each account. */
  name: string
  /** What single writes hold; `name`: of their locks. */
  ledger: { name: string } & Holders
  /** A run that this tab followed has ended. */
  onEnd: (run: PlanRun) => void
  newId: () => string
}

/** Ends that are kept, and for how long. */
const MOST_ENDS = 30
const OLDEST = 30 * 24 * 3_600_000

/** Without locks a tab cannot see that another one still waits for an answer; by then it has it or is gone. */
const ANSWERED_MS = 5 * 60_000

/** Deployment names: up to 64 characters (ARM contract 12.3). */
const LONGEST_NAME = 64

export function createRuns(options: RunsOptions): Runs {
  const { deployments, kept, locks, name, onEnd, clock, newId } = options
  const listeners = new Set<() => void>()
  /** What this tab follows, or waits to. */
  const driven = new Set<string>()
  const own = new Set<string>()
  /** What this tab knows somebody asked Azure to cancel. */
  const canceledHere = new Set<string>()
  /** Of what was not sent yet. */
  const unsent = new Map<string, AbortController>()
  let live = false
  let unhear: (() => void) | undefined
  const record = createRunRecord(options.kept, changed)
  const { now, update, forget } = record
  const turn = createRunTurn(record, options, subscribe)
  const follower = createRunFollower(record, settle, options)

  function changed(): void {
    for (const { key, canceling, state } of record.list()) {
      const isNews = canceling === true && !canceledHere.has(key)
      if (isNews) {
        canceledHere.add(key)
        unsent.get(key)?.abort()
      }
      if (isNews || state.is !== 'running') follower.wake(key)
    }
    for (const listener of listeners) listener()
    if (live) takeOver()
  }

  function settle(key: string, state: OperationState): void {
    own.add(key)
    const run = update(key, { state })
    if (!run) return
    forget(
      record
        .list()
        .filter((one) => !isRunning(one))
        .filter(({ startedAt }, at) => at >= MOST_ENDS || clock() - startedAt > OLDEST)
        .map((one) => one.key),
    )
    onEnd(run)
  }

  /** Lists a run for all tabs. @returns the one that makes the same by then: of two tabs that begin at once, one goes on */
  function entered(run: PlanRun): PlanRun | undefined {
    const { key, origin, resources } = run
    const listed = record.list().flatMap((one) => (one.key === key ? [] : (now(one.key) ?? [])))
    const other = runOfTheSame(listed, { ids: resources.map(({ id }) => id), draft: origin.draft })
    record.put(run)
    return other
  }

  /** Waits for its turn, and carries it out. */
  async function begin(run: PlanRun, order: RunOrder, signal: AbortSignal): Promise<void> {
    const { key, id } = run
    const fail = (error: HubError) => settle(key, { is: 'failed', error, during: 'reading', at: clock() })
    try {
      const other = await locks.hold(`${name}/begin`, () => Promise.resolve(entered(run)))
      if (other) return fail(begunAlready(id, other.name))
      await turn.hold(run, signal, () => carry(run, order, signal))
    } catch (thrown) {
      if (!unsent.has(key)) throw thrown
      fail(signal.aborted ? canceledUnsent(id) : errorIn(thrown))
    } finally {
      unsent.delete(key)
    }
  }

  /** Resource groups, what will be created, and the deployment. */
  async function carry(
    run: PlanRun,
    { plan, templateFor, secrets }: RunOrder,
    signal: AbortSignal,
  ): Promise<void> {
    const { key, id } = run
    let lost: HubError | undefined
    const fail = (error: HubError, during: 'reading' | 'sending') =>
      settle(key, { is: 'failed', error, during, at: clock() })
    // Whoever has no locks may have taken it for one of a left page meanwhile.
    if (now(key)?.state.is !== 'running') return
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
      const why = await whyNotSent(client, plan, changes.ok ? changes.value : undefined, signal)
      if (why) return fail(why, 'reading')
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
    await follower.toTheEnd(key, lost)
  }

  /** Follows what no other tab follows; what another one does is waited for, in case that tab goes. */
  function takeOver(): void {
    for (const run of record.list()) {
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
    await follower.toTheEnd(key)
  }

  function lockOf(key: string): string {
    return `${name}/run/${key}`
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    unhear ??= kept.onChange(record.readAgain)
    if (!live) {
      live = true
      record.readAgain()
    }
    return () => listeners.delete(listener)
  }

  return {
    subscribe,
    holder: turn.holder,
    getSnapshot: record.list,
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
        turn: { is: 'waiting' },
        state: { is: 'running', step: 'reading' },
      }
      const stop = new AbortController()
      unsent.set(key, stop)
      own.add(key)
      driven.add(key)
      record.announce(run)
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
    drop: (key) =>
      forget(record.list().flatMap((one) => (one.key === key && !isRunning(one) ? one.key : []))),
    clearFinished: () => forget(record.list().flatMap((one) => (isRunning(one) ? [] : one.key))),
    wake: () => follower.wake(),
  }
}

/** `s2s-vgw-sdc-prod-20261129091105`: of its own for each run, in UTC. */
function nameAt(name: string, at: number): string {
  const time = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  return `${name.replace(/[^\w.()-]/g, '-').slice(0, LONGEST_NAME - time.length - 1)}-${time}`
}
