import { azureRefusals } from '../wizard/azure-refusals.ts'
import { GATEWAY_REFUSALS } from './refusals-gateway.ts'
import { refusalIn } from '../wizard/refused.ts'
import type { Refused } from './refused.ts'

/** Every refusal of VPN Gateway 5.5, the generic codes below it, and those of single rules. */
export const REFUSALS: readonly Refused[] = [
  ...GATEWAY_REFUSALS,
  ...azureRefusals({
    group: { step: 'network', field: 'network.group' },
    subscription: { step: 'network', field: 'network.subscriptionId' },
    address: { step: 'gateway', field: 'gateway.addresses' },
    changing: ['VAL-CON-01', 'still-running'],
    referredChanging: ['VAL-CON-01'],
    chosen: 'the gateway, address or site',
  }),
]

/**
 * What a refusal of something in the plan means and where it is mended; `undefined` for one that is not known, which Azure's own words
 * have to explain. Some are known by their message only, since no code was published.
 * @param code of the innermost error, in any casing
 */
export function refusalRemedy(code: string, message = ''): Refused | undefined {
  return refusalIn(REFUSALS, code, message)
}
