import { skuLimits } from '../../vpn/sku-limits.ts'
import { asnProblem, AZURE_ASN } from '../../vpn/asn.ts'
import { apipaProblem } from '../../vpn/apipa.ts'
import { sentenceList } from '../../format.ts'
import type { Answers, Gateway } from '../answers.ts'
import { generationOf } from '../defaults.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { networkIdOf } from '../place.ts'
import { nameOfChosen } from '../../wizard/place.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** A new gateway: VAL-GW-01, 02 and 11 to 14 (VPN Gateway 3.9); its public IP addresses are in addresses.ts. */
export function gatewayChecks(looked: Looked): WizardCheck[] {
  if (looked.answers.goal.gateway === 'existing') return []
  return [
    ...skuChecks(looked),
    ...lackingChecks(looked),
    ...countChecks(looked),
    ...asnChecks(looked),
    ...apipaChecks(looked),
    ...expressRouteChecks(looked),
  ]
}

function set(looked: Looked, label: string, change: Partial<Gateway>) {
  return remedy(
    label,
    Object.keys(change).map((member) => `gateway.${member}`),
    (answers) => ({ ...answers, gateway: { ...answers.gateway, ...change } }),
    looked.around,
  )
}

const OFFERED = /^(basic|vpngw[1-5]az)$/i
const RETIRED = /^(vpngw[1-5]|standard|highperformance)$/i

function skuChecks(looked: Looked): WizardCheck[] {
  const { sku, generation } = looked.answers.gateway
  const at = ['gateway', 'gateway.sku'] as const
  const taking = (better: string) =>
    set(looked, `Use ${better}`, { sku: better, generation: generationOf(better) })
  if (sku === '') return [error('VAL-GW-01', at, 'Choose a SKU.', taking('VpnGw2AZ'))]
  // VAL-GW-01
  if (RETIRED.test(sku)) {
    const better = azOf(sku)
    return [error('VAL-GW-01', at, `${sku} can no longer be created. Choose ${better}.`, taking(better))]
  }
  if (!OFFERED.test(sku))
    return [error('VAL-GW-01', at, `${sku} is no SKU of a VPN gateway.`, taking('VpnGw2AZ'))]
  // VAL-GW-02
  if (skuLimits(sku, generation) === undefined || !pairs(sku, generation)) {
    const right = generationOf(sku)
    return [
      error(
        'VAL-GW-02',
        ['gateway', 'gateway.generation'],
        `${sku} is not offered in ${generation === '' ? 'no generation' : generation}.`,
        set(looked, `Use ${right}`, { generation: right }),
      ),
    ]
  }
  const limit = skuLimits(sku, generation)?.tunnels ?? Infinity
  const { length } = looked.answers.sites
  if (length > limit)
    return [
      error('tunnels', at, `${sku} is documented with ${limit} tunnels, and there are ${length} sites.`),
    ]
  if (/^basic$/i.test(sku) && looked.answers.goal.use === 'production')
    return [
      advice(
        'sku-production',
        at,
        'Basic has 100 Mbps, no zones and no way to another SKU: a production gateway would have to be made anew.',
        taking('VpnGw2AZ'),
      ),
    ]
  return []
}

/** Legacy SKUs as Azure moves them (VPN Gateway 1.3). */
function azOf(sku: string): string {
  if (/^standard$/i.test(sku)) return 'VpnGw1AZ'
  return /^highperformance$/i.test(sku) ? 'VpnGw2AZ' : `${sku}AZ`
}

/** SKUs of one generation only (VPN Gateway 1.4). */
function pairs(sku: string, generation: string): boolean {
  if (!/^Generation[12]$/.test(generation)) return false
  if (/^(basic|vpngw1az)$/i.test(sku)) return generation === 'Generation1'
  return !/^vpngw[45]az$/i.test(sku) || generation === 'Generation2'
}

/** What the answers ask of a gateway that Basic lacks (VPN Gateway 1.6). */
export function askedOfSku(answers: Answers): string[] {
  const { gateway, connection, goal } = answers
  const isNew = goal.gateway === 'new'
  return [
    ...(isNew && gateway.activeActive ? ['Active-active mode'] : []),
    ...(isNew && gateway.bgp ? ['BGP'] : []),
    ...(connection.policy === 'default' ? [] : ['A custom IPsec policy']),
    ...(connection.policyBased ? ['Policy-based traffic selectors'] : []),
    ...(connection.protocol === 'IKEv1' ? ['IKEv1 on a route-based gateway'] : []),
  ]
}

