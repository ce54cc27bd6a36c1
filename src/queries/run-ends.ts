import type { HubError } from '../model/errors.ts'

/** Why a run has ended, where it is not Azure that says so. */

export function pageLeft(target: string): HubError {
  return {
    kind: 'invalid',
    code: 'PageLeft',
    message:
      'The page was left before the deployment was sent.',
    target,
    details: [],
  }
}

export function canceledUnsent(target: string): HubError {
  return {
    kind: 'conflict',
    code: 'Canceled',
    message:
      'It was canceled before the deployment was sent.',
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
