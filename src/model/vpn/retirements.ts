import type { Verdict } from '../status/verdict.ts'

/** What Azure retired or is about to, and when. Dates move: this is the one place that has them. */
export interface SkuNotice {
  verdict: Verdict
  /** Whole sentences. */
  text: string
}

/** When the dates here were last compared with what Microsoft publishes. */
export const DATES_LAST_CHECKED = 'November 2026'

/** What a person has to know about the SKU of a gateway (VPN Gateway 0, 1.3, 1.6, 10.2); nothing for one that is offered. */
export function skuNotice(sku: string | undefined): SkuNotice | undefined {
  const name = sku?.toLowerCase() ?? ''
  if (name === 'basic')
    return {
      verdict: 'notChecked',
      text: 'Basic is not retired, and cannot be resized: another SKU means to delete the gateway and create it again, with another public IP address.',
    }
  if (name === 'standard' || name === 'highperformance')
    return {
      verdict: 'attention',
      text: `${sku} is a legacy SKU: none has been created since 1 December 2023, and it was retired in June 2026. Azure moves such a gateway to ${name === 'standard' ? 'VpnGw1AZ' : 'VpnGw2AZ'} by itself, which fails where the GatewaySubnet is too small.`,
    }
  if (/^vpngw[1-5]$/.test(name))
    return {
      verdict: 'attention',
      text: `${sku} was retired in September 2026, and none has been created since 1 November 2025. By Azure’s documentation such a gateway takes no change but that to ${sku}AZ.`,
    }
  return undefined
}

/** Of the Basic public IP address on a VPN gateway (VPN Gateway 10.2). */
export const BASIC_ADDRESS_RETIRED =
  'Basic public IP addresses were retired on 30 September 2025, and on VPN gateways at the end of June 2026: migrate to a Standard one.'
