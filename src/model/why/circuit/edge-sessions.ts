import { count } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** The gateway speaks BGP with Microsoft’s edge routers by itself, whatever the routers of the site do (ExpressRoute document 6.1). */
export function edgeSessions(facts: CircuitFacts): Finding | undefined {
  const asked = facts.ends.filter(({ connection }) => connection.kind === 'connection')
  if (asked.length === 0) return undefined
  for (const { gateway, peers } of asked) {
    const rows = valueOf(peers) ?? []
    const down = rows.filter(({ state }) => state?.toLowerCase() !== 'connected')
    const [first] = down
    if (first === undefined) continue
    const name = valueOf(gateway)?.name ?? 'of this end'
    const at = peers.is === 'known' ? peers.at : facts.now
    return {
      is: 'cause',
      title: `The gateway ${name} is not connected with Microsoft’s edge`,
      likelihood: down.length === rows.length ? 'very likely' : 'possible',
      evidence: [
        {
          text: `${count(down.length, 'session')} of ${rows.length} of ${name} with edge routers ${down.length === 1 ? 'is' : 'are'} not Connected: ${first.localAddress ?? 'an instance'} with ${first.neighbor} is ${first.state ?? 'without a state'}`,
          source: 'BGP peers',
          at,
        },
      ],
      side: 'microsoft',
      change:
        'If nothing is being changed there, open a support request: both ends of these sessions are Microsoft’s.',
    }
  }
  const unread = asked.map(({ peers }) => lackingCircuit(peers, 'peers')).find((one) => one !== undefined)
  if (unread) return unread
  return asked.some(({ peers }) => (valueOf(peers) ?? []).length > 0)
    ? ruledOut('Every session of the gateway with Microsoft’s edge is Connected')
    : {
        is: 'notChecked',
        missing: 'the sessions of the gateway with Microsoft’s edge: Azure names none',
        how: 'Check again in some minutes.',
        waiting: false,
      }
}
