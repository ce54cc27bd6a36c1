import type { HubError } from '../errors.ts'
import { signInRemedy } from '../unreadable.ts'
import type { Edit } from './edit.ts'

/** A write that was not carried out, in words: what, why, and what to do. */
export interface WriteProblem {
  heading: string
  why: string[]
  remedy: string
}

/**
 * @param during `reading`: it was not sent, since the resource could not be read before
 * @param demo there is no sign-in
 */
export function writeProblem(
  { what, name, id, action }: Pick<Edit, 'what' | 'name' | 'id' | 'action'>,
  error: HubError,
  during: 'reading' | 'sending',
  demo: boolean,
): WriteProblem {
  const refused = (...why: string[]) => ({ heading: `Azure refused to change ${what}`, why })
  const failed = (...why: string[]) => ({
    heading: `${capital(what)} were not changed`,
    why: during === 'reading' ? [...why, `${name} is read before it is changed, and that failed.`] : why,
  })
  const code = error.code.toLowerCase()
  if (code === 'readonly')
    return {
      ...failed('This browser is set to read only.'),
      remedy: 'Switch read only off, then apply again.',
    }
  if (code === 'scopelocked')
    return {
      ...refused('A lock on it, or on what it is in, forbids changes. Azure names it below.'),
      remedy: 'Whoever set the lock can remove it, under Locks in the Azure portal. Then apply again.',
    }
  if (code.startsWith('requestdisallowedbypolicy'))
    return {
      ...refused('A policy of your organisation forbids it. Azure names it below.'),
      remedy: 'Change what the policy asks for, or ask who looks after it for an exemption.',
    }
  switch (error.kind) {
    case 'forbidden':
      return {
        ...refused(
          during === 'reading'
            ? `Your account may not read ${name}, which comes before every change.`
            : `Your account lacks ${action} at ${id}.`,
        ),
        remedy: 'The role Network Contributor includes it. A new assignment takes up to ten minutes to work.',
      }
    case 'auth':
      return { ...failed('The sign-in has ended.'), remedy: signInRemedy(demo) }
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
    default:
      return error.kind satisfies never
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
