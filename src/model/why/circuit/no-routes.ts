import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofTables, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, tableOf } from './path-states.ts'

/** BGP is established and brings no prefix: nothing leads on-premises (ExpressRoute document 6.1). */
export function noRoutes(facts: CircuitFacts): Finding | undefined {
  if (peeringOf(facts) === undefined) return undefined
  const states = pathStates(facts)
  const silent = states.filter(({ prefixes }) => prefixes === 0)
  const bringing = states.filter(({ prefixes = 0 }) => prefixes > 0)
  if (silent.length === 0)
    return (
      lackingCircuit(tableOf(facts, 'summary'), 'summaries') ??
      (bringing.length > 0 ? ruledOut('Prefixes arrive on every path that is established') : undefined)
    )
  return {
    is: 'cause',
    title: `Your router announces nothing on ${pathWords(silent)}`,
    likelihood: 'very likely',
    evidence: [
      ...silent.map(({ path, family }) =>
        ofTables(
          facts,
          'Route summaries',
          `The ${path} path is established and receives 0 ${family === undefined ? '' : `${family} `}prefixes`,
        ),
      ),
      ...bringing.map(({ path, prefixes = 0 }) =>
        ofTables(facts, 'Route summaries', `The ${path} path receives ${prefixes}`),
      ),
    ],
    side: 'router',
    change: 'Let your router announce the prefixes of the site to Microsoft’s, on both paths the same.',
  }
}
