import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { OperationFailure } from '../store/rows.ts'
import { idAt, textAt } from '../wire/read.ts'
import { find } from './find.ts'
import type { Draft } from './network-type.ts'

/** Accepted and late to fail, as recorded of a hub's connection when the provider had not done its part (azure-cli recording 2023). */
export function notProvisioned({ properties }: Living): OperationFailure | undefined {
  const state = textAt(properties.serviceProviderProvisioningState)
  if (state === 'Provisioned' || properties.expressRoutePort !== undefined) return undefined
  return {
    code: 'ServiceProviderNotProvisioned',
    message:
      `The current cross connection provisioning state '${state ?? 'NotProvisioned'}' of this service key ` +
      `'${textAt(properties.serviceKey) ?? ''}' prevents this operation.`,
  }
}

/**
 * A network's connection needs a provisioned circuit with a private peering (ExpressRoute document 2.6). That it fails late, as a hub's
 * does, and the code for the peering are assumed. Circuits of others cannot be seen and are not looked at.
 */
export function failsForCircuit({ sent, exchange }: Draft): OperationFailure | undefined {
  const circuit = find(exchange, idAt(sent.peer) ?? '')
  if (circuit === undefined) return undefined
  return notProvisioned(circuit) ?? withoutPeering(circuit, exchange)
}

function withoutPeering({ row }: Living, exchange: Exchange): OperationFailure | undefined {
  if (find(exchange, `${row.id}/peerings/AzurePrivatePeering`) !== undefined) return undefined
  return {
    code: 'ExpressRouteCircuitPrivatePeeringMissing',
    message: `Express Route circuit ${row.id} has no private peering, so it cannot be connected.`,
  }
}
