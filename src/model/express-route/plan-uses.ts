import { keyOf, nameOfId, parentId } from '../paths.ts'
import type { Plan, PlannedResource } from '../plan/plan.ts'
import type { Answers } from './answers.ts'
import { microsoftIdOf } from './microsoft.ts'
import { circuitIdOf, circuitThere, gatewayIdOf, isThere, networkIdOf, peeringThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Circuits that a plan refers to and does not write. */
export function usedCircuits(
  answers: Answers,
  around: Surroundings,
  resources: readonly PlannedResource[],
): Plan['uses'] {
  const written = new Set(resources.map(({ id }) => keyOf(id)))
  const circuits = answers.circuits.flatMap((circuit) => {
    const id = circuitIdOf(circuit, answers)
    if (id === '' || written.has(keyOf(id))) return []
    const there = circuitThere(circuit, answers, around)
    if (!there && circuit.use === 'new') return []
    const peerings = resources
      .filter((one) => keyOf(parentId(one.id) ?? '') === keyOf(id))
      .map((one) => (keyOf(one.id).endsWith('/microsoftpeering') ? 'Microsoft' : 'private'))
    return [
      {
        id: there?.id ?? id,
        note:
          peerings.length > 0
            ? `Only its ${peerings.join(' and ')} ${peerings.length > 1 ? 'peerings are' : 'peering is'} written`
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
  return [...circuits, ...usedFilters(answers, written)]
}

/** Route filters of the Microsoft peerings that are made, each once. */
function usedFilters(answers: Answers, written: ReadonlySet<string>): Plan['uses'] {
  const ids = answers.circuits
    .filter((circuit) => written.has(keyOf(microsoftIdOf(circuit, answers))))
    .flatMap(({ microsoft: { addressing, routeFilter, routeFilter6 } }) => [
      ...(addressing === 'ipv6' ? [] : [routeFilter]),
      ...(addressing === 'ipv4' ? [] : [routeFilter6]),
    ])
    .filter((id) => id !== '')
  return [...new Map(ids.map((id) => [keyOf(id), id])).values()].map((id) => ({ id, note: 'Not changed' }))
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
