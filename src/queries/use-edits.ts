import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Azure } from '../azure/azure.ts'
import type { Session } from '../azure/session.ts'
import { timerSleep } from '../azure/transport.ts'
import type { Write } from '../model/edits/write.ts'
import type { SessionState, SignInNeed } from '../model/account.ts'
import { innerErrors } from '../model/errors.ts'
import type { Reach } from '../model/inventory.ts'
import type { ListedOperation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import { createDrafts, type Drafts, type FormDraft, type TagsDraft } from './drafts.ts'
import { forgetResource, keepResource } from './inventory-cache.ts'
import { keptInTab } from './kept-in-tab.ts'
import { heardInBrowser, keptList } from './kept-list.ts'
import { keys } from './keys.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { ownedName } from './owned.ts'
import { createOwnTimes, type OwnTimes, RECORDED_TIMES } from './own-times.ts'
import { rightsRefused } from './rights-query.ts'
import { readTops } from './read-after-end.ts'
import { createRuns, type Runs } from './runs.ts'
import { reachQuery } from './subscriptions-query.ts'
import { browserLocks } from './tab-locks.ts'
import { makesUntrue } from './stale-answers.ts'
import { useAzure } from './use-azure.ts'
import { useOwner } from './use-owner.ts'
import { useSession, useSessionState } from './use-session.ts'
import { createWriteQueue, type QueuedWrite, type WriteQueue } from './write-queue.ts'

export interface Edits {
  drafts: Drafts
  queue: WriteQueue
  ledger: Ledger
  runs: Runs
  times: OwnTimes
}

const OPERATIONS = 'operations.1'

/** One for each cache: both are an account's. */
const made = new WeakMap<QueryClient, Edits>()

/** What is typed and what is sent, for the account that is signed in; it goes on when a page is left. */
export function useEdits(): Edits {
  const client = useQueryClient()
  const azure = useAzure()
  const session = useSession()
  const owner = useOwner()
  const known = made.get(client)
  if (known) return known
  const edits = createEdits(client, azure, session, owner)
  made.set(client, edits)
  return edits
}

/** The demo's estate is another one: what was done to the one before is nobody's any more. */
export function forgetOperations(client: QueryClient): void {
  const ledger = made.get(client)?.ledger
  if (ledger) return ledger.forgetAll()
  const kept = keptList(() => localStorage, OPERATIONS, undefined, heardInBrowser)
  for (const key of kept.read().keys()) kept.write(key, undefined)
}

/** The newest write of a resource, of one form, that was asked for in this tab. */
export function useWriteOf(id: string, topic: string): QueuedWrite | undefined {
  const { queue } = useEdits()
  const key = keyOf(id)
  return useSyncExternalStore(queue.subscribe, () =>
    queue.getSnapshot().findLast(({ write }) => write.topic === topic && keyOf(write.id) === key),
  )
}

export function useTagsDraft(id: string): TagsDraft | undefined {
  const { drafts } = useEdits()
  return useSyncExternalStore(drafts.subscribe, () => drafts.tags(id))
}

/** What is typed in a form of a resource; see `FormDraft`. */
export function useFormDraft(topic: string, id: string): FormDraft | undefined {
  const { drafts } = useEdits()
  return useSyncExternalStore(drafts.subscribe, () => drafts.form(topic, id))
}

function createEdits(
  client: QueryClient,
  azure: Azure,
  session: Session | undefined,
  owner: string | undefined,
): Edits {
  const drafts = createDrafts(keptInTab(() => sessionStorage, 'drafts.1', owner))
  // Nobody is signed in to the demo.
  const times =
    owner === undefined ? RECORDED_TIMES : createOwnTimes(keptInTab(() => localStorage, 'durations.1', owner))
  const clock = () => Date.now()
  const isSignInNeeded = ({ id }: { id: string }) =>
    needsSignIn(session, client.getQueryData<Reach>(keys.subscriptions), id)

  function keep(resource: Resource): void {
    client.setQueryData(keys.resource(resource.id), resource)
    keepResource(client, resource)
  }
  /** The answer to a change may still say Updating; and what it holds shows it too: a gateway its rules, the ends their connection. */
  function readAgain(ids: readonly string[]): void {
    for (const id of ids) {
      void client.invalidateQueries({ queryKey: keys.resource(id) })
      // A list that it may have come into, or gone from.
      void client.invalidateQueries({ queryKey: keys.collection(collectionOf(id)) })
    }
  }
  function forgetAnswers(write: Pick<Write, 'id' | 'topic'>): void {
    const isUntrue = makesUntrue(write)
    void client.resetQueries({ predicate: ({ queryKey }) => isUntrue(queryKey) })
  }
  /** What tells why a tunnel is not up is older than this. */
  function askAgain(write: Write): void {
    const { id, holds } = write
    forgetAnswers(write)
    readAgain([id, ...holds])
    void client.invalidateQueries({ queryKey: keys.ikes })
    for (const held of [id, ...holds]) {
      void client.invalidateQueries({ queryKey: keys.activities(held) })
      void client.invalidateQueries({ queryKey: keys.question(held, 'bgpPeers') })
    }
  }
  /** A form of what it lives in may have made it. */
  function forgetDraft(write: Write): void {
    for (const made of [write.id, ...write.holds]) drafts.done(made, write)
  }
  function isGone({ id }: { id: string }): void {
    forgetResource(client, { key: keyOf(id), subscriptionId: id.split('/')[2] ?? '' })
  }

  const ledger = createLedger({
    writes: azure.writes,
    kept: keptList(() => localStorage, OPERATIONS, owner, heardInBrowser),
    locks: browserLocks(navigator.locks),
    name: ownedName('operations', owner),
    // The two look at each other, and neither before it is asked.
    runs: { holder: (holds) => runs.holder(holds), subscribe: (listener) => runs.subscribe(listener) },
    needsSignIn: (id) => isSignInNeeded({ id }),
    onEnd(operation, end) {
      const { id } = operation
      const holds = operation.by === 'browser' ? operation.write.holds : []
      if (operation.by === 'browser') forgetAnswers(operation.write)
      const read = 'resource' in end ? end.resource : undefined
      if (read) keep(read)
      else if (end.is === 'done' && isRemoval(operation)) isGone(operation)
      else readAgain([id])
      readAgain(holds.filter((held) => held !== keyOf(id)))
    },
    onTimed: times.add,
    clock,
    sleep: timerSleep,
  })
  const runs = createRuns({
    deployments: azure.deployments,
    kept: keptList(() => localStorage, 'runs.1', owner, heardInBrowser),
    locks: browserLocks(navigator.locks),
    name: ownedName('runs', owner),
    ledger: { name: ownedName('operations', owner), holder: ledger.holder, subscribe: ledger.subscribe },
    needsSignIn: (id) => isSignInNeeded({ id }),
    onReady: (ids) => void readTops(azure, client, ids),
    onEnd(run) {
      void readTops(azure, client, [...run.resources.map(({ id }) => id), ...run.uses])
      if (run.state.is === 'failed')
        for (const error of innerErrors(run.state.error)) rightsRefused(client, error)
      for (const { targetId, state, took } of run.operations)
        if (
          state === 'succeeded' &&
          took !== undefined &&
          run.created?.some((id) => keyOf(id) === keyOf(targetId))
        )
          times.add({ method: 'PUT', id: targetId, creates: true }, took)
    },
    clock,
    sleep: timerSleep,
    newId: () => crypto.randomUUID(),
  })
  function wake(): void {
    ledger.wake()
    runs.wake()
  }
  // As long as the page lives, as the account's memory does.
  session?.subscribe(wake)
  window.addEventListener('online', wake)

  const queue = createWriteQueue({
    writes: azure.writes,
    ledger,
    needsSignIn: isSignInNeeded,
    onRead(resource, write, done) {
      keep(resource)
      if (!done) return
      forgetDraft(write)
      askAgain(write)
    },
    onDone(write) {
      forgetDraft(write)
      if (write.is === 'removal') isGone(write)
      else askAgain(write)
    },
    onRemoved(write) {
      forgetDraft(write)
      isGone(write)
      readAgain(write.holds.filter((held) => held !== keyOf(write.id)))
      void client.invalidateQueries({ queryKey: keys.collection(collectionOf(write.id)) })
    },
    onRefused: (error) => rightsRefused(client, error),
    kept: keptInTab(() => sessionStorage, 'writes.2', owner),
    clock,
    sleep: timerSleep,
    newId: () => crypto.randomUUID(),
  })
  return { drafts, queue, ledger, runs, times }
}

/** The list that a resource is in. */
function collectionOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

/** What others had under way, and is not there any more, was being deleted. */
function isRemoval(operation: ListedOperation): boolean {
  return operation.by === 'azure' || operation.write.is === 'removal'
}

/** What stops the writes of a resource until somebody signs in; `undefined` when nothing does. */
export function useNeedOf(id: string): SignInNeed | undefined {
  const { data: reach } = useQuery(reachQuery(useAzure()))
  const state = useSessionState()
  return state?.is === 'signedIn' ? needOf(state, reach, id) : undefined
}

function needsSignIn(session: Session | undefined, reach: Reach | undefined, id: string): boolean {
  if (!session) return false
  const state = session.getSnapshot()
  return state.is !== 'signedIn' || needOf(state, reach, id) !== undefined
}

/** While the directory a subscription belongs to wants a sign-in, nothing of it is sent. */
function needOf(
  { account, needs }: Extract<SessionState, { is: 'signedIn' }>,
  reach: Reach | undefined,
  id: string,
): SignInNeed | undefined {
  const [, , subscriptionId = ''] = keyOf(id).split('/')
  const own = account.tenantId
  const home =
    reach?.subscriptions.find((one) => keyOf(one.subscriptionId) === subscriptionId)?.tenantId ?? own
  // One that is delegated from a directory that the account is not in goes with the token of its own.
  const isIn = (tenants: Reach['tenants']) =>
    tenants.length === 0 || tenants.some(({ tenantId }) => keyOf(tenantId) === keyOf(home))
  const tenant = isIn(reach?.tenants ?? []) ? home : own
  return needs.find(({ tenantId = own }) => tenantId.toLowerCase() === tenant.toLowerCase())
}
