import type { JsonObject } from '../../lib/json.ts'
import { count, sentenceList } from '../format.ts'
import { secretNamed } from '../secret-names.ts'

/** A name and a value as somebody types them. */
export interface Tag {
  name: string
  value: string
}

/**
 * What Azure takes (Microsoft Learn, "Use tags to organize your Azure resources", Limitations). Each type may be stricter;
 * Azure then says so itself.
 */
const RULES = {
  most: 50,
  longestName: 512,
  longestValue: 256,
  forbidden: ['<', '>', '%', '&', '\\', '?', '/'],
  /**
   * Reserved for Azure in the reference of tag names of a subscription ("Tags - Create Or Update"). Whether a resource
   * refuses them is unverified, so they are only advised against.
   */
  reserved: ['microsoft', 'azure', 'windows'],
} as const

export interface TagProblem {
  /** Index of the row; absent: about all of them. */
  row?: number
  field?: keyof Tag
  text: string
  /** `advice` does not keep it from being sent. */
  is: 'error' | 'advice'
}

const PLAIN =
  'Tags are plain text for everybody who may read the resource, so none is set here that holds a secret.'

/** A row in which nothing stands counts for nothing. */
export function isBlank({ name, value }: Tag): boolean {
  return name.trim() === '' && value.trim() === ''
}

/**
 * What is wrong with tags before they are sent.
 * @param base the tags as they are in Azure: what it has once taken is not judged again
 */
export function tagProblems(tags: readonly Tag[], base: Readonly<JsonObject>): TagProblem[] {
  const problems: TagProblem[] = []
  const seen = new Map<string, number>()
  const error = (row: number, field: keyof Tag, text: string) =>
    problems.push({ row, field, text, is: 'error' })
  tags.forEach((tag, row) => {
    if (isBlank(tag)) return
    const { name, value } = tag
    const known = Object.hasOwn(base, name) ? base[name] : undefined
    if (name.trim() === '') error(row, 'name', 'Give this tag a name.')
    else if (known === undefined) problems.push(...nameProblems(name, row))
    if (value !== known && isSigned(value)) error(row, 'value', `This is a signed address. ${PLAIN}`)
    else if (value.length > RULES.longestValue && value !== known)
      error(row, 'value', `At most ${RULES.longestValue} characters; this has ${value.length}.`)
    const earlier = seen.get(name.toLowerCase())
    if (earlier !== undefined && name.trim() !== '')
      error(
        row,
        'name',
        `Tag ${earlier + 1} has this name: Azure does not tell upper from lower case in names.`,
      )
    else seen.set(name.toLowerCase(), row)
  })
  const used = tags.filter((tag) => !isBlank(tag)).length
  if (used > RULES.most)
    problems.push({
      text: `A resource has at most ${RULES.most} tags. These are ${used}: remove ${count(used - RULES.most, 'tag')}.`,
      is: 'error',
    })
  return problems
}

function nameProblems(name: string, row: number): TagProblem[] {
  const problem = (is: TagProblem['is'], text: string): TagProblem => ({ row, field: 'name', text, is })
  const wrong = RULES.forbidden.filter((character) => name.includes(character))
  if (wrong.length > 0)
    return [problem('error', `Azure takes no ${sentenceList(wrong)} in the name of a tag.`)]
  if (name.length > RULES.longestName)
    return [problem('error', `At most ${RULES.longestName} characters; this has ${name.length}.`)]
  if (secretNamed(name) !== undefined) return [problem('error', `This is the name of a secret. ${PLAIN}`)]
  const reserved = RULES.reserved.find((prefix) => name.toLowerCase().startsWith(prefix))
  if (reserved !== undefined)
    return [
      problem(
        'advice',
        `Names that begin with ${reserved} may be reserved for Azure: it may refuse this one.`,
      ),
    ]
  if (name !== name.trim()) return [problem('advice', 'The name begins or ends with a blank.')]
  return []
}

/** True for what must not be kept, in a draft or anywhere: it is refused, too. */
export function holdsSecret({ name, value }: Tag): boolean {
  return secretNamed(name) !== undefined || isSigned(value)
}

function isSigned(value: string): boolean {
  return /[?&]sig=/i.test(value)
}

/** True for a tag whose value was cut out on arrival, as a secret or a signature: it stays or goes, nobody here knows it. */
export function isCutOut({ name, value }: Tag): boolean {
  const secret = secretNamed(name)
  return (secret !== undefined && value === `<${secret}>`) || /^https?:.*\?…$/i.test(value)
}
