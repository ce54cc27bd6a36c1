import { azureRefusals } from '../wizard/azure-refusals.ts'
import { refusalIn, type Refused } from '../wizard/refused.ts'
import { keyOf } from '../paths.ts'
import type { Answers, Step } from './answers.ts'
import { circuitIdOf, connectionIdOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'
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
 * @param id of what was refused: it says which circuit is meant, and which of its peerings
 */
export function refusalRemedy(
  code: string,
  message: string,
  id: string | undefined,
  answers: Answers,
  around: Surroundings,
): Refused<Step> | undefined {
  const found = refusalIn(REFUSALS, code, message)
  if (found?.at?.field === undefined || !FIRST.test(found.at.field)) return found
  const index = circuitOf(id, answers, around)
  const at =
    index < 0
      ? { step: found.at.step }
      : { step: found.at.step, field: found.at.field.replace(FIRST, `circuits.${index}`) }
  if (found.at.step !== 'peering' || !keyOf(id ?? '').endsWith(MICROSOFT)) return { ...found, at }
  return {
    ...found,
    what: found.what.replace('private', 'Microsoft'),
    at: index < 0 ? { step: 'microsoft' } : { step: 'microsoft', field: `circuits.${index}.microsoft` },
  }
}

/** The rules speak of the first circuit; which one it is only the refusal tells. */
const FIRST = /^circuits\.0(?=\.|$)/
const MICROSOFT = '/peerings/microsoftpeering'

/** Where a circuit stands in the answers that a resource is, is in or connects; -1: none of them. */
function circuitOf(id: string | undefined, answers: Answers, around: Surroundings): number {
  // Of one circuit it can only be that.
  if (id === undefined) return answers.circuits.length === 1 ? 0 : -1
  const key = keyOf(id)
  return answers.circuits.findIndex((circuit) => {
    const own = keyOf(circuitIdOf(circuit, answers))
    return key === own || key.startsWith(`${own}/`) || key === keyOf(connectionIdOf(circuit, answers, around))
  })
}
