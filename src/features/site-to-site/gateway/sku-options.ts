import { megabitsText } from './megabits.ts'
import { skuLimits } from '../../../model/vpn/sku-limits.ts'

/** What can be created today (VPN Gateway 1.1), smallest first. */
const OFFERED = [
  ['Basic', 'Generation1'],
  ['VpnGw1AZ', 'Generation1'],
  ['VpnGw2AZ', 'Generation1'],
  ['VpnGw2AZ', 'Generation2'],
  ['VpnGw3AZ', 'Generation1'],
  ['VpnGw3AZ', 'Generation2'],
  ['VpnGw4AZ', 'Generation2'],
  ['VpnGw5AZ', 'Generation2'],
] as const

/** Each SKU with its figures, and what is chosen where it is none of them. */
export function skuOptions(sku: string, generation: string): { value: string; label: string }[] {
  const known = OFFERED.map(([name, of]) => ({ value: `${name} ${of}`, label: skuLabel(name, of) }))
  const value = `${sku} ${generation}`
  return known.some((one) => one.value === value) || sku === ''
    ? known
    : [{ value, label: [sku, generation].filter((one) => one !== '').join(', ') }, ...known]
}

function skuLabel(sku: string, generation: string): string {
  const limits = skuLimits(sku, generation)
  if (!limits) return sku
  const facts = [
    megabitsText(limits.megabits),
    `${limits.tunnels} tunnels`,
    limits.zoneRedundant ? 'zone-redundant' : 'no zones, no BGP, no active-active',
  ]
  const twice = OFFERED.filter(([name]) => name === sku).length > 1
  return `${sku}${twice ? `, ${generation}` : ''}: ${facts.join(', ')}`
}
