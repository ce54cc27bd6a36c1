import { homeOf } from '../edits/site-surroundings.ts'
import type { Estate } from '../estate.ts'
import { keyOf, nameOfId, parseArmId } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { groupName, idIn, idOfChosen, zonesOfRegion, type Place } from '../wizard/place.ts'
import type { Answers, Site } from './answers.ts'
import type { Surroundings } from './surroundings.ts'

/** All that places are found in. */
interface Reach {
  estate: Pick<Estate, 'resources'>
}

/** Where the gateway is or will be, and with it its public IP addresses, local network gateways and connections. */
export function placeOf(answers: Answers, around: Reach): Place {
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
export function regionOf(answers: Answers, around: Reach): string {
  return existingNetwork(answers, around)?.location ?? answers.network.region
}

/** The gateway that the goal is to use, as far as it was read. */
export function existingGateway(answers: Answers, around: Reach): VirtualNetworkGateway | undefined {
  if (answers.goal.gateway === 'new') return undefined
  const found = around.estate.resources.get(keyOf(answers.gateway.existing))
  return found?.kind === 'virtualNetworkGateway' ? found : undefined
}

/** The virtual network that is there already, the gateway's own where that is there too. */
export function existingNetwork(answers: Answers, around: Reach): VirtualNetwork | undefined {
  if (answers.goal.gateway === 'existing') {
    const gateway = existingGateway(answers, around)
    return gateway && homeOf(gateway, around.estate)
  }
  const { network } = answers.network
  const found = network.is === 'existing' ? around.estate.resources.get(keyOf(network.id)) : undefined
  return found?.kind === 'virtualNetwork' ? found : undefined
}

export function existingSite({ use, existing }: Site, around: Reach): LocalNetworkGateway | undefined {
  const found = use === 'existing' ? around.estate.resources.get(keyOf(existing)) : undefined
  return found?.kind === 'localNetworkGateway' ? found : undefined
}

/** ARM id of the virtual network, whether or not it is there; of an existing gateway `undefined` where it was not read. */
export function networkIdOf(answers: Answers, around: Reach): string | undefined {
  if (answers.goal.gateway === 'existing') return existingNetwork(answers, around)?.id
  return idOfChosen(answers.network.network, placeOf(answers, around), 'virtualNetworks')
}

export function gatewayIdOf(answers: Answers, around: Reach): string {
  if (answers.goal.gateway === 'existing')
    return existingGateway(answers, around)?.id ?? answers.gateway.existing
  return idIn(placeOf(answers, around), 'virtualNetworkGateways', answers.gateway.name)
}

export function gatewayNameOf({ goal, gateway }: Answers): string {
  return goal.gateway === 'existing' ? nameOfId(gateway.existing) : gateway.name.trim()
}

export function siteIdOf(site: Site, answers: Answers, around: Reach): string {
  return site.use === 'existing'
    ? site.existing
    : idIn(placeOf(answers, around), 'localNetworkGateways', site.name)
}

export function siteNameOf({ use, existing, name }: Site): string {
  return use === 'existing' ? nameOfId(existing) : name.trim()
}

export function connectionIdOf(site: Site, answers: Answers, around: Reach): string {
  return idIn(placeOf(answers, around), 'connections', site.connection)
}

/** Availability zones of the region; `undefined` while they are not known. */
export function zonesOf(answers: Answers, around: Surroundings): readonly string[] | undefined {
  return zonesOfRegion(regionOf(answers, around), around)
}

/** Whether a connection to a site speaks BGP: a new site says it itself, an existing one goes by the routing of the goal. */
export function usesBgp(site: Site, answers: Answers, around: Reach): boolean {
  if (site.use === 'new') return site.values.bgp
  const { goal } = answers
  return goal.routing === 'bgp' && hasBgp(existingSite(site, around))
}

/** ASN 0 is how Azure says that there is none (VPN Gateway 5.5, row 16). */
export function hasBgp(site: LocalNetworkGateway | undefined): boolean {
  return site?.bgp?.asn !== undefined && site.bgp.asn !== 0
}
