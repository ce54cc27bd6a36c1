import { keyOf, nameOfId, parentId } from '../paths.ts'
import type { Plan, PlannedResource } from '../plan/plan.ts'
import type { Answers } from './answers.ts'
import { circuitIdOf, circuitThere, gatewayIdOf, isThere, networkIdOf, peeringThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Circuits that a plan refers to and does not write. */
export function usedCircuits(
  answers: Answers,
  around: Surroundings,
  resources: readonly PlannedResource[],
): Plan['uses'] {
  const written = new Set(resources.map(({ id }) => keyOf(id)))
  return answers.circuits.flatMap((circuit) => {
    const id = circuitIdOf(circuit, answers)
    if (id === '' || written.has(keyOf(id))) return []
    const there = circuitThere(circuit, answers, around)
    if (!there && circuit.use === 'new') return []
    const writesPeering = resources.some((one) => keyOf(parentId(one.id) ?? '') === keyOf(id))
    return [
      {
        id: there?.id ?? id,
        note: writesPeering
          ? 'Only its private peering is written'
          : circuit.use === 'new'
            ? 'Ordered already'
            : circuit.use === 'redeemed'
              ? 'Somebody else’s, not changed'
              : peeringThere(circuit, answers, around)
                ? 'Not changed, nor its private peering'
                : 'Not changed',
      },
    ]
  })
}

/** The gateway, network or hub that a plan refers to and does not write. */
export function usedGateway(
  answers: Answers,
  around: Surroundings,
  resources: readonly PlannedResource[],
): Plan['uses'] {
  const { goal, gateway } = answers
  const written = new Set(resources.map(({ id }) => keyOf(id)))
  const gatewayId = gatewayIdOf(answers, around)
  if (gateway.use === 'existing')
    return nameOfId(gateway.existing) === '' ? [] : [{ id: gatewayId, note: 'Not changed' }]
  const made =
    !written.has(keyOf(gatewayId)) && isThere(gatewayId, around)
      ? [{ id: gatewayId, note: 'Made already' }]
      : []
  if (goal.to === 'hub')
    return [...made, ...(gateway.hub === '' ? [] : [{ id: gateway.hub, note: 'Gets the gateway' }])]
  const networkId = networkIdOf(answers, around)
  if (networkId === undefined || gateway.network.is === 'new') return made
  const writesSubnet = written.has(keyOf(`${networkId}/subnets/GatewaySubnet`))
  return [
    ...made,
    { id: networkId, note: writesSubnet ? 'Only its new subnet is written' : 'Not changed' },
    ...(writesSubnet ? [] : [{ id: `${networkId}/subnets/GatewaySubnet`, note: 'Not changed' }]),
    ...(gateway.address === 'own' &&
    gateway.publicAddress.is === 'existing' &&
    gateway.publicAddress.id !== ''
      ? [{ id: gateway.publicAddress.id, note: 'Given to the gateway, not changed otherwise' }]
      : []),
  ]
}
