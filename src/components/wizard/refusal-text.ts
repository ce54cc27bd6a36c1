import { type HubError, isAzuresWord } from '../../model/errors.ts'
import { refusalWords } from '../../model/rights/refusals.ts'
import type { RightWords } from '../../model/rights/words.ts'

/** Why Azure refused something of the plan and what to do, and where that is answered. */
export interface RefusalText {
  text: string
  step?: string
  field?: string
  facts?: NonNullable<RightWords['facts']>
}

/** What a wizard knows of a refusal: by Azure's code, or its words where there is no code. */
export type KnownRefusal = (
  code: string,
  message?: string,
) => { what: string; why: string; todo: string; at?: { step: string; field?: string } } | undefined

/** Rights, locks and policies first: those are as Azure names them. Of a code nobody knows only Azure's words are left. */
export function refusalText(error: HubError, knownRefusal: KnownRefusal): RefusalText {
  const words = refusalWords(error)
  if (words) return { text: `${words.what} ${words.remedy}`, ...(words.facts && { facts: words.facts }) }
  const known = knownRefusal(error.code, error.message)
  if (known) {
    const { what, why, todo, at } = known
    return {
      text: `${what} ${why} ${todo}`,
      ...(at && { step: at.step, ...(at.field !== undefined && { field: at.field }) }),
    }
  }
  return {
    text: isAzuresWord(error)
      ? 'What Azure says of it stands below. Make the plan anew once that is put right; what is ready is left out.'
      : 'Try again; what is ready is left out.',
  }
}
