import type { JsonObject } from '../../wire/json.ts'
import type { EstateResourceGroup } from '../estate.ts'
import { built, child, embedded, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import { routing } from './build-virtual-wan.ts'
import type { Hub } from './build-virtual-wan.ts'

export function hubExpressRouteGateway(
  group: EstateResourceGroup,
  name: string,
  plan: { hub: Hub; minUnits: number; tags?: Tags },
): Built {
  const properties = {
    virtualHub: ref(plan.hub),
    autoScaleConfiguration: { bounds: { min: plan.minUnits } },
    allowNonVirtualWanTraffic: false,
  }
  const envelope = { location: plan.hub.rows[0]?.location, tags: plan.tags }
  return built(name, resource(group, 'expressRouteGateways', name, properties, envelope))
}

/** Unlike a virtual network's, a hub's connection refers to the circuit's peering. */
export function hubCircuitConnection(
  gateway: Built,
  name: string,
  plan: { hub: Hub; peering: Built; weight?: number },
): Built {
  return built(
    name,
    child(gateway.id, 'expressRouteConnections', name, {
      expressRouteCircuitPeering: ref(plan.peering),
      routingWeight: plan.weight ?? 0,
      enableInternetSecurity: false,
      expressRouteGatewayBypass: false,
      enablePrivateLinkFastPath: false,
      routingConfiguration: routing(plan.hub),
    }),
  )
}

export function serverConfiguration(
  group: EstateResourceGroup,
  name: string,
  plan: {
    rootCertificate: { name: string; data: string }
    radius: { address: string; score: number; secret: string }[]
    tags?: Tags
  },
): Built {
  const properties = {
    vpnProtocols: ['OpenVPN', 'IkeV2'],
    vpnAuthenticationTypes: ['Certificate', 'Radius'],
    vpnClientRootCertificates: [
      { name: plan.rootCertificate.name, publicCertData: plan.rootCertificate.data },
    ],
    vpnClientRevokedCertificates: [],
    radiusServers: plan.radius.map(({ address, score, secret }) => {
      return { radiusServerAddress: address, radiusServerScore: score, radiusServerSecret: secret }
    }),
    radiusServerRootCertificates: [],
    radiusClientRootCertificates: [],
    vpnClientIpsecPolicies: [],
  }
  return built(name, resource(group, 'vpnServerConfigurations', name, properties, { tags: plan.tags }))
}

/** Groups of users by what their sign-in says of them. */
export function policyGroup(
  configuration: Built,
  name: string,
  plan: { priority: number; isDefault?: true; members: [type: string, value: string][] },
): Built {
  return built(
    name,
    child(configuration.id, 'configurationPolicyGroups', name, {
      isDefault: plan.isDefault ?? false,
      priority: plan.priority,
      policyMembers: plan.members.map(([attributeType, attributeValue], index) => ({
        name: `member-${index + 1}`,
        attributeType,
        attributeValue,
      })),
    }),
  )
}

export function pointToSiteGateway(
  group: EstateResourceGroup,
  name: string,
  plan: {
    hub: Hub
    configuration: Built
    units: number
    pool: string
    dns: string[]
    tags?: Tags
    /** Who is connected. */
    clients?: JsonObject[]
  },
): Built {
  const { hub, tags } = plan
  // The service says p2sVpnGateways in ids, although the path is spelt p2svpnGateways.
  const inside = plan.clients && { clients: plan.clients }
  const envelope = { location: hub.rows[0]?.location, tags, inside }
  const gateway = resource(group, 'p2sVpnGateways', name, {}, envelope)
  gateway.properties = {
    virtualHub: ref(hub),
    vpnServerConfiguration: ref(plan.configuration),
    p2SConnectionConfigurations: [
      embedded(gateway.id, 'p2sConnectionConfigurations', 'P2SConnectionConfigDefault', {
        routingConfiguration: routing(hub),
        vpnClientAddressPool: { addressPrefixes: [plan.pool] },
        enableInternetSecurity: true,
      }),
    ],
    vpnServerConfigurationLocation: plan.configuration.rows[0]?.location,
    vpnGatewayDetachStatus: 'Attached',
    vpnGatewayScaleUnit: plan.units,
    customDnsServers: plan.dns,
    isRoutingPreferenceInternet: false,
    useRadiusProxyIPs: false,
    radiusProxyIPs: [],
  }
  return built(name, gateway)
}
