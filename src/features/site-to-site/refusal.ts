import type { HubError } from '../../model/errors.ts'
import { type RefusalWords, refusalWords } from '../../model/rights/refusals.ts'
import type { Step } from '../../model/site-to-site/answers.ts'
import { refusalRemedy } from '../../model/site-to-site/refusals.ts'

/** Why Azure refused something of the plan and what to do, and where that is answered. */
export interface RefusalText {
  text: string
  step?: Step
  field?: string
  facts?: RefusalWords['facts']
}
