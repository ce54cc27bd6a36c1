import type { HubError } from '../errors.ts'
import type { Subscription } from '../inventory.ts'
import { refusalWords } from '../rights/refusals.ts'
import type { RightWords } from '../rights/words.ts'
import { authWords, faultWords } from '../unreadable.ts'
import type { Write } from './write.ts'

/** A write that was not carried out, in words: what, why, and what to do. */
export interface WriteProblem {
  heading: string
  why: string[]
  remedy: string
  /** What somebody who can help needs to know. */
  facts?: RightWords['facts']
}

interface Circumstances {
  /** `reading`: it was not sent, since the resource could not be read before. */
  during: 'reading' | 'sending'
  /** There is no sign-in. */
  demo: boolean
  /** For their names. */
  subscriptions?: readonly Subscription[]
}

/** What Azure names (a right, a lock, a policy) goes before what its kind of error says in general. */
export function writeProblem(
  write: Pick<Write, 'is' | 'what' | 'name'>,
  error: HubError,
  { during, demo, subscriptions }: Circumstances,
): WriteProblem {
  const { name } = write
  const refused = (...why: string[]) => ({ heading: refusedHeading(write), why })
  const failed = (...why: string[]) => ({
    heading: notDoneHeading(write),
    why: during === 'reading' ? [...why, `${name} is read before it is changed, and that failed.`] : why,
  })
  const words = refusalWords(error, subscriptions)
  if (words) {
    const { what: inTheWay, remedy, facts } = words
    const byAzure = error.because !== undefined && during === 'sending'
    return { ...(byAzure ? refused(inTheWay) : failed(inTheWay)), remedy, ...(facts && { facts }) }
  }
  switch (error.kind) {
    case 'forbidden':
      return {
        ...(during === 'reading' ? failed : refused)(
          'Your account may not do this. Azure does not name the right, or the policy, that stands in the way.',
        ),
        remedy: 'Show what Azure says below to an owner of the resource.',
      }
    case 'auth': {
      const [why, remedy] = authWords(error, demo)
      return { ...failed(why), remedy }
    }
    case 'notFound':
      return {
        ...failed(`Azure no longer has ${name}: it may have been deleted or moved.`),
        remedy: 'Close this and refresh the page.',
      }
    case 'busy':
      return {
        ...failed(`Azure is at work on ${name}, or on what it hangs on, with another change.`),
        remedy: 'Apply again when that is done.',
      }
    case 'throttled':
      return {
        ...failed('Azure asks for fewer requests, and went on asking after several tries.'),
        remedy: 'Wait a minute, then apply again.',
      }
    case 'network':
      return {
        ...failed('Nothing answered. The network may be gone, or something in between blocks it.'),
        remedy: 'Check the network, then apply again.',
      }
    case 'conflict':
      return {
        ...refused('It does not fit the state the resource is in.'),
        remedy: 'See what Azure says below.',
      }
    case 'invalid':
      return {
        ...refused('It does not take this.'),
        remedy: 'Change what Azure names below, then apply again.',
      }
    case 'server':
      return {
        ...failed('The fault is on the side of Azure.'),
        remedy: 'It often passes within minutes: apply again.',
      }
    case 'fault': {
      const [why, remedy] = faultWords(', then apply again: what is typed is kept')
      return { ...failed(why), remedy }
    }
    default:
      return error.kind satisfies never
  }
}

/** `Azure refused to change the tags of gw`, `Azure refused: reset gw`. */
function refusedHeading({ is, what }: Pick<Write, 'is' | 'what'>): string {
  return is === 'edit' ? `Azure refused to change ${what}` : `Azure refused: ${what}`
}

function notDoneHeading({ is, what }: Pick<Write, 'is' | 'what'>): string {
  return is === 'edit' ? `Not changed: ${what}` : `Not carried out: ${what}`
}
