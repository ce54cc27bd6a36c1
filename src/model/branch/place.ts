import type { Estate } from '../estate.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type {
  VirtualHub,
  VirtualWan,
  VpnConnection,
  VpnHubGateway,
  VpnSite,
} from '../resources/virtual-wan.ts'
import { provisioningReasons } from '../status/provisioning.ts'
import { groupName, idIn, idOfChosen, nameOfChosen, type Place } from '../wizard/place.ts'
import type { Answers, Site } from './answers.ts'
import { membersOf } from './members.ts'

/** All that places are found in. */
interface Reach {
  estate: Estate
}

/** Where the virtual WAN, the hub, its gateway and the sites go, as far as they are new. */
export function placeOf(answers: Answers, around: Reach): Place {
  const { subscriptionId, group } = answers.goal
  return { subscriptionId, resourceGroup: groupName(group), location: regionOf(answers, around) }
}

/** That of an existing hub is its own, which its gateway has to be in. */
export function regionOf(answers: Answers, around: Reach): string {
  const { hub } = answers
  return (hub.use === 'existing' ? hubThere(answers, around)?.location : undefined) ?? hub.region
}

export function wanIdOf(answers: Answers, around: Reach): string {
  return idOfChosen(answers.goal.wan, placeOf(answers, around), 'virtualWans')
}

export function wanNameOf({ goal }: Answers): string {
  return nameOfChosen(goal.wan)
}

/** The virtual WAN as far as it is there and was read: also one that an earlier run made. */
export function wanThere(answers: Answers, around: Reach): VirtualWan | undefined {
  const found = around.estate.resources.get(keyOf(wanIdOf(answers, around)))
  return found?.kind === 'virtualWan' ? found : undefined
}

/** The type of the virtual WAN; a new one is Standard. `undefined`: not read. */
export function wanTypeOf(answers: Answers, around: Reach): string | undefined {
  return answers.goal.wan.is === 'new' ? 'Standard' : wanThere(answers, around)?.wanType
}

export function isBasic(answers: Answers, around: Reach): boolean {
  return wanTypeOf(answers, around)?.toLowerCase() === 'basic'
}

export function hubIdOf(answers: Answers): string {
  const { hub } = answers
  return hub.use === 'existing' ? hub.existing : idIn(placeFor(answers), 'virtualHubs', hub.name)
}

/** Ids need no region, which only a hub can tell. */
function placeFor({ goal }: Answers): Place {
  return { subscriptionId: goal.subscriptionId, resourceGroup: groupName(goal.group), location: '' }
}

export function hubNameOf({ hub }: Answers): string {
  return hub.use === 'existing' ? nameOfId(hub.existing) : hub.name.trim()
}

/** The hub as far as it is there and was read: also one that an earlier run made. */
export function hubThere(answers: Answers, around: Reach): VirtualHub | undefined {
  const found = around.estate.resources.get(keyOf(hubIdOf(answers)))
  return found?.kind === 'virtualHub' ? found : undefined
}

export function hubPrefixOf(answers: Answers, around: Reach): string {
  const { hub } = answers
  return (hub.use === 'existing' ? hubThere(answers, around)?.addressPrefix : hub.prefix.trim()) ?? ''
}

/**
 * The VPN gateway that the hub has: a hub takes one. One of the plan whose making failed, and that holds nothing yet, is not counted: it
 * is made again.
 */
export function gatewayThere(answers: Answers, around: Reach): VpnHubGateway | undefined {
  const hubKey = keyOf(hubIdOf(answers))
  const [found] = membersOf(around.estate).gatewayOfHub.get(hubKey) ?? []
  if (!found) return undefined
  const isOfPlan = found.key === keyOf(plannedGatewayId(answers, around))
  const [state] = provisioningReasons(found.provisioningState)
  return isOfPlan && state?.verdict === 'attention' && found.connectionIds.length === 0 ? undefined : found
}

export function plannedGatewayId(answers: Answers, around: Reach): string {
  return idIn(placeOf(answers, around), 'vpnGateways', answers.gateway.name)
}

export function gatewayIdOf(answers: Answers, around: Reach): string {
  return gatewayThere(answers, around)?.id ?? plannedGatewayId(answers, around)
}

export function gatewayNameOf(answers: Answers, around: Reach): string {
  return gatewayThere(answers, around)?.name ?? answers.gateway.name.trim()
}

export function siteIdOf(site: Site, answers: Answers, around: Reach): string {
  return site.use === 'existing' ? site.existing : idIn(placeOf(answers, around), 'vpnSites', site.name)
}

export function siteNameOf({ use, existing, name }: Pick<Site, 'use' | 'existing' | 'name'>): string {
  return use === 'existing' ? nameOfId(existing) : name.trim()
}

/** The existing site that is chosen, as far as it was read. */
export function siteChosen(
  { use, existing }: Pick<Site, 'use' | 'existing'>,
  around: Reach,
): VpnSite | undefined {
  const found = use === 'existing' ? around.estate.resources.get(keyOf(existing)) : undefined
  return found?.kind === 'vpnSite' ? found : undefined
}

/** `cn-site-lyon`: a gateway has each site once, so the site's name tells its connection from others. */
export function connectionNameOf(site: Site): string {
  return `cn-${siteNameOf(site)}`.slice(0, 80)
}

/** A connection which the gateway has to the site already, whatever it is called. */
export function connectionThere(site: Site, answers: Answers, around: Reach): VpnConnection | undefined {
  const siteKey = keyOf(siteIdOf(site, answers, around))
  return connectionsThere(answers, around).find((one) => keyOf(one.siteId ?? '') === siteKey)
}

/** All that the gateway has. */
export function connectionsThere(answers: Answers, around: Reach): readonly VpnConnection[] {
  const { connectionsOfGateway } = membersOf(around.estate)
  return connectionsOfGateway.get(keyOf(gatewayIdOf(answers, around))) ?? []
}

/** Whether a link of a site speaks BGP in the plan. */
export function usesBgp(
  asn: string | number | undefined,
  { connection }: Pick<Answers, 'connection'>,
): boolean {
  return connection.bgp && asn !== undefined && String(asn).trim() !== '' && asn !== 0
}
