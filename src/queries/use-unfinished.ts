import { somethingTyped } from './before-leaving.ts'
import { useEdits } from './use-edits.ts'
import type { WriteState } from './write-queue.ts'

/** `typed`: in a form in view or closed. `writes`: not sent, or its end is not known yet. */
interface Unfinished {
  typed: boolean
  writes: boolean
}

/** What signing out would lose, as it is when it is asked for. */
export function useUnfinished(): () => Unfinished {
  const { drafts, queue } = useEdits()
  return () => ({
    typed: somethingTyped() || drafts.someTyped(),
    writes: queue.getSnapshot().some(({ state }) => !hasEnded(state)),
  })
}

/** What was refused or met a conflict is in its draft. */
function hasEnded({ is }: WriteState): boolean {
  return is === 'done' || is === 'conflict' || is === 'refused'
}
