import type { Estate } from '../../estate.ts'
import type { Resource } from '../../resources/resource.ts'
import type { Consequences, Touched } from '../consequences.ts'
import type { VirtualWanPart } from '../removal.ts'
import { obstaclesTo, partsOf } from './take-apart.ts'
import { touched } from './touched.ts'

/** What the deletion of a part of Virtual WAN means. @param inside what was read of `collectionsIn` */
export function virtualWanConsequences(
  resource: VirtualWanPart,
  estate: Estate,
  inside: readonly Resource[],
): Consequences {
  const touches = [{ id: resource.id, name: resource.name }]
  switch (resource.kind) {
    case 'virtualWan':
      return {
        touches,
        depends: parts(resource, estate, inside),
        drops: 'All traffic of its hubs, for good.',
        after: 'Virtual networks, circuits and server configurations stay.',
      }
    case 'virtualHub':
      return {
        touches: [
          {
            id: resource.id,
            name: resource.name,
            note: 'with its address space and its built-in route tables',
          },
        ],
        depends: parts(resource, estate, inside),
        drops: 'All traffic through it, for good.',
        after: 'Billing ends when it is gone. Sites, virtual networks and circuits stay.',
      }
    case 'vpnGateway':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'with its addresses and NAT rules' }],
        depends: [...parts(resource, estate, inside), ...touched(resource.virtualHubId, estate, 'stays')],
        drops: 'All site-to-site traffic of its hub, for good.',
        after: 'A new gateway gets other addresses: every device that points at this one has to be changed.',
      }
    case 'vpnSite':
      return {
        touches,
        depends: parts(resource, estate, inside),
        drops: 'All traffic of the branch, for good.',
        after: 'Its device stays set up as it is.',
      }
    case 'vpnConnection':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'with its links and their keys' }],
        depends: [
          ...touched(resource.siteId, estate, 'stays'),
          ...touched(resource.gatewayId, estate, 'stays'),
        ],
        drops: 'All traffic between the site and this hub, for good.',
        after: 'To have it again it has to be made anew, with the keys, policies and routing it has now.',
      }
    case 'hubVirtualNetworkConnection':
      return {
        touches,
        depends: [
          ...touched(resource.remoteVirtualNetworkId, estate, 'stays, and is cut off'),
          ...touched(resource.hubId, estate, 'stays'),
        ],
        drops: 'All traffic between the virtual network and the hub, for good.',
      }
    case 'hubRouteTable':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'with its labels and static routes' }],
        depends: touched(resource.hubId, estate, 'stays'),
      }
    case 'hubBgpConnection':
      return {
        touches,
        depends: touched(resource.hubId, estate, 'stays'),
        drops: 'The routes that the hub learns from it, and the traffic that goes by them.',
        after: 'The appliance itself stays.',
      }
    case 'routingIntent':
      return {
        touches,
        depends: touched(resource.hubId, estate, 'routes anew'),
        drops:
          'Nothing is inspected any more. Networks and branches may not reach each other until their routing is set anew.',
        after: 'The routing from before the intent does not come back.',
      }
    case 'p2sVpnGateway':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'with its pools' }],
        depends: [
          ...touched(resource.vpnServerConfigurationId, estate, 'stays'),
          ...touched(resource.virtualHubId, estate, 'stays'),
        ],
        drops: `Everybody who is connected by it${resource.connectedClients ? `, ${resource.connectedClients} now` : ''}, for good.`,
        after: 'People need another profile.',
      }
    case 'vpnServerConfiguration':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'with its certificates and secrets' }],
        depends: resource.gatewayIds.flatMap((id) => touched(id, estate, 'uses it')),
        after: 'The secrets of its RADIUS servers are kept nowhere else.',
      }
    default:
      return resource satisfies never
  }
}

/** What goes first, and what is in the way. */
function parts(
  resource: Parameters<typeof partsOf>[0],
  estate: Estate,
  inside: readonly Resource[],
): Touched[] {
  return [
    ...obstaclesTo(resource, estate),
    ...partsOf(resource, estate, inside).map(({ id, name }) => ({ id, name, note: 'is deleted first' })),
  ]
}
