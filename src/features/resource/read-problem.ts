import { type HubError, isAzuresWord } from '../../model/errors.ts'
import { nameOfId, parseArmId, typeOfId } from '../../model/paths.ts'
import { refusalWords } from '../../model/rights/refusals.ts'
import { authWords, faultWords, ownRemedy } from '../../model/unreadable.ts'

/** A failed read in words: what, to which resource, why, what to do. */
export interface ProblemText {
  heading: string
  /** Why, one sentence each. */
  why: string[]
  /** `search`: look for it by its name; `again`: the same request may succeed. */
  remedy: 'search' | 'again'
}

export function readProblem(id: string, error: HubError, demo: boolean): ProblemText {
  const name = nameOfId(id)
  switch (error.kind) {
    case 'notFound':
      return { heading: `${name} was not found`, why: notFoundWhy(id, error), remedy: 'search' }
    case 'forbidden':
      return {
        heading: `This account may not read ${name}`,
        why: [
          `It needs the action ${typeOfId(id) ?? ''}/read at ${id}, or at a scope above it.`,
          'The role Reader includes it. A new assignment takes up to ten minutes to work.',
        ],
        remedy: 'again',
      }
    case 'auth': {
      const words = refusalWords(error)
      if (words)
        return {
          heading: `${name} could not be read`,
          why: [words.what, words.remedy],
          remedy: 'again',
        }
      return {
        heading: `Azure did not accept the sign-in while reading ${name}`,
        why: authWords(error, demo),
        remedy: 'again',
      }
    }
    case 'network':
      return {
        heading: `${name} could not be read: nothing answered`,
        why: ['The network may be gone, or something between here and Azure Resource Manager blocks it.'],
        remedy: 'again',
      }
    case 'fault':
      return {
        heading: `${name} could not be read: a part of this app failed`,
        why: faultWords(),
        remedy: 'again',
      }
    case 'throttled':
    case 'busy':
      return {
        heading: `Azure is too busy to read ${name} now`,
        why: [
          error.retryAfterSeconds === undefined
            ? 'Try again in a minute.'
            : `Azure asks to wait ${error.retryAfterSeconds} s before trying again.`,
        ],
        remedy: 'again',
      }
    case 'invalid':
    case 'conflict':
      return isAzuresWord(error)
        ? { heading: `Azure refused to read ${name}`, why: [], remedy: 'search' }
        : {
            heading: ownHeading(name, error),
            why: [ownRemedy(error) ?? ''].filter(Boolean),
            remedy: 'search',
          }
    case 'server':
      return {
        heading: `Azure could not read ${name}`,
        why: ['The fault is on the side of Azure Resource Manager; it often passes within minutes.'],
        remedy: 'again',
      }
    default:
      return error.kind satisfies never
  }
}

/** It was not Azure that said no. */
function ownHeading(name: string, { code }: HubError): string {
  if (code === 'NotInFile') return `${name} is not in the opened file`
  if (code === 'NotReadInSnapshot') return `${name} was not read when the snapshot was taken`
  return `${name} could not be read`
}

/** ARM has two answers for what is not there: the resource is missing, or all that it would be in. */
function notFoundWhy(id: string, error: HubError): string[] {
  const parts = parseArmId(id)
  const group = parts?.resourceGroup ?? ''
  const missing =
    {
      resourcegroupnotfound: `The resource group ${group} does not exist in its subscription.`,
      subscriptionnotfound: `The subscription ${parts?.subscriptionId ?? ''} is not known to this account.`,
      parentresourcenotfound: 'The resource it would live in does not exist.',
    }[error.code.toLowerCase()] ?? `Azure has no resource of this name in the resource group ${group}.`
  return [
    missing,
    'It may have been deleted, moved or renamed, belong to another tenant, or be hidden from this account for want of a right.',
  ]
}
