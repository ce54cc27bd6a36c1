import type { WriteEnd } from '../azure/write.ts'
import type { HubError } from '../model/errors.ts'
import type { OperationState } from '../model/operations/operation.ts'

/**
 * How a write that ended is listed; `undefined` where nothing was sent and it will be tried again, or only a click sends it.
 * @param late nobody looked for a while
 */
export function endedState(end: WriteEnd, at: number, late: boolean): OperationState | undefined {
  const when = { at, ...(late && { late: true as const }) }
  switch (end.is) {
    case 'done':
      return { is: 'succeeded', by: end.by, ...when }
    case 'conflict':
      return { is: 'failed', error: changedMeanwhile(end.resource.id), during: 'reading', ...when }
    case 'refused':
      if (end.error.kind === 'auth' || end.error.kind === 'busy') return undefined
      return { is: 'failed', error: end.error, during: end.during, ...when }
    case 'hubNotReady':
      return undefined
    case 'unknown':
      return { is: 'unknown', error: end.error, ...when }
    case 'unreachable':
      return { is: 'running', step: 'running', heldUp: end.error }
    default:
      return end satisfies never
  }
}

function changedMeanwhile(target: string): HubError {
  return {
    kind: 'conflict',
    code: 'ChangedMeanwhile',
    message: 'Somebody changed the same meanwhile, so nothing was sent.',
    target,
    details: [],
  }
}
