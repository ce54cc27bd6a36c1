import { useQuery } from '@tanstack/react-query'
import type { QueuedWrite } from '../model/edits/write-state.ts'
import { subscriptionsQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'
import { useEdits, useNeedOf } from './use-edits.ts'
import { useLeaving } from './use-leaving.ts'

/** What the part that tells how a write stands needs, and what can be done about it. */
export function useWriteStatus(queued: QueuedWrite) {
  const { queue } = useEdits()
  const { key, write } = queued
  const need = useNeedOf(write.id)
  const { state, leave } = useLeaving()
  const { data: subscriptions = [] } = useQuery(subscriptionsQuery(useAzure()))
  return {
    write: queued,
    demo: useDemo() !== undefined,
    subscriptions,
    signIn: need && {
      leaving: state.is === 'leaving',
      error: state.is === 'failed' ? state.error : undefined,
      begin: () => leave((session) => session.signIn({ need })),
    },
    onAgain: () => queue.again(key),
    onDrop: () => queue.drop(key),
  }
}
