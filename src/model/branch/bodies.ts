import { parseAddress } from '../../lib/cidr.ts'
import type { Json, JsonObject } from '../../lib/json.ts'
import { PRESETS, type TypedPolicy } from '../edits/ipsec-policy.ts'
import type { ConnectionAnswers, Gateway, Hub, Site, SiteLink } from './answers.ts'

/** What a PUT of each resource sends (Virtual WAN document 1, 2, 4 and 5). */

export function wanBody(location: string): JsonObject {
  return {
    location,
    properties: { type: 'Standard', allowBranchToBranchTraffic: true, disableVpnEncryption: false },
  }
}

/** @param basic a hub follows the type of its virtual WAN, and of a Basic one has no router */
export function hubBody(location: string, hub: Hub, of: { wan: string; basic: boolean }): JsonObject {
  return {
    location,
    properties: {
      virtualWan: { id: of.wan },
      addressPrefix: hub.prefix.trim(),
      sku: of.basic ? 'Basic' : 'Standard',
      ...(!of.basic && {
        hubRoutingPreference: hub.preference,
        virtualRouterAutoScaleConfiguration: { minCapacity: numberIn(hub.capacity) },
      }),
    },
  }
}

export function gatewayBody(location: string, { units, internet }: Gateway, hub: string): JsonObject {
  return {
    location,
    properties: {
      virtualHub: { id: hub },
      vpnGatewayScaleUnit: numberIn(units),
      isRoutingPreferenceInternet: internet,
    },
  }
}

export function siteBody(location: string, site: Site, wan: string): JsonObject {
  const { vendor, model } = site
  return {
    location,
    properties: {
      virtualWan: { id: wan },
      addressSpace: { addressPrefixes: prefixesOf(site) },
      deviceProperties: {
        ...(vendor.trim() !== '' && { deviceVendor: vendor.trim() }),
        ...(model.trim() !== '' && { deviceModel: model.trim() }),
      },
      vpnSiteLinks: site.links.map((link) => ({ name: link.name.trim(), properties: linkBody(link) })),
    },
  }
}

function linkBody({ provider, speed, endpoint, asn, peer }: SiteLink): JsonObject {
  const found = endpoint.trim()
  return {
    linkProperties: {
      ...(provider.trim() !== '' && { linkProviderName: provider.trim() }),
      ...(speed.trim() !== '' && { linkSpeedInMbps: numberIn(speed) }),
    },
    ...(parseAddress(found) ? { ipAddress: found } : { fqdn: found }),
    ...(asn.trim() !== '' && {
      bgpProperties: { asn: numberIn(asn), bgpPeeringAddress: peer.trim() },
    }),
  }
}

export function prefixesOf({ prefixes }: Pick<Site, 'prefixes'>): string[] {
  return prefixes.map((prefix) => prefix.trim()).filter((prefix) => prefix !== '')
}

/** @param site `id` of the VPN site, and its links by name: whether each speaks BGP */
export function connectionBody(
  connection: ConnectionAnswers,
  site: { id: string; links: readonly { name: string; bgp: boolean }[] },
): JsonObject {
  const policy = policyOf(connection)
  return {
    properties: {
      remoteVpnSite: { id: site.id },
      enableInternetSecurity: connection.defaultRoute,
      // All of them, with each write: one that is left out is taken away (Virtual WAN document 14, number 10).
      vpnLinkConnections: site.links.map(({ name, bgp }) => ({
        name,
        properties: {
          vpnSiteLink: { id: `${site.id}/vpnSiteLinks/${name}` },
          vpnConnectionProtocolType: connection.protocol,
          enableBgp: bgp,
          usePolicyBasedTrafficSelectors: connection.policyBased,
          ...(policy && { ipsecPolicies: [policyBody(policy)] }),
        },
      })),
    },
  }
}

/** Routing stays empty: Azure's own is right with and without routing intent (Virtual WAN document 9.2, 14 number 6). */
export function networkConnectionBody(network: string): JsonObject {
  return { properties: { remoteVirtualNetwork: { id: network } } }
}

/** `undefined`: Azure's defaults are in force. */
export function policyOf({ policy, custom }: ConnectionAnswers): TypedPolicy | undefined {
  if (policy === 'default') return undefined
  return policy === 'custom' ? custom : PRESETS[policy]
}

function policyBody(policy: TypedPolicy): JsonObject {
  return {
    ...policy,
    saLifeTimeSeconds: numberIn(policy.saLifeTimeSeconds),
    saDataSizeKilobytes: numberIn(policy.saDataSizeKilobytes),
  }
}

/** What is no number goes as it was typed: a check has said so, and Azure would too. */
function numberIn(text: string): Json {
  return /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
}
