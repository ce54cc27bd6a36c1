import { connectionsOf } from '../../edits/gateway-connections.ts'
import { homeOf } from '../../edits/site-surroundings.ts'
import { keyOf } from '../../paths.ts'
import type { VirtualNetwork } from '../../resources/network.ts'
import { overlapWords } from '../../wizard/overlap-words.ts'
import { rangesIn } from '../../wizard/ranges.ts'
import { nearRanges } from '../peering-taken.ts'
import { circuitThere, existingGateway } from '../place.ts'
import { advice, type At, type Looked, type WizardCheck } from './check.ts'

/**
 * Networks that a circuit reaches are one routing domain (ExpressRoute document 10): one that overlaps another that the circuit leads to already
 * is reached at one of the two. Azure takes it.
 */
export function overlapChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const mine = nearRanges(answers, around).filter(({ key }) => key !== undefined)
  const own = new Set(mine.map(({ key }) => key))
  const linked = new Set(
    linkedNetworks(looked)
      .map(({ key }) => key)
      .filter((key) => !own.has(key)),
  )
  const others = rangesIn(around.estate).filter(({ key }) => linked.has(key))
  const at: At = ['gateway', answers.goal.to === 'hub' ? 'gateway.hub' : 'gateway.network']
  return mine.flatMap(({ whose, prefixes }) =>
    prefixes.flatMap((text) => {
      const words = overlapWords(text, whose, others)
      return words === undefined
        ? []
        : [
            advice(
              'overlap',
              at,
              `${words} Both would be reached over ${answers.circuits.length > 1 ? 'the same circuits' : 'the same circuit'}: of addresses in both only one is.`,
            ),
          ]
    }),
  )
}

/** Of other gateways on the plan's circuits. */
function linkedNetworks({ answers, around }: Looked): VirtualNetwork[] {
  const { estate } = around
  const mine = existingGateway(answers, around)?.key
  return answers.circuits.flatMap((circuit) => {
    const there = circuitThere(circuit, answers, around)
    if (!there) return []
    return connectionsOf(there, estate).flatMap(({ gateway1Id }) => {
      const gateway = estate.resources.get(keyOf(gateway1Id ?? ''))
      if (gateway?.kind !== 'virtualNetworkGateway' || gateway.key === mine) return []
      return homeOf(gateway, estate) ?? []
    })
  })
}
