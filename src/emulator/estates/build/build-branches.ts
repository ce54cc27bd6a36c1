import type { JsonObject } from '../../wire/json.ts'
import type { EstateResourceGroup } from '../estate.ts'
import { addressIn, built, child, embedded, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import type { Hub } from './build-virtual-wan.ts'

export interface SiteLink {
  name: string
  provider: string
  mbps: number
  ip: string
  bgp?: { asn: number; peer: string }
}

export interface VpnSite extends Built {
  links: SiteLink[]
}

const siteDefaults = (device: { vendor?: string; model?: string }) => ({
  deviceProperties: { deviceVendor: device.vendor, deviceModel: device.model, linkSpeedInMbps: 0 },
  isSecuritySite: false,
  o365Policy: { breakOutCategories: { optimize: false, allow: false, default: false } },
})

export function vpnSite(
  group: EstateResourceGroup,
  name: string,
  plan: {
    wan: Built
    location: string
    prefixes: string[]
    device: { vendor: string; model: string }
    links: SiteLink[]
    tags?: Tags
  },
): VpnSite {
  const site = resource(group, 'vpnSites', name, {}, { location: plan.location, tags: plan.tags })
  site.properties = {
    virtualWan: ref(plan.wan),
    addressSpace: { addressPrefixes: plan.prefixes },
    ...siteDefaults(plan.device),
    vpnSiteLinks: plan.links.map((link) =>
      embedded(site.id, 'vpnSiteLinks', link.name, {
        ipAddress: link.ip,
        bgpProperties: link.bgp && { asn: link.bgp.asn, bgpPeeringAddress: link.bgp.peer },
        linkProperties: { linkProviderName: link.provider, linkSpeedInMbps: link.mbps },
      }),
    ),
  }
  return { ...built(name, site), links: plan.links }
}

/** The form from before there were links: one address on the site itself. */
export function legacyVpnSite(
  group: EstateResourceGroup,
  name: string,
  plan: { wan: Built; location: string; prefixes: string[]; ip: string; tags?: Tags },
): Built {
  const properties = {
    virtualWan: ref(plan.wan),
    addressSpace: { addressPrefixes: plan.prefixes },
    ...siteDefaults({}),
    ipAddress: plan.ip,
    vpnSiteLinks: [],
  }
  const envelope = { location: plan.location, tags: plan.tags }
  return built(name, resource(group, 'vpnSites', name, properties, envelope))
}

export function hubVpnGateway(
  group: EstateResourceGroup,
  name: string,
  plan: { hub: Hub; units: number; publicAddresses: [string, string]; tags?: Tags },
): Built {
  const { hub, tags } = plan
  // The two instances have plain names, not resource ids.
  const instances = plan.publicAddresses.map((publicIpAddress, i) => ({
    id: `Instance${i}`,
    publicIpAddress,
    privateIpAddress: addressIn(hub.prefix, 4 + i),
  }))
  const properties = {
    virtualHub: ref(hub),
    bgpSettings: {
      asn: 65515,
      peerWeight: 0,
      bgpPeeringAddresses: instances.map((instance, i) => ({
        ipconfigurationId: instance.id,
        defaultBgpIpAddresses: [addressIn(hub.prefix, 13 - i)],
        customBgpIpAddresses: [],
        tunnelIpAddresses: [instance.publicIpAddress, instance.privateIpAddress],
      })),
    },
    vpnGatewayScaleUnit: plan.units,
    ipConfigurations: instances,
    enableBgpRouteTranslationForNat: false,
    isRoutingPreferenceInternet: false,
    packetCaptureDiagnosticState: 'None',
  }
  const envelope = { location: hub.rows[0]?.location, tags }
  return built(name, resource(group, 'vpnGateways', name, properties, envelope))
}

interface LinkState {
  status: 'Connected' | 'NotConnected' | 'Unknown'
  sharedKey: string
  mbps?: number
  received?: number
  sent?: number
  ipsecPolicies?: JsonObject[]
  /** What Azure does not show of it: its device, since when it is up, on which instances. */
  inside?: JsonObject
}

/** With links, everything but the routing belongs to the link; the connection itself carries only the sum. */
export function hubVpnConnection(
  gateway: Built,
  name: string,
  plan: {
    hub: Hub
    site: VpnSite
    /** By link name of the site. */
    links: Record<string, LinkState>
    associated?: Built
  },
): Built {
  const connection = child(gateway.id, 'vpnConnections', name, {})
  const table = { id: plan.associated?.id ?? plan.hub.defaultTable }
  const states = Object.values(plan.links)
  const connected = states.some((link) => link.status === 'Connected')
  connection.properties = {
    routingConfiguration: {
      associatedRouteTable: table,
      propagatedRouteTables: {
        labels: [plan.hub.propagates.label],
        ids: [{ id: plan.hub.propagates.table }],
      },
    },
    enableInternetSecurity: false,
    remoteVpnSite: ref(plan.site),
    vpnLinkConnections: Object.entries(plan.links).map(([linkName, link]) =>
      embedded(connection.id, 'vpnLinkConnections', linkName, {
        vpnSiteLink: { id: `${plan.site.id}/vpnSiteLinks/${linkName}` },
        connectionBandwidth: link.mbps ?? 10,
        ipsecPolicies: link.ipsecPolicies ?? [],
        vpnConnectionProtocolType: 'IKEv2',
        sharedKey: link.sharedKey,
        ingressBytesTransferred: link.received ?? 0,
        egressBytesTransferred: link.sent ?? 0,
        packetCaptureDiagnosticState: 'None',
        connectionStatus: link.status,
        enableBgp: plan.site.links.some((one) => one.name === linkName && one.bgp !== undefined),
        enableRateLimiting: false,
        useLocalAzureIpAddress: false,
        usePolicyBasedTrafficSelectors: false,
        routingWeight: 0,
        dpdTimeoutSeconds: 0,
        vpnLinkConnectionMode: 'Default',
        vpnGatewayCustomBgpAddresses: [],
      }),
    ),
    connectionStatus: connected ? 'Connected' : (states[0]?.status ?? 'Unknown'),
    ingressBytesTransferred: states.reduce((sum, link) => sum + (link.received ?? 0), 0),
    egressBytesTransferred: states.reduce((sum, link) => sum + (link.sent ?? 0), 0),
  }
  const inside = Object.entries(plan.links).flatMap(([linkName, link]) =>
    link.inside === undefined ? [] : [[linkName.toLowerCase(), link.inside]],
  )
  return built(
    name,
    inside.length === 0 ? connection : { ...connection, inside: { links: Object.fromEntries(inside) } },
  )
}
