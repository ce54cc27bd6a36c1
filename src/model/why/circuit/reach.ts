import { areaOfLocation, areaOfRegion, localRegions } from '../../circuit/geography.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { locationOf } from './location.ts'

/**
 * How far the SKU reaches: Local to the regions beside its location, Standard inside its geopolitical area, Premium everywhere
 * (ExpressRoute document 1.1). Which regions those are is unverified, so it is possible at most.
 */
export function reach(facts: CircuitFacts): Finding | undefined {
  const circuit = valueOf(facts.circuit)
  const where = locationOf(facts)
  if (circuit === undefined || where === undefined || facts.ends.length === 0) return undefined
  const tier = circuit.tier?.toLowerCase()
  if (tier === 'premium') return ruledOut('Premium reaches every region')
  if (tier !== 'local' && tier !== 'standard') return undefined
  const area = areaOfLocation(where)
  const local = localRegions(where)
  const regions = facts.ends.flatMap(({ gateway }) => valueOf(gateway)?.location ?? [])
  const beyond = regions.find((region) =>
    tier === 'local'
      ? local.length > 0 && !local.includes(region)
      : area !== undefined && areaOfRegion(region) !== undefined && areaOfRegion(region) !== area,
  )
  if (beyond !== undefined)
    return {
      is: 'cause',
      title: `The circuit may not reach ${beyond}, being ${circuit.tier ?? ''}`,
      likelihood: 'possible',
      evidence: [
        ofCircuit(
          facts,
          tier === 'local'
            ? `A Local circuit at ${where} reaches ${local.join(' and ')}, as far as is known here`
            : `${where} is in ${area ?? ''}, and ${beyond} in ${areaOfRegion(beyond) ?? ''}, as far as is known here`,
        ),
      ],
      side: 'azure',
      change: `Make the circuit ${tier === 'local' ? 'Standard or Premium' : 'Premium'}, which takes no downtime.`,
      link: { id: circuit.id, topic: 'circuit', label: 'Change SKU and bandwidth' },
    }
  const known =
    regions.length > 0 &&
    (tier === 'local'
      ? local.length > 0
      : area !== undefined && regions.every((region) => areaOfRegion(region) !== undefined))
  return known
    ? ruledOut(
        `${circuit.tier ?? ''} at ${where} reaches ${[...new Set(regions)].join(' and ')}, as far as is known here`,
      )
    : {
        is: 'notChecked',
        missing: `whether ${circuit.tier ?? 'the SKU'} at ${where} reaches the gateway’s region: one of the two is not known here`,
        how: 'Look up both in Microsoft’s list of ExpressRoute locations.',
        waiting: false,
      }
}
