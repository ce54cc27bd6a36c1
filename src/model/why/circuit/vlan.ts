import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofTables, peeringChanged, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, tableOf } from './path-states.ts'

/**
 * Frames may carry another VLAN ID. ARP tables look the same as with a link that is down, so this is never more than likely
 * (ExpressRoute document 6.1); a change of the peering before it speaks for it.
 */
export function vlan(facts: CircuitFacts): Finding | undefined {
  const peering = peeringOf(facts)
  if (peering === undefined) return undefined
  const states = pathStates(facts)
  const silent = states.filter(({ link }) => link === 'silent')
  const answering = states.filter(({ link }) => link === 'answers')
  const id = peering.vlanId
  if (silent.length === 0)
    return (
      lackingCircuit(tableOf(facts, 'arp'), 'arp') ??
      (answering.length === 2
        ? ruledOut(`Frames with VLAN ID ${id ?? 'not given'} come back on both paths`)
        : undefined)
    )
  const changed = peeringChanged(facts)
  const one = answering[0]
  return {
    is: 'cause',
    title: `The VLAN ID at the far end of ${pathWords(silent)} may be another than ${id ?? 'Azure’s'}`,
    likelihood: one === undefined && changed ? 'very likely' : 'possible',
    evidence: [
      ofTables(
        facts,
        'ARP tables',
        `VLAN ID ${id ?? 'not given'} is set in Azure, and on ${pathWords(silent)} no router answers; a link that is down looks the same`,
      ),
      ...(one === undefined
        ? []
        : [
            ofTables(
              facts,
              'ARP tables',
              `It is the same for both paths, and on the ${one.path} path it is right`,
            ),
          ]),
      ...(changed ? [changed.evidence] : []),
    ],
    side: 'router or provider',
    change: `Compare the VLAN ID at your router and at the provider with ${id ?? 'that in Azure'}; where Azure’s is the wrong one, change the peering.`,
    link: {
      id: peering.id.replace(/\/peerings\/[^/]+$/i, ''),
      topic: 'peering',
      label: 'Change the private peering',
    },
    interruption: 'A change of the VLAN ID ends both BGP sessions until the routers agree again.',
  }
}
