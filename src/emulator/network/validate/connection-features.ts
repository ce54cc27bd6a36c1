import { networkError } from '../../arm/refusals.ts'
import type { Answer } from '../../arm/answer.ts'
import { sameId } from '../../arm/ids.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find, referrers } from '../find.ts'
import type { Draft } from '../network-type.ts'
import { references, type Reference } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** Code and text assumed: what is refused is documented where each rule says. */
export function invalidConnection(id: string, reason: string): Answer {
  return networkError(
    400,
    'InvalidVirtualNetworkGatewayConnection',
    `The connection ${id} is invalid. ${reason}`,
  )
}

function natRulesOf({ sent }: Draft): { member: string; id: string }[] {
  return ['ingressNatRules', 'egressNatRules'].flatMap((member) =>
    objectsAt(sent[member]).flatMap((one) => {
      const id = idAt(one)
      return id === undefined ? [] : [{ member, id }]
    }),
  )
}

const natRulesExist = references((draft) =>
  natRulesOf(draft).map(({ member, id }): Reference => ({
    member,
    value: { id },
    type: 'virtualNetworkGateways/natRules',
  })),
)

/** The scope of NAT rules (VPN gateway document 3.8 and 5.5, number 23). */
const natRules: Rule = (draft) => {
  const used = natRulesOf(draft)
  if (used.length === 0) return undefined
  const { sent, id, exchange } = draft
  if (textAt(sent.connectionType)?.toLowerCase() !== 'ipsec')
    return invalidConnection(id, 'NAT rules need a connection of type IPsec.')
  if (sent.usePolicyBasedTrafficSelectors === true)
    return invalidConnection(id, 'NAT rules cannot be used with policy-based traffic selectors.')
  for (const { member, id: rule } of used) {
    const properties = find(exchange, rule)?.properties ?? {}
    if (properties.type !== 'Dynamic') continue
    if (used.filter((one) => one.member === member).length > 1)
      return invalidConnection(id, `The dynamic NAT rule ${rule} must be the only one in ${member}.`)
    const other = referrers(exchange, rule, 'connections').find((one) => !sameId(one.row.id, id))
    if (other !== undefined)
      return invalidConnection(id, `The dynamic NAT rule ${rule} is in use by ${other.row.id}.`)
  }
  return undefined
}

/** What Basic gateways lack of a connection's features (VPN gateway document 1.6). */
const basic: Rule = ({ sent, id, exchange }) => {
  const gateway = gatewayOf({ sent, exchange })
  if (objectAt(gateway?.sku).name !== 'Basic') return undefined
  const asked =
    (objectsAt(sent.ipsecPolicies).length > 0 && 'a custom IPsec policy') ||
    (sent.usePolicyBasedTrafficSelectors === true && 'policy-based traffic selectors') ||
    (sent.authenticationType === 'Certificate' && 'certificate authentication') ||
    (sent.enableBgp === true && 'BGP') ||
    (textAt(sent.connectionProtocol) === 'IKEv1' && gateway?.vpnType === 'RouteBased' && 'IKEv1')
  if (asked === false) return undefined
  return networkError(
    400,
    'FeatureNotSupportedByGatewaySku',
    `The connection ${id} uses a gateway with SKU Basic, which does not support ${asked}.`,
  )
}

/** Addresses of one's own choice are for IPsec on an active-active gateway (VPN gateway document 3.2). */
const customBgpAddresses: Rule = ({ sent, id, exchange }) => {
  if (objectsAt(sent.gatewayCustomBgpIpAddresses).length === 0) return undefined
  const gateway = gatewayOf({ sent, exchange })
  if (textAt(sent.connectionType)?.toLowerCase() === 'ipsec' && gateway?.activeActive !== false)
    return undefined
  return invalidConnection(
    id,
    'The property gatewayCustomBgpIpAddresses needs type IPsec and an active-active gateway.',
  )
}

/** At most a hundred pairs (VPN gateway document 3.3). */
const selectors: Rule = ({ sent, id }) => {
  const pairs = objectsAt(sent.trafficSelectorPolicies).reduce(
    (sum, one) => sum + arrayAt(one.localAddressRanges).length * arrayAt(one.remoteAddressRanges).length,
    0,
  )
  return pairs > 100
    ? invalidConnection(id, 'The traffic selectors make more than 100 pairs of ranges.')
    : undefined
}

/** BGP on a connection needs BGP at both ends (VPN gateway document 3.3). */
const bgp: Rule = ({ sent, id, exchange }) => {
  if (sent.enableBgp !== true || textAt(sent.connectionType)?.toLowerCase() !== 'ipsec') return undefined
  if (gatewayOf({ sent, exchange })?.enableBgp === false)
    return invalidConnection(id, 'BGP is not enabled on its virtual network gateway.')
  const site = find(exchange, idAt(sent.localNetworkGateway2) ?? '')
  if (site !== undefined && site.properties.bgpSettings === undefined)
    return invalidConnection(id, 'Its local network gateway has no BGP settings.')
  return undefined
}

function gatewayOf({ sent, exchange }: Pick<Draft, 'sent' | 'exchange'>): JsonObject | undefined {
  return find(exchange, idAt(sent.virtualNetworkGateway1) ?? '')?.properties
}

export const refuseFeatures = firstOf(natRulesExist, natRules, basic, customBgpAddresses, selectors, bgp)
