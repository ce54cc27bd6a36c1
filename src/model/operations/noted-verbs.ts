import type { Resource } from '../resources/resource.ts'

/** What somebody else does to a resource, by its `provisioningState` (ARM contract 7.3): `Update`. */
export function serviceStateVerb(provisioningState: string): string {
  switch (provisioningState.toLowerCase()) {
    case 'deleting':
      return 'Delete'
    case 'creating':
      return 'Create'
    case 'updating':
      return 'Update'
    default:
      return provisioningState
  }
}

/** A state that tells of work on a resource, in ARM's spelling, and what it is the state of. */
export interface WorkSeen {
  of: 'resource' | 'router'
  state: string
}

/**
 * Whether Azure is at work on a resource; `undefined`: not as far as it tells. The router of a hub comes up for minutes after
 * `provisioningState` Succeeded, and nothing can be made in the hub before (ARM contract 7.3).
 */
export function workSeenOn(resource: Resource): WorkSeen | undefined {
  const { provisioningState } = resource
  if (endsInIng(provisioningState)) return { of: 'resource', state: provisioningState }
  const router = resource.kind === 'virtualHub' ? resource.routingState : undefined
  return endsInIng(router) ? { of: 'router', state: router } : undefined
}

function endsInIng(state: string | undefined): state is string {
  return state?.toLowerCase().endsWith('ing') ?? false
}
