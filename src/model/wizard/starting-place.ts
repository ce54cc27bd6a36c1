import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { Around } from './around.ts'
import type { Chosen } from './chosen.ts'
import { CONVENTION } from './naming.ts'
import { groupId, groupName, isGroupThere } from './place.ts'
import { regionShort } from './region-short.ts'

/** Where nothing in the estate says better. */
const ANY_REGION = 'westeurope'

/** Id of the subscription that a resource is in. */
export function subscriptionIn(id: string | undefined): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id ?? '')?.[1]
}

/** The first that takes writes. */
export function firstSubscription({ subscriptions }: Pick<Around, 'subscriptions'>): string {
  const enabled = subscriptions.find(({ state }) => state === undefined || /^enabled$/i.test(state))
  return (enabled ?? subscriptions[0])?.subscriptionId ?? ''
}

/** Where most of the subscription's virtual networks are. */
export function commonRegion(subscriptionId: string, around: Around): string {
  return mostCommon(networksIn(subscriptionId, around).map(({ location }) => location)) ?? ANY_REGION
}

/** The group that holds most virtual networks and gateways of the region; a new one where there is none. */
export function commonGroup(subscriptionId: string, region: string, around: Around): Chosen {
  const group = mostCommon(
    networksIn(subscriptionId, around)
      .filter(({ location }) => location === region)
      .map(({ resourceGroup }) => resourceGroup),
  )
  return group === undefined
    ? { is: 'new', name: '' }
    : { is: 'existing', id: groupId(subscriptionId, group) }
}

/**
 * The group where nobody chose one: as it was proposed once, whose name may be there by now, else the common one. Not one under a lock
 * that would refuse what is made in it: then the first of the usual names that is free of one. Where the plan is begun it stays all the
 * same: what is made would not be found elsewhere, and be made twice.
 * @param planned what the plan makes, whether or not it is there; asked only where the group is locked
 */
export function proposedGroup(
  { group, subscriptionId }: { group: Chosen; subscriptionId: string },
  region: string,
  around: Around,
  planned: () => readonly Pick<PlannedResource, 'id'>[],
): Chosen {
  const before = asThere(group, subscriptionId, around)
  if (groupName(before) === '') {
    const common = commonGroup(subscriptionId, region, around)
    if (common.is === 'existing' && !isWriteLocked(common, around)) return common
  } else if (!isWriteLocked(before, around) || isBegunIn(before, planned(), around)) return before
  const usual = CONVENTION.group(regionShort(region))
  for (let count = numberOf(before, usual) + 1; ; count++) {
    const name = count === 1 ? usual : `${usual}-${count}`
    const next = asThere({ is: 'new', name }, subscriptionId, around)
    if (!isWriteLocked(next, around)) return next
  }
}

/** A name that is there by now as what is there. */
function asThere(group: Chosen, subscriptionId: string, around: Around): Chosen {
  const name = groupName(group)
  return group.is === 'new' && name !== '' && isGroupThere(subscriptionId, name, around)
    ? { is: 'existing', id: groupId(subscriptionId, name) }
    : group
}

/** Which of the usual names a group has; 0: none of them. Counted on from there, since of a group that was left its lock is not read any more. */
function numberOf(group: Chosen, usual: string): number {
  const [name, first] = [keyOf(groupName(group)), keyOf(usual)]
  if (name === first) return 1
  const rest = name.startsWith(`${first}-`) ? name.slice(first.length + 1) : ''
  return /^\d{1,3}$/.test(rest) ? Number(rest) : 0
}

function isBegunIn(
  group: Chosen,
  planned: readonly Pick<PlannedResource, 'id'>[],
  { estate }: Around,
): boolean {
  if (group.is === 'new') return false
  const inGroup = `${keyOf(group.id)}/`
  return planned.some(
    ({ id }) => keyOf(id).startsWith(inGroup) && estate.resources.get(keyOf(id)) !== undefined,
  )
}

/** One on the group itself: under a locked subscription no other group is better. `CanNotDelete` lets changes through. */
function isWriteLocked(group: Chosen, { rights, deletes = new Map() }: Around): boolean {
  if (group.is === 'new') return false
  return [...rights.values(), ...deletes.values()].some(
    (right) =>
      right.is === 'locked' &&
      keyOf(right.lock.level) === 'readonly' &&
      keyOf(right.lock.scope) === keyOf(group.id),
  )
}

function networksIn(subscriptionId: string, { estate }: Around) {
  return estate.rows.filter(
    (row) =>
      keyOf(row.subscriptionId) === keyOf(subscriptionId) &&
      (row.kind === 'virtualNetwork' || row.kind === 'virtualNetworkGateway'),
  )
}

/** The first of those that are there most often; what is empty does not count. */
export function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}
