import { useSyncExternalStore } from 'react'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { useEdits } from '../../queries/use-edits.ts'
import type { WriteState } from '../../queries/write-queue.ts'
import styles from './OperationsPage.module.css'

/** What this tab has not sent yet, and why: it goes on by itself, or from the page of its resource. */
export function Unsent() {
  const { queue } = useEdits()
  const writes = useSyncExternalStore(queue.subscribe, queue.getSnapshot).flatMap(({ key, write, state }) => {
    const why = whyUnsent(state)
    return why === undefined ? [] : [{ key, write, why }]
  })
  if (writes.length === 0) return null
  return (
    <section className={styles.unsent} aria-label="Not sent yet">
      <strong>Not sent yet</strong>
      <ul>
        {writes.map(({ key, write, why }) => (
          <li key={key}>
            <ResourceLink id={write.id} name={write.name} />: <bdi>{write.what}</bdi>. {why}
          </li>
        ))}
      </ul>
    </section>
  )
}

function whyUnsent(state: WriteState): string | undefined {
  switch (state.is) {
    case 'waiting':
      return 'It waits for another change of this browser.'
    case 'busy':
      return 'Azure is at work on it with another change; it is tried again.'
    case 'hubNotReady':
      return state.of === 'router'
        ? `The router of ${state.hub} is ${state.state}; it goes on when that is Provisioned.`
        : `The hub ${state.hub} is ${state.state}; it goes on when that is over.`
    case 'unsent':
      return state.why === 'signIn' ? 'It waits for a sign-in.' : 'Send it from its page.'
    case 'secretGone':
      return 'What was typed was kept in memory only: enter it again on its page.'
    case 'working':
    case 'done':
    case 'conflict':
    case 'refused':
    case 'unknown':
      return undefined
    default:
      return state satisfies never
  }
}
