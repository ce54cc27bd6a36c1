import { valueOf } from '../asked.ts'
import { count } from '../../format.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofTables, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, tableOf } from './path-states.ts'

/** IPv4 prefixes that a peering takes from on-premises (ExpressRoute document 1.4). */
function limitOf(peeringType: string | undefined, tier: string | undefined): number {
  if (peeringType?.toLowerCase() === 'microsoftpeering') return 200
  return tier?.toLowerCase() === 'premium' ? 10_000 : 4_000
}

/** IPv6 prefixes that a private peering takes (ExpressRoute document 1.4). */
const LIMIT_6 = 100
const NEAR = 0.9

/** More prefixes than the circuit takes: the session goes down until there are fewer (ExpressRoute document 1.4, finding ER-018). */
export function routeLimit(facts: CircuitFacts): Finding | undefined {
  const peering = peeringOf(facts)
  if (peering === undefined) return undefined
  const tier = valueOf(facts.circuit)?.tier
  const limit = limitOf(peering.peeringType ?? peering.name, tier)
  const states = pathStates(facts)
  const over = states.filter(({ bgp }) => bgp === 'limit')
  const change = `Announce fewer prefixes: summarise them on your routers${limit === 4_000 ? ', or make the circuit Premium, which takes 10,000' : ''}. The session stays down until there are fewer than the limit.`
  const link =
    limit === 4_000
      ? {
          id: valueOf(facts.circuit)?.id ?? peering.id,
          topic: 'circuit' as const,
          label: 'Change SKU and bandwidth',
        }
      : undefined
  if (over.length > 0)
    return {
      is: 'cause',
      title: `Too many prefixes arrive on ${pathWords(over)}`,
      likelihood: 'very likely',
      evidence: over.map(({ path, state, family }) =>
        ofTables(
          facts,
          'Route summaries',
          family === 'IPv6'
            ? `The IPv6 session of the ${path} path is ${state}: over its limit, which is ${LIMIT_6} for IPv6`
            : `The session of the ${path} path is ${state}: over its limit, which is ${limit.toLocaleString('en-US')} for ${tier ?? 'this SKU'}`,
        ),
      ),
      side: 'router',
      change,
      ...(link && { link }),
    }
  const near = states.filter(({ prefixes = 0 }) => prefixes > NEAR * limit)
  if (near.length > 0)
    return {
      is: 'cause',
      title: 'The prefixes come near the limit, over which the session drops',
      likelihood: 'unlikely',
      evidence: near.map(({ path, prefixes = 0 }) =>
        ofTables(
          facts,
          'Route summaries',
          `The ${path} path receives ${count(prefixes, 'prefix', 'prefixes')} of ${limit.toLocaleString('en-US')}`,
        ),
      ),
      side: 'router',
      change,
      ...(link && { link }),
    }
  const told = states.filter(({ bgp }) => bgp === 'up')
  return (
    lackingCircuit(tableOf(facts, 'summary'), 'summaries') ??
    (told.length > 0
      ? ruledOut(`Fewer than ${limit.toLocaleString('en-US')} prefixes arrive where a session is up`)
      : undefined)
  )
}
