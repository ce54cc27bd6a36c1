import { useSyncExternalStore } from 'react'
import type { Run, TypicalTime } from '../model/operations/durations.ts'
import type { Operation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import { useEdits } from './use-edits.ts'

/** Every operation of this browser and account and what others have under way, the newest first. */
export function useOperations(): readonly Operation[] {
  const { ledger } = useEdits()
  return useSyncExternalStore(ledger.subscribe, ledger.getSnapshot)
}

/** What runs on a resource or, for a write, on something that it holds. */
export function useRunningOn(id: string): Operation | undefined {
  const key = keyOf(id)
  return useOperations().find(
    (one) =>
      one.state.is === 'running' &&
      (keyOf(one.id) === key || (one.by === 'browser' && one.write.holds.includes(key))),
  )
}

export function useTypicalTimes(): (run: Run) => TypicalTime | undefined {
  return useEdits().times.typicalOf
}
