import type { HubError } from '../model/errors.ts'

/** What is told where Azure's answer to a write does not tell how it ended. @param target ARM id of what was written */
export function noBody(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'Azure accepted the change, and its answer does not hold the resource.',
    target,
    details: [],
  }
}

export function noWord(target: string): HubError {
  return {
    kind: 'server',
    code: 'NoOperation',
    message: 'Azure accepted it, and nothing this browser can read of its answer tells how it goes on.',
    target,
    details: [],
  }
}

export function pageLeft(target: string): HubError {
  return {
    kind: 'network',
    code: 'PageLeft',
    message: 'The page was left or reloaded while Azure was being asked, so its answer is not known.',
    target,
    details: [],
  }
}
