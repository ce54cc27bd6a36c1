import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { withoutSession } from './bgp-sessions.ts'
import { ofTables, peeringChanged, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, tableOf } from './path-states.ts'

/**
 * The AS numbers or MD5 keys differ. Tables show what Azure expects, not what the router sent, so this is never more than likely
 * (ExpressRoute document 6.1); a table with another number, or a change of the peering before it, speaks for it.
 */
export function asNumber(facts: CircuitFacts): Finding | undefined {
  const peering = peeringOf(facts)
  if (peering === undefined) return undefined
  const states = pathStates(facts)
  const down = withoutSession(states)
  const up = states.filter(({ bgp }) => bgp === 'up')
  const expected = peering.peerASN
  if (down.length === 0)
    return (
      lackingCircuit(tableOf(facts, 'summary'), 'summaries') ??
      (up.length > 0
        ? ruledOut(`A session with AS ${expected ?? 'not given'} is established, and none is refused`)
        : undefined)
    )
  const other = down.find(({ as }) => as !== undefined && expected !== undefined && as !== expected)
  const changed = peeringChanged(facts)
  const seen = (text: string): Evidence => ofTables(facts, 'Route summaries', text)
  const one = up[0]
  return {
    is: 'cause',
    title: `The AS number or the MD5 key of the router on ${pathWords(down)} may differ`,
    likelihood: other !== undefined || (one === undefined && changed) ? 'very likely' : 'possible',
    evidence: [
      other === undefined
        ? seen(
            `Azure expects AS ${expected ?? 'not given'} there; the table does not show what the router says`,
          )
        : seen(`The table has AS ${other.as} on the ${other.path} path, and the peering AS ${expected}`),
      ...(one === undefined
        ? []
        : [seen(`The ${one.path} path is established with the same AS number, so Azure’s is right for it`)]),
      ...(changed ? [changed.evidence] : []),
    ],
    side: 'router',
    change: `Compare the AS number of your router with ${expected ?? 'that of the peering'}, Azure’s with 12076, and the MD5 key at both ends; where Azure’s values are wrong, change the peering.`,
    link: {
      id: peering.id.replace(/\/peerings\/[^/]+$/i, ''),
      topic: 'peering',
      label: 'Change the private peering',
    },
    interruption: 'A change of the peering ends both BGP sessions until the routers agree again.',
  } satisfies Cause
}
