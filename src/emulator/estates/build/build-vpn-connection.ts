import type { JsonObject } from '../../wire/json.ts'
import type { EstateResourceGroup } from '../estate.ts'
import { built, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import type { VpnGateway } from './build-vpn.ts'

export interface Tunnel {
  status: 'Connected' | 'NotConnected' | 'Connecting'
  /** When it last came up. */
  since: string
  received: number
  sent: number
}

export const up = (since: string, received: number, sent: number): Tunnel => {
  return { status: 'Connected', since, received, sent }
}
export const down = (since: string, received: number, sent: number): Tunnel => {
  return { status: 'NotConnected', since, received, sent }
}

interface ConnectionPlan {
  gateway: VpnGateway
  status: 'Connected' | 'NotConnected' | 'Connecting' | 'Unknown'
  sharedKey: string
  /** One for each instance of the gateway; none where the gateway reports none (Basic, or just made). */
  tunnels: Tunnel[]
  bgp?: boolean
  weight?: number
  dpdTimeoutSeconds?: number
  ipsecPolicies?: JsonObject[]
  ingressNatRules?: Built[]
  egressNatRules?: Built[]
  tags?: Tags
  /** What is at the other end, see `network/far-side.ts`. */
  inside?: JsonObject
}

export function siteConnection(
  group: EstateResourceGroup,
  name: string,
  plan: ConnectionPlan & { site: Built },
): Built {
  return connection(group, name, plan, { connectionType: 'IPsec', localNetworkGateway2: ref(plan.site) })
}

/** One side; the other gateway needs its own with the same key. */
export function vnetToVnet(
  group: EstateResourceGroup,
  name: string,
  plan: ConnectionPlan & { to: VpnGateway },
): Built {
  return connection(group, name, plan, { connectionType: 'Vnet2Vnet', virtualNetworkGateway2: ref(plan.to) })
}

function connection(group: EstateResourceGroup, name: string, plan: ConnectionPlan, kind: JsonObject): Built {
  const properties: JsonObject = {
    virtualNetworkGateway1: ref(plan.gateway),
    ...kind,
    connectionProtocol: 'IKEv2',
    routingWeight: plan.weight ?? 0,
    sharedKey: plan.sharedKey,
    authenticationType: 'PSK',
    enableBgp: plan.bgp ?? false,
    useLocalAzureIpAddress: false,
    usePolicyBasedTrafficSelectors: false,
    ipsecPolicies: plan.ipsecPolicies ?? [],
    trafficSelectorPolicies: [],
    gatewayCustomBgpIpAddresses: [],
    ingressNatRules: plan.ingressNatRules?.map(ref),
    egressNatRules: plan.egressNatRules?.map(ref),
    connectionStatus: plan.status,
    // The name's form is not documented; the instance's address is what tells two tunnels to one device apart.
    tunnelConnectionStatus:
      plan.tunnels.length === 0
        ? undefined
        : plan.tunnels.map((tunnel, i) => ({
            tunnel: `${name}_${plan.gateway.addresses[i]}`,
            connectionStatus: tunnel.status,
            ingressBytesTransferred: tunnel.received,
            egressBytesTransferred: tunnel.sent,
            lastConnectionEstablishedUtcTime: tunnel.since,
          })),
    ingressBytesTransferred: plan.tunnels.reduce((sum, tunnel) => sum + tunnel.received, 0),
    egressBytesTransferred: plan.tunnels.reduce((sum, tunnel) => sum + tunnel.sent, 0),
    expressRouteGatewayBypass: false,
    dpdTimeoutSeconds: plan.dpdTimeoutSeconds ?? 0,
    connectionMode: 'Default',
  }
  return built(
    name,
    resource(group, 'connections', name, properties, { tags: plan.tags, inside: plan.inside }),
  )
}
