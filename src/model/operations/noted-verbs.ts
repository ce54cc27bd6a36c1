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

/** Whether Azure is at work on a resource. */
export function isBeingChanged(provisioningState: string | undefined): boolean {
  return provisioningState?.toLowerCase().endsWith('ing') ?? false
}
