import type { Estate } from '../estate.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { Around } from './around.ts'
import type { Chosen } from './chosen.ts'

/** Where something new goes. */
export interface Place {
  subscriptionId: string
  resourceGroup: string
  /** Short region name; empty while none is chosen. */
  location: string
}

/** `/subscriptions/…/resourceGroups/<name>`, or a name that is not there yet. */
export function groupName(group: Chosen): string {
  return group.is === 'new' ? group.name.trim() : (group.id.split('/')[4] ?? '')
}

export function groupId(subscriptionId: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`
}

/** @param type without the namespace, `virtualNetworkGateways` */
export function idIn({ subscriptionId, resourceGroup }: Place, type: string, name: string): string {
  return `${groupId(subscriptionId, resourceGroup)}/providers/Microsoft.Network/${type}/${name.trim()}`
}

export function idOfChosen(chosen: Chosen, place: Place, type: string): string {
  return chosen.is === 'existing' ? chosen.id : idIn(place, type, chosen.name)
}

export function nameOfChosen(chosen: Chosen): string {
  return chosen.is === 'existing' ? nameOfId(chosen.id) : chosen.name.trim()
}

/** A resource group once another subscription is chosen: a name that was typed stays, any other is proposed anew. */
export function inAnother(group: Chosen, isTyped: boolean): Chosen {
  return group.is === 'new' && isTyped ? group : { is: 'new', name: '' }
}

/** Availability zones of a region; `undefined` while they are not known. */
export function zonesOfRegion(
  region: string,
  { regions }: Pick<Around, 'regions'>,
): readonly string[] | undefined {
  return regions.is === 'known' ? regions.value.find(({ name }) => name === region)?.zones : undefined
}

/** Whether a resource group is known to be there. */
export function isGroupThere(
  subscriptionId: string,
  name: string,
  { groups, estate }: Pick<Around, 'groups' | 'estate'>,
): boolean {
  const key = keyOf(groupId(subscriptionId, name))
  const listed =
    groups.is === 'known' && groups.value.some((one) => keyOf(groupId(one.subscriptionId, one.name)) === key)
  // A group that something was read of is there, whether or not groups could be listed.
  return listed || groupsIn(estate).has(key)
}

const known = new WeakMap<Estate, ReadonlySet<string>>()

function groupsIn(estate: Estate): ReadonlySet<string> {
  const before = known.get(estate)
  if (before) return before
  const groups = new Set(estate.rows.map((row) => keyOf(groupId(row.subscriptionId, row.resourceGroup))))
  known.set(estate, groups)
  return groups
}
