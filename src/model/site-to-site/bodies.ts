import type { JsonObject } from '../../lib/json.ts'
import { PRESETS, type TypedPolicy } from '../edits/ipsec-policy.ts'
import type { SiteValues } from '../edits/site.ts'
import type { Answers, ConnectionAnswers, Gateway } from './answers.ts'
import { typedList } from '../wizard/typed-list.ts'

/** What a PUT of each resource sends: the skeletons of VPN Gateway 3.1 to 3.3. */

/** How the portal calls the IP configurations (VPN Gateway 3.1). */
const CONFIGURATIONS = ['default', 'activeActive']

/** @param ids of the gateway itself, its subnet and the address of each instance */
export function gatewayBody(
  location: string,
  gateway: Gateway,
  ids: { gateway: string; subnet: string; addresses: readonly string[] },
): JsonObject {
  const { sku, generation, activeActive, bgp, asn } = gateway
  const custom = ids.addresses.map((_, instance) => typedList(gateway.apipa[instance] ?? ''))
  return {
    location,
    properties: {
      gatewayType: 'Vpn',
      vpnType: 'RouteBased',
      vpnGatewayGeneration: generation,
      sku: { name: sku, tier: sku },
      activeActive,
      enableBgp: bgp,
      ...(bgp && {
        bgpSettings: {
          asn: numberIn(asn),
          ...(custom.some((one) => one.length > 0) && {
            // As many as there are instances, or Azure refuses it (VPN Gateway 2.3).
            bgpPeeringAddresses: custom.map((customBgpIpAddresses, instance) => ({
              ipconfigurationId: `${ids.gateway}/ipConfigurations/${configurationName(instance)}`,
              customBgpIpAddresses,
            })),
          }),
        },
      }),
      ipConfigurations: ids.addresses.map((address, instance) => ({
        name: configurationName(instance),
        properties: {
          privateIPAllocationMethod: 'Dynamic',
          subnet: { id: ids.subnet },
          publicIPAddress: { id: address },
        },
      })),
    },
  }
}

/** How the IP configuration of an instance is called. */
export function configurationName(instance: number): string {
  return CONFIGURATIONS[instance] ?? `instance${instance}`
}

export function siteBody(location: string, values: SiteValues): JsonObject {
  const { by, address, fqdn, bgp, asn, peer, weight } = values
  return {
    location,
    properties: {
      ...(by === 'address' ? { gatewayIpAddress: address.trim() } : { fqdn: fqdn.trim() }),
      localNetworkAddressSpace: { addressPrefixes: prefixesOf(values) },
      ...(bgp && {
        bgpSettings: {
          asn: numberIn(asn),
          bgpPeeringAddress: peer.trim(),
          ...(weight.trim() !== '' && { peerWeight: numberIn(weight) }),
        },
      }),
    },
  }
}

export function prefixesOf({ prefixes }: SiteValues): string[] {
  return prefixes.map((prefix) => prefix.trim()).filter((prefix) => prefix !== '')
}

export function connectionBody(
  location: string,
  connection: ConnectionAnswers,
  ends: { gateway: string; site: string; bgp: boolean },
): JsonObject {
  const { protocol, mode, dpd, policyBased, selectors } = connection
  const policy = policyOf(connection)
  return {
    location,
    properties: {
      connectionType: 'IPsec',
      // Some clients are refused without the empty properties (VPN Gateway 3.3).
      virtualNetworkGateway1: { id: ends.gateway, properties: {} },
      localNetworkGateway2: { id: ends.site, properties: {} },
      connectionProtocol: protocol,
      connectionMode: mode,
      enableBgp: ends.bgp,
      ...(dpd.trim() !== '' && { dpdTimeoutSeconds: numberIn(dpd) }),
      usePolicyBasedTrafficSelectors: policyBased,
      ...(policyBased &&
        selectors.length > 0 && {
          trafficSelectorPolicies: selectors.map(({ local, remote }) => ({
            localAddressRanges: [...local],
            remoteAddressRanges: [...remote],
          })),
        }),
      ...(policy && {
        ipsecPolicies: [
          {
            ...policy,
            saLifeTimeSeconds: numberIn(policy.saLifeTimeSeconds),
            saDataSizeKilobytes: numberIn(policy.saDataSizeKilobytes),
          },
        ],
      }),
    },
  }
}

/** `undefined`: Azure's defaults are in force. */
export function policyOf({ policy, custom }: Answers['connection']): TypedPolicy | undefined {
  if (policy === 'default') return undefined
  return policy === 'custom' ? custom : PRESETS[policy]
}

/** What is no number goes as it was typed: a check has said so, and Azure would too. */
function numberIn(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
}
