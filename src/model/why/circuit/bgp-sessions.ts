import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofTables, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, tableOf, type PathState } from './path-states.ts'

/** Paths whose router is not known to be silent, and whose session is not established: those that BGP itself keeps down. */
export function withoutSession(states: readonly PathState[]): PathState[] {
  return states.filter(({ link, bgp }) => link !== 'silent' && bgp === 'down')
}

/**
 * BGP is not established on a path whose router answers (ExpressRoute document 6.1, finding ER-003: half the redundancy, and the
 * availability promise needs both).
 */
export function bgpSessions(facts: CircuitFacts): Finding | undefined {
  if (peeringOf(facts) === undefined) return undefined
  const states = pathStates(facts)
  const down = withoutSession(states)
  const unread = lackingCircuit(tableOf(facts, 'summary'), 'summaries')
  if (down.length === 0) {
    if (unread) return unread
    if (states.some(({ bgp }) => bgp === 'untold'))
      return {
        is: 'notChecked',
        missing: 'the BGP sessions: Azure gives an empty summary',
        how: 'Check again in some minutes.',
        waiting: false,
      }
    const up = states.filter(({ bgp }) => bgp === 'up')
    return ruledOut(
      up.length === states.length
        ? 'BGP is established on both paths'
        : 'No session is missing on a path whose router answers',
    )
  }
  const answered = down.every(({ link }) => link === 'answers')
  const others = states.filter(({ bgp }) => bgp === 'up')
  return {
    is: 'cause',
    title:
      down.length === 2
        ? `BGP is not established on either path${answered ? ', though the routers answer' : ''}`
        : `BGP is not established on ${pathWords(down)}${answered ? ', though its router answers' : ''}`,
    likelihood: 'very likely',
    evidence: [
      ...down.map(({ path, family, state = 'not told', upDown }) =>
        ofTables(
          facts,
          'Route summaries',
          `The ${family === undefined ? '' : `${family} `}session of the ${path} path is ${state}${upDown === undefined ? '' : `, ${upDown === 'never' ? 'and was never up' : `for ${upDown}`}`}`,
        ),
      ),
      ...others.map(({ path }) =>
        ofTables(
          facts,
          'Route summaries',
          `The ${path} path is established: half the redundancy is left, and Microsoft’s availability promise needs both`,
        ),
      ),
    ],
    side: 'router',
    change:
      'Let your router speak BGP with Microsoft’s address on that link: peer address, AS number and MD5 key as in the peering, and no filter between them on TCP 179.',
  }
}
