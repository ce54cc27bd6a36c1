import type { Numbered } from '../../edits/peering.ts'
import { keyOf } from '../../paths.ts'
import type { ExpressRoutePort } from '../../resources/expressroute.ts'
import type { CircuitAnswers } from '../answers.ts'
import { circuitsIn } from '../circuits-in.ts'
import { isMicrosoftMissing } from '../microsoft.ts'
import { circuitIdOf, circuitNameOf, circuitThere, portOf } from '../place.ts'
import type { Looked } from './check.ts'

/** The port of a circuit, and the other circuits on it: those that are there, and those that come before it in this plan. */
export function besideOnPort(
  circuit: CircuitAnswers,
  index: number,
  looked: Looked,
): [port: ExpressRoutePort | undefined, others: ({ name: string } & Numbered)[]] {
  const { answers, around } = looked
  const portId = portIdOf(circuit, looked)
  const port = portId === undefined ? undefined : portOf({ portId }, around)
  if (!port) return [undefined, []]
  const own = keyOf(circuitIdOf(circuit, answers))
  const there = circuitsIn(around).filter(
    (one) => one.key !== own && keyOf(one.expressRoutePortId ?? '') === port.key,
  )
  const planned = answers.circuits
    .slice(0, index)
    .filter((one) => keyOf(portIdOf(one, looked) ?? '') === port.key)
    .map((one) => ({ name: circuitNameOf(one), peerings: vlansMeant(one, looked) }))
  return [port, [...there, ...planned]]
}

/** VLANs that a circuit of the plan is to have. */
function vlansMeant(circuit: CircuitAnswers, { answers, around }: Looked): Numbered['peerings'] {
  const { peering, microsoft } = circuit
  return [
    ...(peering.by === 'customer' ? [{ name: 'AzurePrivatePeering', vlanId: Number(peering.vlan) }] : []),
    ...(isMicrosoftMissing(circuit, answers, around)
      ? [{ name: 'MicrosoftPeering', vlanId: Number(microsoft.vlan) }]
      : []),
  ]
}

function portIdOf(circuit: CircuitAnswers, { answers, around }: Looked): string | undefined {
  const there = circuitThere(circuit, answers, around)
  if (there) return there.expressRoutePortId
  return circuit.use === 'new' && answers.goal.port === 'direct' ? circuit.portId : undefined
}
