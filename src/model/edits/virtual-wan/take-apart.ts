import type { Estate } from '../../estate.ts'
import { keyOf, parentId } from '../../paths.ts'
import type { Resource } from '../../resources/resource.ts'
import type { VirtualHub, VirtualWan, VpnHubGateway, VpnSite } from '../../resources/virtual-wan.ts'
import type { Touched } from '../consequences.ts'
import { memberAt } from '../edit.ts'
import { allOf, childrenPath, HUB_CHILDREN } from './around-hub.ts'
import { DEFAULT_TABLE, NONE_TABLE } from './built-in-tables.ts'
import { siteConnectionsOf, touched } from './touched.ts'

/** What is taken apart piece by piece. */
export type Nested = VirtualWan | VirtualHub | VpnHubGateway | VpnSite

/** Collections that have to be read before it is known what goes first. */
export function collectionsIn(resource: Resource, estate: Estate): string[] {
  switch (resource.kind) {
    case 'virtualHub':
      return HUB_CHILDREN.map((segment) => childrenPath(resource.id, segment))
    case 'virtualWan':
      return hubsOf(resource, estate).flatMap((hub) => collectionsIn(hub, estate))
    default:
      return []
  }
}

/**
 * What goes before it, in the order that Azure takes it: connections, gateways, routing intent, virtual networks, hubs, sites (Virtual WAN
 * document 3, delete order).
 * @param inside what was read of `collectionsIn`
 */
export function partsOf(resource: Nested, estate: Estate, inside: readonly Resource[]): Resource[] {
  switch (resource.kind) {
    case 'virtualWan':
      return [
        ...hubsOf(resource, estate).flatMap((hub) => [...partsOf(hub, estate, inside), hub]),
        ...allOf(estate, 'vpnSite').filter(({ virtualWanId }) => isOf(virtualWanId, resource)),
      ]
    case 'virtualHub': {
      const gateways = [
        ...allOf(estate, 'vpnGateway'),
        ...allOf(estate, 'expressRouteGateway'),
        ...allOf(estate, 'p2sVpnGateway'),
      ].filter(({ virtualHubId }) => isOf(virtualHubId, resource))
      const circuits = allOf(estate, 'expressRouteConnection')
      const own = inside.filter(({ id }) => isOf(parentId(id), resource))
      const after = (segment: string) =>
        own.filter(({ id }) => keyOf(id).includes(`/${segment.toLowerCase()}/`))
      return [
        ...gateways.flatMap((gateway): Resource[] =>
          gateway.kind === 'vpnGateway'
            ? siteConnectionsOf(gateway.id, estate)
            : circuits.filter(({ gatewayId }) => isOf(gatewayId, gateway)),
        ),
        ...gateways,
        ...after('routingIntent'),
        ...after('bgpConnections'),
        ...after('hubVirtualNetworkConnections'),
        // What Azure made goes with the hub.
        ...after('hubRouteTables').filter(
          ({ name }) => ![DEFAULT_TABLE, NONE_TABLE].some((one) => keyOf(one) === keyOf(name)),
        ),
      ]
    }
    case 'vpnGateway':
      return siteConnectionsOf(resource.id, estate)
    case 'vpnSite':
      return allOf(estate, 'vpnConnection').filter(({ siteId }) => isOf(siteId, resource))
    default:
      return resource satisfies never
  }
}

/** What stands in the way and is not deleted here: firewalls, appliances and partners of hubs. */
export function obstaclesTo(resource: Resource, estate: Estate): Touched[] {
  switch (resource.kind) {
    case 'virtualWan':
      return hubsOf(resource, estate).flatMap((hub) => obstaclesTo(hub, estate))
    case 'virtualHub': {
      const appliances = memberAt(resource.body, ['properties', 'networkVirtualAppliances'])
      const ids = [
        resource.azureFirewallId,
        idIn(memberAt(resource.body, ['properties', 'securityPartnerProvider'])),
        ...(Array.isArray(appliances) ? appliances.map(idIn) : []),
      ]
      return ids.flatMap((id) => touched(id, estate, `is in ${resource.name}, and is not deleted here`))
    }
    default:
      return []
  }
}

function hubsOf(wan: VirtualWan, estate: Estate): VirtualHub[] {
  return allOf(estate, 'virtualHub').filter(({ virtualWanId }) => isOf(virtualWanId, wan))
}

function isOf(id: string | undefined, resource: Resource): boolean {
  return keyOf(id ?? '') === resource.key
}

function idIn(value: Parameters<typeof memberAt>[0]): string | undefined {
  const id = memberAt(value, ['id'])
  return typeof id === 'string' ? id : undefined
}
