import type { Json, JsonObject } from '../../../wire/json.ts'

/** Where a deployment puts what names no other place. */
export interface Place {
  subscriptionId: string
  /** As `subscription()` shows it besides its ids. */
  subscription: { displayName: string; tenantId: string }
  /** Absent at the scope of a subscription. */
  group?: { name: string; location: string; tags?: Record<string, string> }
}

/** What the functions of one template can see. */
export interface Scope {
  place: Place
  deployment: { name: string; id: string }
  /** Undefined: there is none of this name. */
  parameter(name: string): Json | undefined
  variable(name: string): Json | undefined
  /** `reference()`, where resources are there to be read: in outputs. */
  reference?(idOrName: string, full: boolean): Json | undefined
}

export function subscriptionId({ subscriptionId: id }: Place): string {
  return `/subscriptions/${id}`
}

/** The id of the place: a resource group's, or the subscription's. */
export function placeId(place: Place): string {
  const subscription = subscriptionId(place)
  return place.group === undefined ? subscription : `${subscription}/resourceGroups/${place.group.name}`
}

export function groupObject(place: Place): JsonObject | undefined {
  const { group } = place
  if (group === undefined) return undefined
  return {
    id: placeId(place),
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    tags: group.tags ?? {},
    properties: { provisioningState: 'Succeeded' },
  }
}
