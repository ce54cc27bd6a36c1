import type { HubError } from '../../model/errors.ts'
import { refusalWords } from '../../model/rights/refusals.ts'
import type { RightWords } from '../../model/rights/words.ts'
import type { Step } from '../../model/site-to-site/answers.ts'
import { refusalRemedy } from '../../model/site-to-site/refusals.ts'

/** Why Azure refused something of the plan and what to do, and where that is answered. */
export interface RefusalText {
  text: string
  step?: Step
  field?: string
  facts?: NonNullable<RightWords['facts']>
}

export function refusalText(error: HubError): RefusalText {
  const words = refusalWords(error)
  if (words) return { text: `${words.what} ${words.remedy}`, ...(words.facts && { facts: words.facts }) }
  const remedy = refusalRemedy(error.code)
  return { text: '' }
}
