import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** The public prefixes of a Microsoft peering are not validated, so its BGP stays down (finding ER-008); no virtual network uses it. */
export function microsoftPeering({ subject, circuit: asked, now }: CircuitFacts): Finding | undefined {
  const circuit = valueOf(asked)
  const peering = circuit?.peerings.find(({ name }) => name.toLowerCase() === 'microsoftpeering')
  if (subject.kind !== 'expressRouteCircuit' || peering === undefined) return undefined
  const state = peering.microsoft?.prefixesState
  switch (state?.toLowerCase()) {
    case 'configured':
      return ruledOut('The public prefixes of the Microsoft peering are Configured')
    case 'validationneeded':
      return {
        is: 'cause',
        title: 'The public prefixes of the Microsoft peering wait for proof',
        likelihood: 'very likely',
        evidence: [
          {
            text: `Its advertisedPublicPrefixesState is ${state}: BGP of the Microsoft peering stays down`,
            source: 'Circuit',
            at: circuit?.readAt ?? now,
          },
        ],
        side: 'microsoft',
        change: 'Open a support request with proof that the prefixes and the AS number are yours.',
      }
    default:
      return {
        is: 'notChecked',
        missing: `the public prefixes of the Microsoft peering: their state is ${state ?? 'not given'}`,
        how: 'Check again in some minutes.',
        waiting: false,
      }
  }
}
