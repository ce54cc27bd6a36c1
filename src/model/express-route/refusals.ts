import { azureRefusals } from '../wizard/azure-refusals.ts'
import { refusalIn, type Refused } from '../wizard/refused.ts'
import type { Step } from './answers.ts'
import { CIRCUIT_REFUSALS } from './refusals-circuit.ts'
import { EXPRESS_ROUTE_GATEWAY_REFUSALS } from './refusals-gateway.ts'

/** Every refusal of ExpressRoute document 9 that the wizard's plans can meet, and the generic codes. */
export const REFUSALS: readonly Refused<Step>[] = [
  ...CIRCUIT_REFUSALS,
  ...EXPRESS_ROUTE_GATEWAY_REFUSALS,
  ...azureRefusals<Step>({
    group: { step: 'resiliency', field: 'goal.group' },
    subscription: { step: 'resiliency', field: 'goal.subscriptionId' },
    address: { step: 'gateway', field: 'gateway.publicAddress' },
    changing: ['still-running'],
    referredChanging: ['still-running', 'hub-routing'],
    chosen: 'the circuit, the gateway, the virtual network or the hub',
  }),
]

/**
 * What a refusal of something in the plan means and where it is mended; `undefined` for one that is not known.
 * @param code of the innermost error, in any casing
 */
export function refusalRemedy(code: string, message = ''): Refused<Step> | undefined {
  return refusalIn(REFUSALS, code, message)
}
