import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import { objectAt, textAt } from '../../wire/read.ts'
import type { Draft } from '../network-type.ts'
import { firstOf, type Rule } from './rule.ts'

type Family = 'Basic' | 'Legacy' | 'VpnGw' | 'VpnGwAZ' | 'ErGwAZ' | 'ErGwScale'

/** When creation of what is not zone-redundant ended (VPN gateway document, fact 1 and 1.2). */
const NON_AZ_ENDED = Date.UTC(2025, 10, 1)
const LEGACY_ENDED = Date.UTC(2023, 11, 1)

export function familyOf(sku: string): Family | undefined {
  if (sku === 'Basic') return 'Basic'
  if (['Standard', 'HighPerformance', 'UltraPerformance'].includes(sku)) return 'Legacy'
  if (/^VpnGw[1-5]$/.test(sku)) return 'VpnGw'
  if (/^VpnGw[1-5]AZ$/.test(sku)) return 'VpnGwAZ'
  if (/^ErGw[1-3]AZ$/.test(sku)) return 'ErGwAZ'
  return sku === 'ErGwScale' ? 'ErGwScale' : undefined
}

export function skuOf(draft: Draft): string | undefined {
  return textAt(objectAt(draft.sent.sku).name)
}

export function isZonal(sku: string | undefined): boolean {
  const family = sku === undefined ? undefined : familyOf(sku)
  return family === 'VpnGwAZ' || family === 'ErGwAZ' || family === 'ErGwScale'
}

const OFFERED: Record<string, Family[]> = {
  Vpn: ['Basic', 'Legacy', 'VpnGw', 'VpnGwAZ'],
  ExpressRoute: ['Legacy', 'ErGwAZ', 'ErGwScale'],
}

/** From what a gateway can be resized to what in place (VPN gateway document 1.7, ExpressRoute document 4.3). */
const RESIZES: Record<Family, Family[]> = {
  Basic: ['Basic'],
  Legacy: ['Legacy'],
  VpnGw: ['VpnGw', 'VpnGwAZ'],
  VpnGwAZ: ['VpnGwAZ'],
  ErGwAZ: ['ErGwAZ', 'ErGwScale'],
  ErGwScale: ['ErGwScale'],
}

/** Sizes that exist in one generation only (VPN gateway document 1.4). */
export function onlyGenerationOf(sku: string | undefined): string | undefined {
  if (/^(Basic|VpnGw1(AZ)?)$/.test(sku ?? '')) return 'Generation1'
  return /^VpnGw[45](AZ)?$/.test(sku ?? '') ? 'Generation2' : undefined
}

/**
 * A gateway stays in its generation, and each size is in one or in both (VPN gateway document 1.4 and 1.7); code and text
 * assumed. Left out, it is what it was.
 */
const generations: Rule = ({ sent, before, id }) => {
  if ((sent.gatewayType ?? 'Vpn') !== 'Vpn') return undefined
  const sku = textAt(objectAt(sent.sku).name)
  const [asked, had] = [textAt(sent.vpnGatewayGeneration), textAt(before?.properties.vpnGatewayGeneration)]
  const [only, generation] = [onlyGenerationOf(sku), asked ?? had]
  const none = generation === undefined || generation === 'None'
  const moved = asked !== undefined && had !== undefined && had !== 'None' && asked !== had
  if (!moved && (none || only === undefined || only === generation)) return undefined
  return networkError(
    400,
    'InvalidVpnGatewayGeneration',
    moved
      ? `The generation of gateway ${id} cannot be changed from ${had} to ${asked}.`
      : `Gateway ${id} cannot have SKU ${sku} in ${generation}.`,
  )
}

export const refuseSku = firstOf(
  (draft) => {
    const sku = skuOf(draft)
    const offered = OFFERED[textAt(draft.sent.gatewayType) ?? 'Vpn']
    if (sku === undefined || offered === undefined) return undefined
    const family = familyOf(sku)
    if (family === undefined || !offered.includes(family)) return notAllowed(draft)
    const old = familyOf(textAt(objectAt(draft.before?.properties.sku).name) ?? '')
    return old === undefined || RESIZES[old].includes(family) ? undefined : notAllowed(draft)
  },
  retired,
  generations,
)

/** Recorded: a change across families, with the name of a .NET type in the text (recorded behaviour 3). */
function notAllowed({ id }: Draft): Answer {
  return networkError(
    400,
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    `Virtual network gateway Sku specified is not valid for gateway ${id} with DeploymentType VMScaleSet. The allowed Skus are ` +
      'System.Collections.Generic.List`1[System.String].',
  )
}

/**
 * By the date, so that recordings of the years before stay acceptable. The code is documented for VpnGw1 to VpnGw5 (VPN
 * gateway document 5.5, number 1); that it is the same for Standard and HighPerformance, and for updates of what is left of
 * the non-AZ gateways, is assumed.
 */
function retired(draft: Draft): Answer | undefined {
  const sku = skuOf(draft)
  const family = sku === undefined ? undefined : familyOf(sku)
  if ((draft.sent.gatewayType ?? 'Vpn') !== 'Vpn') return undefined
  const { now } = draft.exchange
  const refused =
    (family === 'VpnGw' && now >= NON_AZ_ENDED) ||
    (family === 'Legacy' && draft.before === undefined && now >= LEGACY_ENDED)
  if (!refused) return undefined
  return networkError(
    400,
    'NonAzSkusNotAllowedForVPNGateway',
    `VpnGw1-5 non-AZ SKUs are no longer supported for VPN gateways: gateway ${draft.id} cannot have SKU ${sku}.`,
  )
}
