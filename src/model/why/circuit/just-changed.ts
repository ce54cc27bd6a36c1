import { duration } from '../../format.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { peeringChanged, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates } from './path-states.ts'

/** A BGP session is given up after 180 s and tried again after that (ExpressRoute document 1.4); a minute more to come up. */
const SETTLES = 4 * 60_000

/** The peering was changed a moment ago and its sessions are still coming back. */
export function justChanged(facts: CircuitFacts): Finding | undefined {
  if (peeringOf(facts) === undefined) return undefined
  const states = pathStates(facts)
  if (states.length > 0 && states.every(({ bgp }) => bgp === 'up'))
    return ruledOut('It has settled: both sessions are established')
  const unread = lackingCircuit(facts.peeringActivity, 'peeringActivity')
  const changed = peeringChanged(facts)
  const since = changed === undefined ? Infinity : facts.now - changed.activity.endedAt
  if (changed === undefined || since >= SETTLES)
    return unread ?? ruledOut('Nobody changed the peering in the last minutes')
  return {
    is: 'cause',
    title: 'The peering was just changed and is still settling',
    likelihood: 'possible',
    evidence: [
      changed.evidence,
      {
        text: `That was ${duration(Math.max(since, 0))} ago, and a session may take minutes`,
        source: 'Activity log',
        at: facts.now,
      },
    ],
    side: 'azure',
    change: 'Wait some minutes, then check again.',
  }
}
