import type { Json } from '../../lib/json.ts'
import { keyOf } from '../paths.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { memberAt, type MemberChange, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { writeAction } from './set-members.ts'

/** Why a gateway cannot be made active-active, or back (VPN Gateway 1.6, 2.3); `undefined` when it can. */
export function whyNotActiveActive(gateway: VirtualNetworkGateway): string | undefined {
  const { sku, vpnType, gatewayType, ipConfigurations, clientAddressPool, activeActive } = gateway
  if (gatewayType?.toLowerCase() !== 'vpn') return 'This is not a VPN gateway.'
  if (sku?.toLowerCase() === 'basic') return 'Active-active is not available on Basic.'
  if (vpnType?.toLowerCase() === 'policybased') return 'Active-active needs a route-based gateway.'
  if (ipConfigurations.length !== (activeActive ? 2 : 1))
    return clientAddressPool.length > 0
      ? 'With point-to-site an active-active gateway has three public addresses, which this form does not change.'
      : `This gateway has ${ipConfigurations.length} public addresses, which this form does not change.`
  if (!activeActive && clientAddressPool.length > 0 && /az$/i.test(sku ?? ''))
    return 'With point-to-site it would need three public addresses, which this form does not set up.'
  return undefined
}

/** Why an address cannot be a gateway's second one (VPN Gateway 2.2, VAL-GW-08); `undefined` when it can. */
export function whyNotSecondAddress(
  { location = '', sku }: VirtualNetworkGateway,
  address: PublicIPAddress,
): string | undefined {
  if (address.usedBy !== undefined) return 'It is attached to something else.'
  if (address.sku?.toLowerCase() !== 'standard') return 'It is not a Standard address.'
  if (address.allocationMethod?.toLowerCase() !== 'static') return 'It is not static.'
  if ((address.location ?? '').toLowerCase() !== location.toLowerCase()) return 'It is in another region.'
  const isZonal = /az$/i.test(sku ?? '')
  if (!isZonal && address.zones.length > 0) return 'It has zones, and the SKU of the gateway has none.'
  return undefined
}

const CONFIGURATIONS = ['properties', 'ipConfigurations']
const PEERS = ['properties', 'bgpSettings', 'bgpPeeringAddresses']

/** The second instance gets an address of its own. */
export function activeActiveEdit(gateway: VirtualNetworkGateway, address: PublicIPAddress): Replacement {
  const { body, id, ipConfigurations } = gateway
  const taken = new Set(ipConfigurations.map(({ name }) => keyOf(name)))
  const name = ['activeActive', 'secondary', 'instance1'].find((one) => !taken.has(keyOf(one))) ?? 'second'
  const configuration: Json = {
    name,
    properties: {
      privateIPAllocationMethod: 'Dynamic',
      subnet: { id: ipConfigurations[0]?.subnetId },
      publicIPAddress: { id: address.id },
    },
  }
  const peers = memberAt(body, PEERS)
  return {
    ...facts(gateway),
    changes: [
      ...activeChange(gateway, true),
      { path: [...CONFIGURATIONS, String(ipConfigurations.length)], to: configuration },
      // As many as there are instances, when given (VPN Gateway 2.3).
      ...(Array.isArray(peers)
        ? [
            {
              path: [...PEERS, String(peers.length)],
              to: { ipconfigurationId: `${id}/ipConfigurations/${name}`, customBgpIpAddresses: [] },
            },
          ]
        : []),
    ],
    effect:
      'The gateway gets a second address and a second tunnel to each site. The tunnels may be interrupted while it changes. Each device then needs a tunnel, and a BGP neighbour where BGP is used, to the new address too: until it has, maintenance of the first instance stops traffic.',
  }
}

/** The second instance goes, with its address. */
export function activeStandbyEdit(gateway: VirtualNetworkGateway): Replacement {
  const { body, ipConfigurations } = gateway
  const last = ipConfigurations.length - 1
  const gone = (path: string[]): MemberChange[] => {
    const from = memberAt(body, path)
    return from === undefined ? [] : [{ path, from }]
  }
  const peer = peerOf(gateway, ipConfigurations[last]?.name ?? '')
  return {
    ...facts(gateway),
    changes: [
      ...activeChange(gateway, false),
      ...gone([...CONFIGURATIONS, String(last)]),
      ...(peer === undefined ? [] : gone([...PEERS, String(peer)])),
    ],
    effect: `The tunnels to the second address end and do not come back. Devices that use that address lose the site until they use the first. The public address itself stays, unattached.`,
  }
}

/** Where the BGP addresses of an instance stand: Azure lists them in no promised order, each with its configuration. */
function peerOf({ body, id }: VirtualNetworkGateway, configuration: string): number | undefined {
  const peers = memberAt(body, PEERS)
  if (!Array.isArray(peers)) return undefined
  const key = keyOf(`${id}/ipConfigurations/${configuration}`)
  const at = peers.findIndex((peer) => {
    const of = memberAt(peer, ['ipconfigurationId'])
    return typeof of === 'string' && keyOf(of) === key
  })
  return at === -1 ? undefined : at
}

function activeChange({ body }: VirtualNetworkGateway, to: boolean): MemberChange[] {
  const path = ['properties', 'activeActive']
  const from = memberAt(body, path)
  return from === to ? [] : [{ path, ...(from !== undefined && { from }), to }]
}

function facts(gateway: VirtualNetworkGateway): Omit<Replacement, 'changes' | 'effect'> {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'active-active',
    id: gateway.id,
    name: gateway.name,
    what: `the mode of ${gateway.name}`,
    action: writeAction('Microsoft.Network/virtualNetworkGateways'),
    holds: heldBy(gateway),
  }
}
