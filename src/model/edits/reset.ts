import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import { instancesOf as shownInstancesOf } from '../vpn/instances.ts'
import type { Consequences } from './consequences.ts'
import { connectionsOf, endsOf, touchedConnection, tunnelsUp } from './gateway-connections.ts'
import { heldBy } from './held-by.ts'
import type { Action } from './write.ts'

/** One of the two machines of an active-active gateway, counted as its page counts them. */
export interface GatewayInstance {
  index: number
  /** Its public address, by which a reset picks it; absent while it was not read. */
  address?: string
}

/** The instances that can be picked: none where there is but one address, and the active one is meant. */
export function instancesOf(gateway: VirtualNetworkGateway, estate: Estate): GatewayInstance[] {
  if (!gateway.activeActive) return []
  // Two end tunnels; what a third configuration is for, the gateway may not tell.
  const shown = shownInstancesOf(gateway, estate).slice(0, 2)
  return shown.map(({ publicIPAddressId, addresses }, index) => {
    const known = estate.resources.get(keyOf(publicIPAddressId ?? ''))
    // The gateway itself tells the address where its public IP address was not read.
    const address = (known?.kind === 'publicIPAddress' ? known.ipAddress : undefined) ?? addresses[0]
    return { index, ...(address !== undefined && { address }) }
  })
}

/**
 * Restarts one instance of a gateway; its addresses stay (VPN Gateway reference 5.4).
 * @param instance one with an address; without it Azure takes the active one
 */
export function resetGateway(gateway: VirtualNetworkGateway, instance?: GatewayInstance): Action {
  const { id, name } = gateway
  const picked = instance?.address
  return {
    is: 'action',
    topic: instance ? `reset/${instance.index}` : 'reset',
    method: 'POST',
    id,
    name,
    segment: 'reset',
    ...(picked !== undefined && { query: { gatewayVip: picked } }),
    what: instance ? `Reset instance ${instance.index} of ${name}` : `Reset ${name}`,
    effect: instance
      ? `Instance ${instance.index} restarts. Its tunnels drop until then.`
      : 'The active instance restarts. Tunnels drop until then.',
    action: 'Microsoft.Network/virtualNetworkGateways/reset/action',
    holds: heldBy(gateway),
  }
}

/** What a reset of these instances means; none: the active one (VPN Gateway reference 5.4, 10.3). */
export function resetGatewayConsequences(
  gateway: VirtualNetworkGateway,
  instances: readonly GatewayInstance[],
  estate: Estate,
): Consequences {
  const connections = connectionsOf(gateway, estate)
  const clients = gateway.clientAddressPool.length > 0
  return {
    touches: [{ id: gateway.id, name: gateway.name, note: 'its settings and addresses stay' }],
    depends: connections.map(touchedConnection),
    drops: [...gatewayDrops(gateway, instances, connections), ...(clients ? [CLIENTS] : [])].join(' '),
    after: gatewayAfter(gateway, instances),
  }
}

const CLIENTS = 'Point-to-site clients on it are disconnected and have to connect again.'

function gatewayDrops(
  { activeActive }: VirtualNetworkGateway,
  instances: readonly GatewayInstance[],
  connections: readonly Connection[],
): string[] {
  if (!activeActive) return ['All its tunnels, until the instance is back.']
  // Of which instance a tunnel is, Azure does not say; a connection with all tunnels up has one on the other instance.
  const alone = connections.filter((one) => one.tunnels.length > 0 && tunnelsUp(one) < one.tunnels.length)
  const which =
    instances.length > 1
      ? 'The tunnels of each instance while it restarts, one instance after the other.'
      : `The tunnels of ${instances[0] ? `instance ${instances[0].index}` : 'the instance that Azure picks'}.`
  const atRisk = sentenceList(alone.map(({ name }) => name))
  return [
    which,
    alone.length === 0
      ? 'The other instance carries the traffic, where the device has a tunnel to both.'
      : `Not all tunnels of ${atRisk} are connected, so its traffic may stop altogether.`,
  ]
}

function gatewayAfter(gateway: VirtualNetworkGateway, instances: readonly GatewayInstance[]): string {
  if (instances.length > 1) return 'The second reset is sent when the first is done, and not when it fails.'
  return gateway.activeActive
    ? 'The other instance is not touched. A reset without an address resets the same one again.'
    : 'If the tunnels do not come back, a second reset restarts the other instance.'
}

/** Restarts the tunnels of one connection and nothing else (VPN Gateway reference 5.4). */
export function resetConnection(connection: Connection): Action {
  const { id, name } = connection
  return {
    is: 'action',
    topic: 'reset',
    method: 'POST',
    id,
    name,
    segment: 'resetconnection',
    what: `Reset ${name}`,
    effect: 'Its tunnels are built anew. The gateway does not restart.',
    action: 'Microsoft.Network/connections/resetconnection/action',
    holds: heldBy(connection),
  }
}

export function resetConnectionConsequences(connection: Connection, estate: Estate): Consequences {
  const { near, far } = endsOf(connection, estate)
  return {
    touches: [touchedConnection(connection), ...near.map((end) => ({ ...end, note: 'does not restart' }))],
    depends: far.map((end) => ({ ...end, note: 'is reached over it' })),
    drops: 'Its tunnels, until both sides have negotiated them anew. Other connections of the gateway go on.',
    after: 'The tunnels come up by themselves where the device answers. Azure reports them a little later.',
  }
}
