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

/** What a wizard knows of a refusal: by Azure's code, or its words where there is no code; and of what, by its ARM id. */
export type KnownRefusal = (
  code: string,
  message: string,
  id: string | undefined,
) => { what: string; why: string; todo: string; at?: { step: string; field?: string } } | undefined

const TAGS =
  'It asks for tags, and the wizard sets none of yours yet. Choose a resource group that the policy does not cover, export the plan and ' +
  'add the tags there, or ask whoever looks after policies for an exemption.'

function isAboutTags({ because }: HubError): boolean {
  const paths = because?.is === 'policy' ? because.policies.flatMap((policy) => policy.paths) : []
  return paths.length > 0 && paths.every((path) => /^tags\b/i.test(path))
}

/** Refusals for one and the same reason, together: each is explained once. @returns in the order of the first of each */
export function byReason<T extends { text: string }>(refusals: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of refusals) groups.set(one.text, [...(groups.get(one.text) ?? []), one])
  return [...groups.values()]
}

/** Rights, locks and policies first: those are as Azure names them. Of a code nobody knows only Azure's words are left. */
export function refusalText(
  error: HubError,
  knownRefusal: KnownRefusal,
  id: string | undefined = error.target,
): RefusalText {
  const words = refusalWords(error)
  if (words && isAboutTags(error))
    return { text: `${words.what} ${TAGS}`, ...(words.facts && { facts: words.facts }) }
  if (words) return { text: `${words.what} ${words.remedy}`, ...(words.facts && { facts: words.facts }) }
  const known = knownRefusal(error.code, error.message, id)
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
