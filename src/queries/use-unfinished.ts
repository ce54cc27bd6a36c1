import { isRunning } from '../model/operations/operation.ts'
import { somethingTyped } from './before-leaving.ts'
import { useEdits } from './use-edits.ts'
import { useWizardStores } from './use-wizard-drafts.ts'
import type { WriteState } from './write-queue.ts'

/**
 * `typed`: in a form in view or closed. `writes`: not sent, or its end is not known yet. `plans`: drafts of wizards, in any tab. `runs`:
 * deployments under way.
 */
export type Unfinished = 'typed' | 'writes' | 'plans' | 'runs'

/** What signing out would lose, as it is when it is asked for. What is typed in other tabs cannot be seen from here. */
export function useUnfinished(): () => Unfinished[] {
  const { drafts, queue, runs } = useEdits()
  const { drafts: plans } = useWizardStores()
  return () => {
    const there: Record<Unfinished, boolean> = {
      typed: somethingTyped() || drafts.someTyped(),
      writes: queue.getSnapshot().some(({ state }) => !hasEnded(state)),
      plans: plans.list().length > 0,
      runs: runs.getSnapshot().some(isRunning),
    }
    return (['typed', 'writes', 'plans', 'runs'] as const).filter((one) => there[one])
  }
}

/** What was refused or met a conflict is in its draft. */
function hasEnded({ is }: WriteState): boolean {
  return is === 'done' || is === 'conflict' || is === 'refused'
}
