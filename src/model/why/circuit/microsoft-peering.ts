import { type AnnouncedPrefixes, announcedPrefixes, isProofAsked } from '../../circuit/announced-prefixes.ts'
import { sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** The public prefixes of a Microsoft peering are not validated, so its BGP stays down (finding ER-008); no virtual network uses it. */
export function microsoftPeering({ subject, circuit: asked, now }: CircuitFacts): Finding | undefined {
  const circuit = valueOf(asked)
  const peering = circuit?.peerings.find(({ name }) => name.toLowerCase() === 'microsoftpeering')
  if (subject.kind !== 'expressRouteCircuit' || peering === undefined) return undefined
  const all = announcedPrefixes(peering)
  const asking = all.filter(isProofAsked)
  if (asking.length > 0)
    return {
      is: 'cause',
      title: 'The public prefixes of the Microsoft peering wait for proof',
      likelihood: 'very likely',
      evidence: asking.map((one) => ({
        text: `${member(one)} is ${one.state}: BGP of the Microsoft peering stays down`,
        source: 'Circuit',
        at: circuit?.readAt ?? now,
      })),
      side: 'microsoft',
      change: 'Open a support request with proof that the prefixes and the AS number are yours.',
    }
  const open = all.filter(({ state }) => state.toLowerCase() !== 'configured')
  if (all.length > 0 && open.length === 0)
    return ruledOut('The public prefixes of the Microsoft peering are Configured')
  return {
    is: 'notChecked',
    missing:
      open.length === 0
        ? 'the public prefixes of the Microsoft peering: Azure names none'
        : `the public prefixes of the Microsoft peering: ${sentenceList(open.map(({ family, state }) => `those of ${family} are ${state}`))}`,
    how: 'Check again in some minutes.',
    waiting: false,
  }
}

function member({ family }: AnnouncedPrefixes): string {
  return `Its advertisedPublicPrefixesState${family === 'IPv6' ? ' of IPv6' : ''}`
}
