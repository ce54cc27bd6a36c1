import { useSyncExternalStore } from 'react'
import { isOrIn, topicOf } from '../../../model/edits/write-topic.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { Statuses } from './Statuses.tsx'
import styles from './WritesBar.module.css'

interface WritesBarProps {
  id: string
  resource?: Resource | undefined
}

/** What this tab has under way, or did, with a resource or for its sake; the tags tell their own. */
export function WritesBar({ id, resource }: WritesBarProps) {
  const { queue } = useEdits()
  const all = useSyncExternalStore(queue.subscribe, queue.getSnapshot)
  const writes = all.filter(
    ({ write }) => write.topic !== 'tags' && (isOrIn(write.id, id) || write.topic === topicOf('delete', id)),
  )
  if (writes.length === 0) return null
  return (
    <section className={styles.bar} aria-label="Changes">
      <div role="status">
        <Statuses writes={writes} resource={resource} />
      </div>
    </section>
  )
}
