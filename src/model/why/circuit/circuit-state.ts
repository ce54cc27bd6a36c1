import { valueOf } from '../asked.ts'
import { ruledOut, type Cause, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** Microsoft's side of the circuit is not Enabled, or its last change failed (ExpressRoute document 2.6, finding ER-038). */
export function circuitState(facts: CircuitFacts): Finding | undefined {
  const unread = lackingCircuit(facts.circuit, 'circuit')
  const circuit = valueOf(facts.circuit)
  if (unread || circuit === undefined) return unread
  const { circuitProvisioningState: state, provisioningState: last } = circuit
  const said = ofCircuit(facts, `circuitProvisioningState is ${state ?? 'not given'}`)
  switch (state?.toLowerCase()) {
    case 'enabled':
      break
    case 'enabling':
    case 'disabling':
      return cause('The circuit is being switched', 'very likely', [said], {
        side: 'azure',
        change: 'Wait until it has ended, then check again.',
      })
    case undefined:
      return {
        is: 'notChecked',
        missing: 'whether the circuit is Enabled: Azure gives no circuitProvisioningState',
        how: 'Check again.',
        waiting: false,
      }
    default:
      return cause('The circuit is not Enabled', 'very likely', [said], {
        side: 'microsoft',
        change:
          'Microsoft switches a circuit. Look under Activity for a change that failed; if there is none, open a support request with the service key.',
        link: { id: circuit.id, tab: 'activity', label: 'See its activity' },
      })
  }
  if (/ing$/i.test(last ?? ''))
    return cause(
      'The circuit is being changed',
      'possible',
      [ofCircuit(facts, `provisioningState is ${last}`)],
      {
        side: 'azure',
        change: 'Wait until it has ended, then check again.',
      },
    )
  if (last?.toLowerCase() === 'failed')
    return cause(
      'The last change of the circuit failed and was not applied',
      'possible',
      [ofCircuit(facts, `provisioningState is ${last}`)],
      {
        side: 'azure',
        change: 'See the error under Activity, and repeat the change.',
        link: { id: circuit.id, topic: 'circuit', label: 'Change SKU and bandwidth' },
      },
    )
  return ruledOut(`The circuit is Enabled, and its last change ${last ?? 'has no state'}`)
}

function cause(
  title: string,
  likelihood: Cause['likelihood'],
  evidence: Cause['evidence'],
  rest: Pick<Cause, 'side' | 'change' | 'link'>,
): Cause {
  return { is: 'cause', title, likelihood, evidence, ...rest }
}
