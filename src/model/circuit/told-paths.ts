import { sentenceList } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { PATHS_UNCHECKED } from '../status/expressroute.ts'
import { withReasons } from '../status/merge.ts'
import type { Judgement, Reason } from '../status/verdict.ts'
import { peeringFamilies } from './families.ts'
import { pathsVerdict } from './judge-path.ts'
import type { PeeringReading } from './path-tables.ts'

/**
 * A circuit's verdict with what was told of its paths. It is down only where no session of any peering is up.
 * @param told of each peering in the circuit's order; `undefined`: not asked
 */
export function withPaths(
  judgement: Judgement,
  { peerings }: Pick<ExpressRouteCircuit, 'peerings'>,
  told: readonly (PeeringReading | undefined)[],
): Judgement {
  const states = peerings.flatMap((peering, at) => {
    const reading = told[at]
    return reading ? [{ name: peering.name, ...pathsVerdict(reading.paths, peeringFamilies(peering)) }] : []
  })
  const allDown = states.length === peerings.length && states.every(({ verdict }) => verdict === 'down')
  const reasons = states.flatMap(({ name, verdict, sentence }): Reason[] =>
    verdict === 'down' || verdict === 'attention'
      ? [{ verdict: allDown ? 'down' : 'attention', text: `${name}: ${clause(sentence)}` }]
      : [],
  )
  if (reasons.length > 0) return withReasons(judgement, reasons)
  const up = states.filter(({ verdict }) => verdict === 'healthy').map(({ name }) => name)
  if (judgement.verdict !== 'healthy' || up.length === 0) return judgement
  const open = peerings.map(({ name }) => name).filter((name) => !up.includes(name))
  const words =
    open.length > 0
      ? `both paths of ${sentenceList(up)} are up, those of ${sentenceList(open)} are not checked`
      : `both paths${peerings.length > 1 ? ' of each peering' : ''} are up`
  return { ...judgement, sentence: judgement.sentence.replace(PATHS_UNCHECKED, words) }
}

function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
