import { PRESETS } from '../edits/ipsec-policy.ts'
import { keyOf } from '../paths.ts'
import type { Answers } from './answers.ts'
import { settled } from './defaults.ts'
import { homeOf } from '../edits/site-surroundings.ts'
import { gatewayOfNetwork } from '../wizard/network-gateways.ts'
import { commonGroup, commonRegion, firstSubscription, subscriptionIn } from '../wizard/starting-place.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * What the wizard begins with: for a gateway that is there, a virtual network, or nothing yet. A virtual network that has a VPN gateway
 * already means that one, since there can be no other (VPN Gateway 2.4).
 */
export function startingAnswers(
  from: { gatewayId?: string; networkId?: string },
  around: Surroundings,
): Answers {
  const { estate } = around
  const named = from.gatewayId === undefined ? undefined : estate.resources.get(keyOf(from.gatewayId))
  const asked = from.networkId === undefined ? undefined : estate.resources.get(keyOf(from.networkId))
  const inNetwork = asked?.kind === 'virtualNetwork' ? gatewayOfNetwork(asked.id, 'Vpn', estate) : undefined
  const gateway = named?.kind === 'virtualNetworkGateway' ? named : inNetwork
  const home = gateway ? homeOf(gateway, estate) : asked?.kind === 'virtualNetwork' ? asked : undefined
  const existing = gateway?.id ?? from.gatewayId ?? ''
  const networkId = home?.id ?? from.networkId
  const subscriptionId =
    (gateway ?? home)?.subscriptionId ?? subscriptionIn(existing || networkId) ?? firstSubscription(around)
  const region = (gateway ?? home)?.location ?? commonRegion(subscriptionId, around)
  return settled(
    {
      goal: {
        gateway: existing === '' ? 'new' : 'existing',
        devices: 1,
        routing: gateway?.enableBgp === true ? 'bgp' : 'static',
        use: 'production',
      },
      network: {
        subscriptionId,
        group: commonGroup(subscriptionId, region, around),
        region,
        network: networkId === undefined ? { is: 'new', name: '' } : { is: 'existing', id: networkId },
        addressSpace: '',
        gatewaySubnet: '',
      },
      gateway: {
        existing,
        name: '',
        sku: '',
        generation: '',
        activeActive: false,
        addresses: [],
        bgp: false,
        asn: '',
        apipa: [],
      },
      sites: [],
      connection: {
        key: 'generated',
        oneKey: false,
        protocol: 'IKEv2',
        policy: 'default',
        custom: PRESETS.Strong,
        dpd: '45',
        mode: 'Default',
        policyBased: false,
        selectors: [],
      },
      device: { vendor: '' },
      touched: [],
    },
    around,
  )
}
