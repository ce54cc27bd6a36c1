import { connectionsOf } from '../edits/gateway-connections.ts'
import { privatePeeringOf } from '../edits/peering.ts'
import type { Estate } from '../estate.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Connection } from '../resources/vpn.ts'

/** Why a circuit carries nothing to virtual networks, by its own state; `undefined`: nothing of it says so. */
export function whyDead(circuit: ExpressRouteCircuit): string | undefined {
  const { name, expressRoutePortId, serviceProviderProvisioningState: state } = circuit
  if (expressRoutePortId === undefined && state !== undefined && state.toLowerCase() !== 'provisioned')
    return `the provider state of ${name} is ${state}`
  return privatePeeringOf(circuit)?.state?.toLowerCase() === 'disabled'
    ? `the private peering of ${name} is switched off`
    : undefined
}

/** Why a connection carries nothing, by its own state. */
export function whyConnectionDead({
  name,
  provisioningState,
  connectionStatus,
}: Connection): string | undefined {
  if (provisioningState?.toLowerCase() === 'failed') return `${name} is ${provisioningState}`
  return connectionStatus?.toLowerCase() === 'notconnected' ? `${name} is ${connectionStatus}` : undefined
}

/** The same of a circuit with the connections it has to networks, as far as they were read: dead where each of them is. */
export function whyLeadsNowhere(circuit: ExpressRouteCircuit, estate: Estate): string | undefined {
  const own = whyDead(circuit)
  if (own !== undefined) return own
  const reasons = connectionsOf(circuit, estate).map(whyConnectionDead)
  return reasons.every((one) => one !== undefined) ? reasons[0] : undefined
}