/** VAL-GW-12; NAT rules and certificates are not asked in the wizard. */
function lackingChecks(looked: Looked): WizardCheck[] {
  const { answers } = looked
  const { sku } = answers.gateway
  if (!/^basic$/i.test(sku)) return []
  const asked = askedOfSku(answers)
  if (asked.length === 0) return []
  return [
    error(
      'VAL-GW-12',
      ['gateway', 'gateway.sku'],
      `${sentenceList(asked.map((one, index) => (index === 0 ? one : lowerFirst(one))))} ${asked.length === 1 ? 'is' : 'are'} not available on ${sku}.`,
      set(looked, 'Use VpnGw1AZ', { sku: 'VpnGw1AZ', generation: 'Generation1' }),
    ),
  ]
}

function lowerFirst(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}

/** VAL-GW-11: an address for each instance. Point-to-site, which needs a third, is not asked in the wizard. */
function countChecks(looked: Looked): WizardCheck[] {
  const { activeActive, addresses } = looked.answers.gateway
  const wanted = activeActive ? 2 : 1
  if (addresses.length === wanted) return []
  const at = ['gateway', `gateway.addresses.${Math.max(0, Math.min(addresses.length, wanted))}`] as const
  const mended = remedy(
    addresses.length > wanted ? 'Take one away' : 'Create another public IP address',
    [],
    (answers) => answers,
    looked.around,
  )
  return [
    error(
      'VAL-GW-11',
      at,
      activeActive
        ? 'Active-active needs two public IP addresses.'
        : 'An active-standby gateway has one public IP address.',
      mended,
    ),
  ]
}

/** VAL-GW-13. */
function asnChecks(looked: Looked): WizardCheck[] {
  const { bgp, asn } = looked.answers.gateway
  if (!bgp) return []
  const problem = asnProblem(/^\s*\d+\s*$/.test(asn) ? Number(asn) : NaN, 'azure')
  if (problem === undefined) return []
  return [
    error(
      'VAL-GW-13',
      ['gateway', 'gateway.asn'],
      problem,
      set(looked, `Use ${AZURE_ASN}`, { asn: String(AZURE_ASN) }),
    ),
  ]
}

/** VAL-GW-14. */
function apipaChecks({ answers }: Looked): WizardCheck[] {
  const { bgp, apipa, addresses } = answers.gateway
  if (!bgp) return []
  const instances = apipa.slice(0, addresses.length).map(typedList)
  return instances.flatMap((typed, instance) =>
    typed.flatMap((address, index) => {
      const before = [...instances.slice(0, instance).flat(), ...typed.slice(0, index)]
      const problem = apipaProblem(address, before)
      return problem === undefined
        ? []
        : [error('VAL-GW-14', ['gateway', `gateway.apipa.${instance}`], `${address}: ${problem}`)]
    }),
  )
}

/** Beside an ExpressRoute gateway (VPN Gateway 2.4); the size of the subnet is in network.ts. */
function expressRouteChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const networkId = networkIdOf(answers, around)
  const other = networkId && gatewayOfNetwork(networkId, 'ExpressRoute', around.estate)
  if (!other) return []
  const { sku, bgp, asn } = answers.gateway
  const where = `${nameOfChosen(answers.network.network)} has the ExpressRoute gateway ${other.name}`
  if (/^basic$/i.test(sku))
    return [
      error(
        'expressroute-basic',
        ['gateway', 'gateway.sku'],
        `${where}. A Basic VPN gateway cannot stand beside it.`,
        set(looked, 'Use VpnGw1AZ', { sku: 'VpnGw1AZ', generation: 'Generation1' }),
      ),
    ]
  if (!bgp || asn.trim() === String(AZURE_ASN)) return []
  return [
    advice(
      'expressroute-asn',
      ['gateway', 'gateway.asn'],
      `${where}. Traffic between the two passes only where this gateway has AS ${AZURE_ASN}.`,
      set(looked, `Use ${AZURE_ASN}`, { asn: String(AZURE_ASN) }),
    ),
  ]
}
