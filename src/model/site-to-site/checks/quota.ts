import { count } from '../../format.ts'
import { planOf } from '../plan-of.ts'
import { placeOf } from '../place.ts'
import { advice, type Looked, type WizardCheck } from './check.ts'

/** What a new public IP address of the wizard counts as: it is Standard and static (ARM contract 9.10). */
const COUNTED = ['StandardSkuPublicIpAddresses', 'StaticPublicIPAddresses', 'PublicIPAddresses']

/**
 * The limit of public IP addresses of a subscription in a region (VPN Gateway 5.2, 5.5). Advice, not an error: it may be raised meanwhile,
 * and Azure alone knows what it counts.
 */
export function quotaChecks({ answers, around }: Looked): WizardCheck[] {
  if (around.usages?.is !== 'known') return []
  const wanted = planOf(answers, around).resources.filter(({ type }) =>
    /\/publicIPAddresses$/i.test(type),
  ).length
  const found = around.usages.value.find(
    ({ name, used, limit }) =>
      COUNTED.some((one) => one.toLowerCase() === name.toLowerCase()) && used + wanted > limit,
  )
  if (wanted === 0 || !found) return []
  const { used, limit } = found
  const { location } = placeOf(answers, around)
  return [
    advice(
      'quota',
      ['gateway', 'gateway.addresses.0'],
      `The subscription has ${used} of ${count(limit, 'public IP address', 'public IP addresses')} that it may have in ${location}, and this makes ${wanted} more, which Azure then refuses. Choose an address that is there, remove one that nothing uses, or ask for a higher quota in the Azure portal.`,
    ),
  ]
}
