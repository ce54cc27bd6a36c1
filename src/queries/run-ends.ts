import type { HubError } from '../model/errors.ts'
import { nameOfId, parentId } from '../model/paths.ts'

/** Why a run has ended, where it is not Azure that says so. */

export function pageLeft(target: string): HubError {
  return {
    kind: 'invalid',
    code: 'PageLeft',
    message: 'The page was left before the deployment was sent.',
    target,
    details: [],
  }
}

export function canceledUnsent(target: string): HubError {
  return {
    kind: 'conflict',
    code: 'CanceledUnsent',
    message: 'It was canceled before the deployment was sent.',
    target,
    details: [],
  }
}

/** Planned as new: the deployment would write it whole, over what it holds. */
export function thereByNow(id: string): HubError {
  const parent = nameOfId(parentId(id) ?? '')
  return {
    kind: 'conflict',
    code: 'ThereByNow',
    message: `${nameOfId(id)}${parent === '' ? '' : ` of ${parent}`} is there by now, and would be written over. Go back: the plan is made anew.`,
    target: id,
    details: [],
  }
}

export function wouldDelete(id: string): HubError {
  return {
    kind: 'conflict',
    code: 'WouldDelete',
    message: `Azure says that ${nameOfId(id)} would be deleted. Go back: the plan is made anew.`,
    target: id,
    details: [],
  }
}

/** Another run works on the same draft, or makes a resource of this plan. */
export function begunAlready(target: string, name: string): HubError {
  return {
    kind: 'conflict',
    code: 'BegunAlready',
    message: `The deployment ${name} makes the same, and is not over yet. Operations shows how far it is.`,
    target,
    details: [],
  }
}

export function canceled(target: string, correlationId: string | undefined): HubError {
  return {
    kind: 'conflict',
    code: 'Canceled',
    message: 'The deployment was canceled. What Azure had begun by then goes on to its end.',
    target,
    details: [],
    ...(correlationId !== undefined && { correlationId }),
  }
}

/** The answer to the PUT was lost, and there is no such deployment. */
export function neverBegun(target: string): HubError {
  return {
    kind: 'network',
    code: 'NoAnswer',
    message: 'Azure did not answer, and has no such deployment: nothing was begun. It can be sent again.',
    target,
    details: [],
  }
}

export function gone(target: string): HubError {
  return {
    kind: 'notFound',
    code: 'OperationForgotten',
    message:
      'Azure no longer knows this deployment, so how it ended cannot be read. The resources tell what it has done.',
    target,
    details: [],
  }
}
