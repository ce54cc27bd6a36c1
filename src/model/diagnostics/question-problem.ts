import type { HubError } from '../errors.ts'
import type { Subscription } from '../inventory.ts'
import { refusalWords } from '../rights/refusals.ts'
import type { RightWords } from '../rights/words.ts'
import { authWords, faultWords } from '../unreadable.ts'

/** A question Azure did not answer, in words. */
export interface QuestionProblem {
  heading: string
  /** Why, and what to do. */
  sentences: string[]
  facts?: RightWords['facts']
}

/**
 * @param what `the BGP peers`
 * @param name of the resource that was asked
 */
export function questionProblem(
  what: string,
  name: string,
  error: HubError,
  { demo, subscriptions }: { demo: boolean; subscriptions?: readonly Subscription[] },
): QuestionProblem {
  const heading = `${name} was asked for ${what}, and they were not read`
  const words = refusalWords(error, subscriptions)
  if (words)
    return { heading, sentences: [words.what, words.remedy], ...(words.facts && { facts: words.facts }) }
  return { heading, sentences: sentencesOf(name, error, demo) }
}

function sentencesOf(name: string, error: HubError, demo: boolean): string[] {
  switch (error.kind) {
    case 'forbidden':
      return ['Your account may not ask this.', `Show what Azure says below to an owner of ${name}.`]
    case 'auth':
      return authWords(error, demo)
    case 'notFound':
      return [`Azure no longer has ${name}, or does not answer this for it.`, 'Refresh the page.']
    case 'busy':
    case 'conflict':
      return [
        `Azure is at work on ${name} with something else, and answers no questions meanwhile.`,
        'Try again when that is done.',
      ]
    case 'throttled':
      return [
        error.retryAfterSeconds === undefined
          ? 'Azure asks for fewer requests. Try again in a minute.'
          : `Azure asks to wait ${error.retryAfterSeconds} s before trying again.`,
      ]
    case 'network':
      return [
        'The answer did not come. The network may be gone, or something in between blocks it.',
        'Nothing was changed: try again.',
      ]
    case 'invalid':
      return [`Azure does not take this question for ${name}.`, 'See what it says below.']
    case 'server':
      return ['The fault is on the side of Azure.', 'Nothing was changed; it often passes within minutes.']
    case 'fault':
      return faultWords()
    default:
      return error.kind satisfies never
  }
}
