import { isMetro } from '../circuit/locations.ts'
import { placeOf } from '../circuit/place.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Consequences } from './consequences.ts'
import { connectionsOf, touchedConnection } from './gateway-connections.ts'
import { heldBy } from './held-by.ts'
import type { Action } from './write.ts'

/** Why there is nothing to test (ExpressRoute document 2.3); `undefined`: there is. */
export function whyNoFailoverTest(locations: readonly string[]): string | undefined {
  if (locations.length < 2)
    return 'A failover test needs circuits in two or more peering locations, as far as this account can read.'
  return locations.every(isMetro) ? 'Metro circuits cannot be tested.' : undefined
}

/** Takes the circuits of one location away from this gateway, until it is stopped. */
export function startTest(gateway: VirtualNetworkGateway, location: string): Action {
  return {
    ...facts(gateway),
    segment: 'startSiteFailoverTest',
    query: { peeringLocation: location },
    what: `Start the failover test of ${location}`,
    effect: 'The gateway drops the circuits of that location until the test is stopped.',
    action: 'Microsoft.Network/virtualNetworkGateways/startSiteFailoverTest/action',
  }
}

/** A connection of the gateway that can carry what the location that is away does not. */
export interface Carrier {
  name: string
  location: string
}

/** Connections to circuits in the other locations, by name. */
export function carriersOf(gateway: VirtualNetworkGateway, location: string, estate: Estate): Carrier[] {
  return connectionsOf(gateway, estate).flatMap((connection) => {
    const place = placeOfConnection(connection, estate)
    return place === undefined || place === location ? [] : [{ name: connection.name, location: place }]
  })
}

/**
 * @param successful whether the other location carried the traffic: somebody has looked
 * @param verified the connections that did; Stop asks for them (ExpressRoute document 2.3)
 */
export function stopTest(
  gateway: VirtualNetworkGateway,
  location: string,
  successful: boolean,
  verified: readonly Carrier[] = [],
): Action {
  return {
    ...facts(gateway),
    segment: 'stopSiteFailoverTest',
    body: {
      peeringLocation: location,
      wasSimulationSuccessful: successful,
      details: verified.map((carrier) => ({
        failoverConnectionName: carrier.name,
        failoverLocation: carrier.location,
        isVerified: true,
      })),
    },
    what: `Stop the failover test of ${location}`,
    effect: 'The circuits of that location carry traffic again.',
    action: 'Microsoft.Network/virtualNetworkGateways/stopSiteFailoverTest/action',
  }
}

function facts(gateway: VirtualNetworkGateway) {
  const { id, name } = gateway
  return {
    is: 'action',
    method: 'POST',
    topic: 'failover-test',
    id,
    name,
    holds: heldBy(gateway),
  } as const
}

export function testConsequences(
  gateway: VirtualNetworkGateway,
  location: string,
  estate: Estate,
  stops: boolean,
): Consequences {
  const here = connectionsOf(gateway, estate).filter(
    (connection) => placeOfConnection(connection, estate) === location,
  )
  return {
    touches: [{ id: gateway.id, name: gateway.name, note: 'its settings stay' }],
    depends: here.map(touchedConnection),
    ...(!stops && {
      drops: `Everything that comes from ${location} alone, for as long as the test runs. The rest changes over, normally within 15 s. Other gateways notice nothing.`,
    }),
    after: stops
      ? 'The result counts for the resiliency index.'
      : 'The test never ends by itself: stop it here when you have looked.',
  }
}

function placeOfConnection({ circuitId }: Connection, estate: Estate): string | undefined {
  const circuit = estate.resources.get(keyOf(circuitId ?? ''))
  return circuit?.kind === 'expressRouteCircuit' ? placeOf(circuit, estate) : undefined
}
