import { useMemo, useSyncExternalStore } from 'react'
import type { Run, TypicalTime } from '../model/operations/durations.ts'
import type { Operation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import { useEdits } from './use-edits.ts'

/** Every operation and run of this browser and account and what others have under way, the newest first. */
export function useOperations(): readonly Operation[] {
  const { ledger, runs } = useEdits()
  const listed = useSyncExternalStore(ledger.subscribe, ledger.getSnapshot)
  const deployed = useSyncExternalStore(runs.subscribe, runs.getSnapshot)
  return useMemo(
    () =>
      deployed.length === 0
        ? listed
        : [...listed, ...deployed].sort((one, other) => other.startedAt - one.startedAt),
    [listed, deployed],
  )
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
