import { homeOf } from '../edits/site-surroundings.ts'
import { keyOf, nameOfId, parseArmId } from '../paths.ts'
import type { Estate } from '../estate.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Site } from './answers.ts'
import type { Surroundings } from './surroundings.ts'

/** Where the gateway is or will be, and with it its public IP addresses, local network gateways and connections. */
export interface Place {
  subscriptionId: string
  resourceGroup: string
  /** Short region name; empty while none is chosen. */
  location: string
}

export function placeOf(answers: Answers, around: Surroundings): Place {
  if (answers.goal.gateway === 'existing') {
    const at = parseArmId(answers.gateway.existing)
    return {
      subscriptionId: at?.subscriptionId ?? answers.network.subscriptionId,
      resourceGroup: at?.resourceGroup ?? '',
      location: existingGateway(answers, around)?.location ?? '',
    }
  }
  return {
    subscriptionId: answers.network.subscriptionId,
    resourceGroup: groupName(answers.network.group),
    location: regionOf(answers, around),
  }
}

/** That of an existing virtual network is its own, which its gateway has to be in (VPN Gateway 2.4). */
export function regionOf(answers: Answers, around: Surroundings): string {
  return existingNetwork(answers, around)?.location ?? answers.network.region
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

/** The gateway that the goal is to use, as far as it was read. */
export function existingGateway(answers: Answers, around: Surroundings): VirtualNetworkGateway | undefined {
  if (answers.goal.gateway === 'new') return undefined
  const found = around.estate.resources.get(keyOf(answers.gateway.existing))
  return found?.kind === 'virtualNetworkGateway' ? found : undefined
}

/** The virtual network that is there already, the gateway's own where that is there too. */
export function existingNetwork(answers: Answers, around: Surroundings): VirtualNetwork | undefined {
  if (answers.goal.gateway === 'existing') {
    const gateway = existingGateway(answers, around)
    return gateway && homeOf(gateway, around.estate)
  }
  const { network } = answers.network
  const found = network.is === 'existing' ? around.estate.resources.get(keyOf(network.id)) : undefined
  return found?.kind === 'virtualNetwork' ? found : undefined
}

export function existingSite({ use, existing }: Site, around: Surroundings): LocalNetworkGateway | undefined {
  const found = use === 'existing' ? around.estate.resources.get(keyOf(existing)) : undefined
  return found?.kind === 'localNetworkGateway' ? found : undefined
}

/** ARM id of the virtual network, whether or not it is there; of an existing gateway `undefined` where it was not read. */
export function networkIdOf(answers: Answers, around: Surroundings): string | undefined {
  if (answers.goal.gateway === 'existing') return existingNetwork(answers, around)?.id
  return idOfChosen(answers.network.network, placeOf(answers, around), 'virtualNetworks')
}

export function gatewayIdOf(answers: Answers, around: Surroundings): string {
  if (answers.goal.gateway === 'existing')
    return existingGateway(answers, around)?.id ?? answers.gateway.existing
  return idIn(placeOf(answers, around), 'virtualNetworkGateways', answers.gateway.name)
}

export function gatewayNameOf({ goal, gateway }: Answers): string {
  return goal.gateway === 'existing' ? nameOfId(gateway.existing) : gateway.name.trim()
}

export function siteIdOf(site: Site, answers: Answers, around: Surroundings): string {
  return site.use === 'existing'
    ? site.existing
    : idIn(placeOf(answers, around), 'localNetworkGateways', site.name)
}

export function siteNameOf({ use, existing, name }: Site): string {
  return use === 'existing' ? nameOfId(existing) : name.trim()
}

export function connectionIdOf(site: Site, answers: Answers, around: Surroundings): string {
  return idIn(placeOf(answers, around), 'connections', site.connection)
}

export function idOfChosen(chosen: Chosen, place: Place, type: string): string {
  return chosen.is === 'existing' ? chosen.id : idIn(place, type, chosen.name)
}

export function nameOfChosen(chosen: Chosen): string {
  return chosen.is === 'existing' ? nameOfId(chosen.id) : chosen.name.trim()
}

/** Availability zones of the region; `undefined` while they are not known. */
export function zonesOf(answers: Answers, around: Surroundings): readonly string[] | undefined {
  if (around.regions.is !== 'known') return undefined
  const region = regionOf(answers, around)
  return around.regions.value.find(({ name }) => name === region)?.zones
}

/** Whether a connection to a site speaks BGP: a new site says it itself, an existing one goes by the routing of the goal. */
export function usesBgp(site: Site, answers: Answers, around: Surroundings): boolean {
  if (site.use === 'new') return site.values.bgp
  const { goal } = answers
  return goal.routing === 'bgp' && hasBgp(existingSite(site, around))
}

/** ASN 0 is how Azure says that there is none (VPN Gateway 5.5, row 16). */
export function hasBgp(site: LocalNetworkGateway | undefined): boolean {
  return site?.bgp?.asn !== undefined && site.bgp.asn !== 0
}

/** Whether a resource group is known to be there. */
export function isGroupThere(
  subscriptionId: string,
  name: string,
  { groups, estate }: Surroundings,
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
