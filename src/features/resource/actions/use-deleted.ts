import { useSyncExternalStore } from 'react'
import { keyOf } from '../../../model/paths.ts'
import { useEdits } from '../../../queries/use-edits.ts'

/** Whether this browser has deleted a resource. */
export function useDeleted(id: string): boolean {
  const { queue } = useEdits()
  return useSyncExternalStore(queue.subscribe, queue.getSnapshot).some(
    ({ write, state }) => write.is === 'removal' && state.is === 'done' && keyOf(write.id) === keyOf(id),
  )
}
