import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { Consequences, Touched } from '../edits/consequences.ts'
import { memberAt } from '../edits/edit.ts'
import { heldBy, topOf } from '../edits/held-by.ts'
import { isOrIn } from '../edits/write-topic.ts'
import type { Removal } from '../edits/write.ts'
import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf, nameOfId, parentId, typeOfId } from '../paths.ts'
import { kindWords } from '../plan/change-request.ts'
import { removalOrder } from '../plan/removal-order.ts'
import { claimedSince } from './claimed.ts'
import type { PlanRun, RunResource } from './run.ts'

export interface CreatedRemoval {
  /** In the order that Azure takes it (VPN Gateway reference 5.3). */
  removals: readonly Removal[]
  /** What the run created and stays, each with why. */
  stays: readonly Touched[]
  consequences: Consequences
}

/**
 * What takes a run back: only what what-if called Create, what the run itself has begun, and what is there; of that nothing that
 * another has made or changed since, and nothing that something else uses by now. What was there before, and the resource groups,
 * stay.
 * @param runs all that this browser knows, for what a later one has written
 */
export function removalOfCreated(run: PlanRun, runs: readonly PlanRun[], estate: Estate): CreatedRemoval {
  const created = new Set(run.created?.map(keyOf))
  const begun = new Set(run.operations.map(({ targetId }) => keyOf(targetId)))
  const there = run.resources.filter(
    ({ id }) => created.has(keyOf(id)) && begun.has(keyOf(id)) && isThere(id, estate),
  )
  const goes = new Set(there.map(({ id }) => keyOf(id)))
  const stays: Touched[] = []
  // What stays uses what it stands on, so that stays too: until nothing more is found.
  for (let found = true; found;) {
    found = false
    for (const { id } of there) {
      if (!goes.has(keyOf(id))) continue
      const note = claimedSince(id, run, runs, estate) ?? heldByOthers(id, estate, { created, goes, stays })
      if (note === undefined) continue
      goes.delete(keyOf(id))
      stays.push({ id, name: nameOfId(id), note })
      found = true
    }
  }
  const going = removalOrder(there.filter(({ id }) => goes.has(keyOf(id))))
  return {
    removals: going.map((one) => removal(one, estate)),
    stays,
    consequences: consequencesOf(run, going, stays),
  }
}

interface Sorted {
  /** What the run made. */
  created: ReadonlySet<string>
  goes: ReadonlySet<string>
  stays: readonly Touched[]
}

/** Why it cannot go while other things stay. */
function heldByOthers(id: string, estate: Estate, { created, goes, stays }: Sorted): string | undefined {
  const inside = stays.find((one) => isOrIn(one.id, id))
  if (inside) return `${inside.name} is in it`
  const added = childrenOf(id, estate).find((one) => !created.has(keyOf(one)))
  if (added !== undefined) return `${nameOfId(added)}, which this run did not create, is in it`
  const user = usersOf(id, estate).find((other) => !goesWith(other, goes))
  return user === undefined ? undefined : `${nameOfId(user)} uses it`
}

/** It goes itself, or what it lives in does. */
function goesWith(id: string, goes: ReadonlySet<string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parentId(at))
    if (goes.has(keyOf(at))) return true
  return false
}

/** Subnets are read with their virtual network. */
function isThere(id: string, estate: Estate): boolean {
  if (estate.resources.get(keyOf(id))) return true
  const parent = estate.resources.get(keyOf(parentId(id) ?? ''))
  return parent?.kind === 'virtualNetwork' && parent.subnets.some((one) => keyOf(one.id) === keyOf(id))
}

/** Ids of what refers to it, other than what lives in it. What uses a circuit uses its private peering. */
function usersOf(id: string, estate: Estate): string[] {
  const circuit = /\/expressRouteCircuits\/[^/]+(?=\/peerings\/AzurePrivatePeering$)/i.test(id)
    ? parentId(id)
    : undefined
  const linked = [...usedBy(id, estate), ...usersOfCircuit(circuit, estate)]
  return [...linked, ...usersInSubnets(id, estate)].filter((other) => !isOrIn(other, id))
}

function usersOfCircuit(circuit: string | undefined, estate: Estate): string[] {
  return circuit === undefined ? [] : usedBy(circuit, estate).filter((other) => !isOrIn(other, circuit))
}

function usedBy(id: string, estate: Estate): string[] {
  return estate.links(keyOf(id)).flatMap((link) => (link.direction === 'usedBy' ? link.id : []))
}

/** Ids of what lives in it, and goes with it. */
function childrenOf(id: string, estate: Estate): string[] {
  const found = estate.resources.get(keyOf(id))
  const within =
    found?.kind === 'expressRouteCircuit'
      ? [...found.peerings, ...found.authorizations].map((one) => one.id)
      : []
  return [...within, ...usedBy(id, estate).filter((other) => isOrIn(other, id))]
}

/** What has an address in a subnet, or in any of a virtual network. */
function usersInSubnets(id: string, estate: Estate): string[] {
  const found = [id, parentId(id) ?? ''].flatMap((one) => estate.resources.get(keyOf(one)) ?? [])
  const network = found.find(({ kind }) => kind === 'virtualNetwork')
  return objects(memberAt(network?.body, ['properties', 'subnets']))
    .filter((subnet) => typeof subnet.id === 'string' && isOrIn(subnet.id, id))
    .flatMap((subnet) => objects(memberAt(subnet, ['properties', 'ipConfigurations'])))
    .flatMap((configuration) => (typeof configuration.id === 'string' ? configuration.id : []))
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function removal({ id }: RunResource, estate: Estate): Removal {
  const resource = estate.resources.get(keyOf(id))
  const name = nameOfId(id)
  return {
    is: 'removal',
    method: 'DELETE',
    topic: 'delete',
    id,
    name,
    what: `Delete ${name}`,
    effect: 'It is gone for good. Nothing can be put back.',
    action: `${typeOfId(id) ?? ''}/delete`,
    holds: resource ? heldBy(resource, estate) : [topOf(id)],
  }
}

function consequencesOf(
  { groups, resources }: PlanRun,
  going: readonly RunResource[],
  stays: readonly Touched[],
): Consequences {
  const isGateway = ({ id }: RunResource) =>
    /\/(virtualNetworkGateways|connections|expressRouteGateways|expressRouteConnections|expressRouteCircuits|peerings)\/[^/]+$/i.test(
      id,
    )
  const before = resources.length - going.length - stays.length
  return {
    touches: going.map((one) => ({ id: one.id, name: nameOfId(one.id), note: kindWords(one) })),
    depends: stays,
    ...(going.some(isGateway) && { drops: 'All traffic through what is deleted, for good.' }),
    after: [
      ...(before === 0 ? [] : ['What was there before the run, or was not begun by it, is not touched.']),
      ...(groups.length === 0
        ? []
        : [
            `The resource ${groups.length === 1 ? 'group' : 'groups'} ${sentenceList(groups.map(({ name }) => name))} ${groups.length === 1 ? 'stays' : 'stay'}.`,
          ]),
    ].join(' '),
  }
}
