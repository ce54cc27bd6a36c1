import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Azure } from '../azure/azure.ts'
import type { Session } from '../azure/session.ts'
import { timerSleep } from '../azure/transport.ts'
import type { SessionState, SignInNeed } from '../model/account.ts'
import type { Write } from '../model/edits/write.ts'
import type { Reach } from '../model/inventory.ts'
import { keyOf } from '../model/paths.ts'
import { createDrafts, type Drafts, type FormDraft, type TagsDraft } from './drafts.ts'
import { forgetResource, keepResource } from './inventory-cache.ts'
import { keptInTab } from './kept-in-tab.ts'
import { keys } from './keys.ts'
import { rightsRefused } from './rights-query.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useOwner } from './use-owner.ts'
import { useSession, useSessionState } from './use-session.ts'
import { createWriteQueue, type QueuedWrite, type WriteQueue } from './write-queue.ts'

export interface Edits {
  drafts: Drafts
  queue: WriteQueue
}

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
  const queue = createWriteQueue({
    writes: azure.writes,
    needsSignIn: (write) => needsSignIn(session, client.getQueryData<Reach>(keys.subscriptions), write),
    onRead(resource, { id, topic, holds }, done) {
      client.setQueryData(keys.resource(id), resource)
      keepResource(client, resource)
      if (!done) return
      drafts.forget(topic, id)
      // The answer to a change may still say Updating; what is shown is read once more.
      void client.invalidateQueries({ queryKey: keys.resource(id) })
      readAgain(client, holds)
    },
    onRemoved({ id, holds }) {
      forgetResource(client, { key: keyOf(id), subscriptionId: id.split('/')[2] ?? '' })
      readAgain(
        client,
        holds.filter((held) => held !== keyOf(id)),
      )
    },
    onRefused: (error) => rightsRefused(client, error),
    kept: keptInTab(() => sessionStorage, 'writes.2', owner),
    clock: () => Date.now(),
    sleep: timerSleep,
    newId: () => crypto.randomUUID(),
  })
  return { drafts, queue }
}

/** What a write holds shows it too: a gateway its rules, the ends their connection. */
function readAgain(client: QueryClient, ids: readonly string[]): void {
  for (const id of ids) void client.invalidateQueries({ queryKey: keys.resource(id) })
}

/** What stops the writes of a resource until somebody signs in; `undefined` when nothing does. */
export function useNeedOf(id: string): SignInNeed | undefined {
  const { data: reach } = useQuery(reachQuery(useAzure()))
  const state = useSessionState()
  return state?.is === 'signedIn' ? needOf(state, reach, id) : undefined
}

function needsSignIn(session: Session | undefined, reach: Reach | undefined, { id }: Write): boolean {
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
  const tenant =
    reach?.subscriptions.find((one) => keyOf(one.subscriptionId) === subscriptionId)?.tenantId ?? own
  return needs.find(({ tenantId = own }) => tenantId.toLowerCase() === tenant.toLowerCase())
}
