import { count } from '../../model/format.ts'
import type { Wizard } from './wizard.ts'

/** What the running summary says, in a line. */
export function summaryLine({ plan, checks }: Wizard): string {
  const errors = checks.filter(({ is }) => is === 'error').length
  const creates = count(plan.resources.length + plan.groups.length, 'resource')
  return errors === 0 ? creates : `${creates}, ${count(errors, 'thing')} still to fill in or put right`
}
