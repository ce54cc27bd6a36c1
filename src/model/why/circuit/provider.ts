import { valueOf } from '../asked.ts'
import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { isDirect, ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** The provider has not done its part, or undoes it: nothing passes (ExpressRoute document 2.6, finding ER-005). */
export function provider(facts: CircuitFacts): Finding | undefined {
  const circuit = valueOf(facts.circuit)
  if (circuit === undefined || isDirect(circuit)) return undefined
  const { serviceProviderProvisioningState: state, serviceProviderName: name = 'the provider' } = circuit
  // First words are put into sentences, where a name keeps its case.
  const named = circuit.serviceProviderName === undefined ? '' : ` ${name}`
  const who = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const said = [ofCircuit(facts, `serviceProviderProvisioningState is ${state ?? 'not given'}`)]
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return ruledOut(`${who} has provisioned the circuit`)
    case 'notprovisioned':
      return cause(
        `The provider${named} has not provisioned the circuit`,
        said,
        `Give ${name} the service key, or ask how the order stands. Until then there is no peering and no connection, and the circuit is billed.`,
        { id: circuit.id, tab: 'overview', label: 'See what the provider needs' },
      )
    case 'provisioning':
      return cause(
        `The provider${named} is still provisioning the circuit`,
        said,
        `Wait for ${name}, which takes hours to weeks; nothing can be changed in Azure that makes it faster.`,
      )
    case 'deprovisioning':
    case 'deprovisioned':
      return cause(
        `The provider${named} takes the circuit down`,
        said,
        `If that was not meant, ask ${name} at once. To use it again it has to be ordered again with its service key.`,
      )
    default:
      return {
        is: 'notChecked',
        missing: `whether ${name} has provisioned the circuit: serviceProviderProvisioningState is ${state ?? 'not given'}`,
        how: `Ask ${name}.`,
        waiting: false,
      }
  }
}

function cause(title: string, evidence: Evidence[], change: string, link?: Cause['link']): Cause {
  return {
    is: 'cause',
    title,
    likelihood: 'very likely',
    evidence,
    side: 'provider',
    change,
    ...(link && { link }),
  }
}

/** Whether a peering can be there at all: the provider is done, or the circuit is on an own port. */
export function isReady(facts: CircuitFacts): boolean {
  const circuit = valueOf(facts.circuit)
  return (
    circuit !== undefined &&
    (isDirect(circuit) || circuit.serviceProviderProvisioningState?.toLowerCase() === 'provisioned')
  )
}
