import type { Json } from '../../lib/json.ts'
import { apipaProblem } from '../vpn/apipa.ts'
import { asnProblem } from '../vpn/asn.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** The form as it is typed. */
export interface GatewayBgp {
  enabled: boolean
  asn: string
  /** Custom addresses of each instance, in the order of `bgpPeeringAddresses`. */
  apipa: readonly (readonly string[])[]
}

export interface GatewayBgpProblem {
  field: 'enabled' | 'asn' | { instance: number }
  text: string
}

export function gatewayBgpOf({ enableBgp, bgp }: VirtualNetworkGateway): GatewayBgp {
  return {
    enabled: enableBgp,
    asn: bgp?.asn === undefined ? '' : String(bgp.asn),
    apipa: (bgp?.addresses ?? []).map(({ customAddresses }) => customAddresses),
  }
}

/** VPN Gateway 3.1, 3.2: VAL-GW-12 to VAL-GW-14. */
export function gatewayBgpProblems(
  { sku, vpnType }: VirtualNetworkGateway,
  { enabled, asn, apipa }: GatewayBgp,
): GatewayBgpProblem[] {
  const problems: GatewayBgpProblem[] = []
  if (enabled && (sku?.toLowerCase() === 'basic' || vpnType?.toLowerCase() === 'policybased'))
    problems.push({
      field: 'enabled',
      text: 'BGP needs a route-based gateway with a SKU other than Basic.',
    })
  const number = asn.trim() === '' ? undefined : asnProblem(Number(asn), 'azure')
  if (number) problems.push({ field: 'asn', text: number })
  if (enabled && asn.trim() === '') problems.push({ field: 'asn', text: 'BGP needs an AS number.' })
  const all = apipa.flat()
  apipa.forEach((addresses, instance) => {
    for (const address of addresses) {
      const others = all.filter((one) => one === address).slice(1)
      const text = apipaProblem(address, others)
      if (text) problems.push({ field: { instance }, text })
    }
  })
  return problems
}

export function gatewayBgpEdit(
  gateway: VirtualNetworkGateway,
  { enabled, asn, apipa }: GatewayBgp,
): Replacement {
  const settings = ['properties', 'bgpSettings']
  const changes = setMembers(gateway.body, [
    [['properties', 'enableBgp'], enabled],
    ...(asn.trim() === '' ? [] : [[[...settings, 'asn'], Number(asn)] as const]),
    ...apipa.map((addresses, instance): [string[], Json] => [
      [...settings, 'bgpPeeringAddresses', String(instance), 'customBgpIpAddresses'],
      [...addresses],
    ]),
  ])
  const newNumber = changes.some(({ path }) => path.at(-1) === 'asn')
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'bgp',
    id: gateway.id,
    name: gateway.name,
    changes,
    what: `the BGP settings of ${gateway.name}`,
    effect: newNumber
      ? 'The addresses and tunnels stay. Every BGP session starts anew, and each device has to be given the new AS number first, or its session stays down.'
      : 'The public addresses stay. BGP sessions may start anew; routes learnt by them are gone until then.',
    action: writeAction('Microsoft.Network/virtualNetworkGateways'),
    holds: heldBy(gateway),
  }
}
