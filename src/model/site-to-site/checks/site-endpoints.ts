import { keyOf } from '../../paths.ts'
import type { LocalNetworkGateway } from '../../resources/vpn.ts'
import type { Site } from '../answers.ts'
import { connectionIdOf, existingSite } from '../place.ts'
import { otherConnections } from '../site-neighbours.ts'
import type { Looked } from './check.ts'

/** Connections that the gateway has beside those of the plan. */
export function connectionsOutside({ answers, around }: Looked) {
  const own = new Set(answers.sites.map((site) => keyOf(connectionIdOf(site, answers, around))))
  return otherConnections(answers, around, own)
}

/** How the device of a new site is found, as it was typed. */
export function endpointOf({ values }: Site): string {
  return (values.by === 'address' ? values.address : values.fqdn).trim()
}

export function hasEndpoint({ gatewayIpAddress, fqdn }: LocalNetworkGateway, endpoint: string): boolean {
  return gatewayIpAddress === endpoint || fqdn?.toLowerCase() === endpoint.toLowerCase()
}

/** How the device of a site is found, empty while that is not known. */
export function endpointNow(site: Site, around: Looked['around']): string {
  if (site.use === 'new') return endpointOf(site)
  const found = existingSite(site, around)
  return found?.gatewayIpAddress ?? found?.fqdn ?? ''
}
