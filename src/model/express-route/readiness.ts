import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Answers } from './answers.ts'
import { circuitThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether Azure could not make a circuit: it has no service key that a provider could use (ExpressRoute document 2.6). */
export function hasFailed({
  provisioningState,
  circuitProvisioningState,
}: Pick<ExpressRouteCircuit, 'provisioningState' | 'circuitProvisioningState'>): boolean {
  return (
    provisioningState?.toLowerCase() === 'failed' && circuitProvisioningState?.toLowerCase() !== 'enabled'
  )
}

/**
 * Why a circuit takes no peering and no connection yet (ExpressRoute document 2.6): its provider has not provisioned it, or no link of its
 * port is switched on. `undefined`: it does. What of a port was not read blocks nothing.
 */
export function whyNotReady(
  circuit: ExpressRouteCircuit,
  { estate }: Pick<Surroundings, 'estate'>,
): string | undefined {
  const { name, expressRoutePortId, circuitProvisioningState, serviceProviderName } = circuit
  if (hasFailed(circuit))
    return `Azure could not make ${name}: its state is Failed, so no provider can be given its service key.`
  if (circuitProvisioningState !== undefined && circuitProvisioningState.toLowerCase() !== 'enabled')
    return `Microsoft is still making ${name}: its circuit state is ${circuitProvisioningState}.`
  if (expressRoutePortId !== undefined) {
    const port = estate.resources.get(keyOf(expressRoutePortId))
    if (port?.kind !== 'expressRoutePort' || port.links.length === 0) return undefined
    return port.links.some(({ adminState }) => adminState?.toLowerCase() === 'enabled')
      ? undefined
      : `No link of the port ${port.name} is switched on, so ${name} carries nothing yet.`
  }
  const state = circuit.serviceProviderProvisioningState
  if (state?.toLowerCase() === 'provisioned') return undefined
  return `${serviceProviderName ?? 'The provider'} has not provisioned ${name}: its provider state is ${state ?? 'not given'}.`
}

/** Whether no circuit waits for anybody; somebody else's that cannot be read is for its owner to wait for. */
export function areReady(answers: Answers, around: Surroundings): boolean {
  return answers.circuits.every((circuit) => {
    const there = circuitThere(circuit, answers, around)
    return there ? whyNotReady(there, around) === undefined : circuit.use === 'redeemed'
  })
}
