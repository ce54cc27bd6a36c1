import type { Envelope } from '../resources/resource.ts'
import type { Fact, Reason } from './verdict.ts'

/**
 * What `provisioningState` says: the state of the last change, not of the traffic. Values that end in "ing" are under
 * way; anything else that is new is shown verbatim and stays unknown.
 */
export function provisioningReasons(state: string | undefined): Reason[] {
  switch (state?.toLowerCase()) {
    case 'succeeded':
      return []
    case 'failed':
      return [
        { verdict: 'attention', text: `the last change ${state}; what worked before it may still work` },
      ]
    case 'canceled':
      return [{ verdict: 'attention', text: `the last change was ${state} before it was done` }]
    case 'deleting':
      return [{ verdict: 'inProgress', text: 'Azure is deleting it' }]
    case 'creating':
      return [{ verdict: 'inProgress', text: 'Azure is creating it' }]
    case 'updating':
      return [{ verdict: 'inProgress', text: 'Azure is applying a change (Updating)' }]
    case undefined:
      return [{ verdict: 'unknown', text: 'Azure gives no provisioningState for it' }]
    default:
      return state?.toLowerCase().endsWith('ing')
        ? [{ verdict: 'inProgress', text: `provisioningState is ${state}` }]
        : [unknownValue('provisioningState', state ?? '')]
  }
}

/** A value ARM may have added since: never green, never red. */
export function unknownValue(name: string, value: string): Reason {
  return { verdict: 'unknown', text: `${name} is “${value}”, which this hub does not know` }
}

export function fact(resource: Envelope, name: string, value: string | undefined): Fact {
  return { name, value, readAt: resource.readAt }
}
