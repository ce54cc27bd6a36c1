import { err, ok } from '../../src/lib/result.ts'
import type { ArpRow, PathName, PathReading, PeeringReading } from '../../src/model/circuit/path-tables.ts'
import type { Activity } from '../../src/model/diagnostics/activity.ts'
import type { HubError } from '../../src/model/errors.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../../src/model/resources/expressroute.ts'
import type { Connection } from '../../src/model/resources/vpn.ts'
import { known, type Asked } from '../../src/model/why/asked.ts'
import type { AskedEnd, CircuitFacts } from '../../src/model/why/circuit/circuit-facts.ts'
import { circuit, connection, gateway, idOf, network, READ_AT } from './resources.ts'

export const NOW = READ_AT

const FORBIDDEN: HubError = {
  kind: 'forbidden',
  code: 'AuthorizationFailed',
  message: 'Not allowed.',
  status: 403,
  details: [],
}
export const REFUSED: Asked<never> = { is: 'failed', error: FORBIDDEN }

const CIRCUIT_ID = idOf('expressRouteCircuits', 'er')

export const PEERING: ExpressRouteCircuit['peerings'][number] = {
  id: `${CIRCUIT_ID}/peerings/AzurePrivatePeering`,
  name: 'AzurePrivatePeering',
  peeringType: 'AzurePrivatePeering',
  state: 'Enabled',
  provisioningState: 'Succeeded',
  vlanId: 330,
  peerASN: 64_710,
  primaryPrefix: '172.16.0.16/30',
  secondaryPrefix: '172.16.0.20/30',
}

export const CIRCUIT = circuit('er', {
  sku: 'Standard_MeteredData',
  tier: 'Standard',
  peeringLocation: 'Amsterdam',
  peerings: [PEERING],
})

export const CONNECTION = connection('cn-er', {
  connectionType: 'ExpressRoute',
  gateway1Id: idOf('virtualNetworkGateways', 'ergw'),
  localNetworkGatewayId: undefined,
  circuitId: CIRCUIT.id,
})

export const OUT: Connection = { ...CONNECTION, connectionStatus: 'NotConnected' }

export const HUB_CONNECTION: ExpressRouteConnection = {
  ...CONNECTION,
  kind: 'expressRouteConnection',
  id: idOf('expressRouteGateways', 'ergw-hub/expressRouteConnections/cn-hub'),
  key: idOf('expressRouteGateways', 'ergw-hub/expressRouteConnections/cn-hub').toLowerCase(),
  name: 'cn-hub',
  gatewayId: idOf('expressRouteGateways', 'ergw-hub'),
  circuitPeeringId: PEERING.id,
  enableInternetSecurity: false,
}

const MICROSOFT: ArpRow = { age: 0, interface: 'Microsoft', macAddress: '6412.25aa.bb01' }

export type PathCase =
  | 'up'
  | 'silent'
  | 'incomplete'
  | 'no session'
  | 'no prefix'
  | 'limit'
  | 'empty'
  | 'unread'

/** One path as its tables tell it. */
export function path(
  name: PathName,
  is: PathCase,
  change: { as?: number; prefixes?: number } = {},
): PathReading {
  const { as = 64_710, prefixes = 3 } = change
  const summary = (statePfxRcd: string, upDown: string) =>
    ok([{ neighbor: '172.16.0.17', as, statePfxRcd, upDown }])
  const both = ok([{ interface: 'On-Prem', macAddress: '6412.25aa.bb02' }, MICROSOFT])
  switch (is) {
    case 'up':
      return { path: name, arp: both, summary: summary(String(prefixes), '2w1d') }
    case 'silent':
      return { path: name, arp: ok([MICROSOFT]), summary: summary('Idle', '01:00:00') }
    case 'incomplete':
      return {
        path: name,
        arp: ok([{ interface: 'On-Prem', macAddress: 'Incomplete' }, MICROSOFT]),
        summary: summary('Active', 'never'),
      }
    case 'no session':
      return { path: name, arp: both, summary: summary('Active', 'never') }
    case 'no prefix':
      return { path: name, arp: both, summary: summary('0', '1d02h') }
    case 'limit':
      return { path: name, arp: both, summary: summary('Idle (PfxCt)', '00:10:00') }
    case 'empty':
      return { path: name, arp: ok([]), summary: ok([]) }
    case 'unread':
      return { path: name, arp: err(FORBIDDEN), summary: err(FORBIDDEN) }
    default:
      return is satisfies never
  }
}

export function paths(
  primary: PathCase,
  secondary: PathCase,
  change: Parameters<typeof path>[2] = {},
): Asked<PeeringReading> {
  return known(
    {
      paths: [path('primary', primary, change), path('secondary', secondary, change)],
      counters: ok({ primary: {}, secondary: {} }),
    },
    NOW,
  )
}

export const act = (operation: string, ago: number, change: Partial<Activity> = {}): Activity => ({
  correlationId: `${operation} ${ago}`,
  operation: `Microsoft.Network/${operation}`,
  status: 'Succeeded',
  resourceId: PEERING.id,
  caller: 'a.nowak@contoso.com',
  startedAt: NOW - ago,
  endedAt: NOW - ago,
  ...change,
})

export const PEERING_WRITE = (ago: number) => act('expressRouteCircuits/peerings/write', ago)

export function end(change: Partial<AskedEnd> = {}): AskedEnd {
  return {
    connection: CONNECTION,
    gateway: known(gateway('ergw', { gatewayType: 'ExpressRoute', sku: 'ErGw1AZ' }), NOW),
    peers: known(
      [
        {
          localAddress: '10.20.0.12',
          neighbor: '10.20.0.4',
          asn: 12_076,
          state: 'Connected',
          routesReceived: 3,
        },
        {
          localAddress: '10.20.0.12',
          neighbor: '10.20.0.5',
          asn: 12_076,
          state: 'Connected',
          routesReceived: 3,
        },
      ],
      NOW,
    ),
    tests: known([], NOW),
    gatewayActivity: known([], NOW),
    ...change,
  }
}

/** A circuit with one connection, everything read and nothing remarkable; a test says only what it is about. */
export function circuitFacts(change: Partial<CircuitFacts> = {}): CircuitFacts {
  return {
    now: NOW,
    subject: CIRCUIT,
    circuit: known(CIRCUIT, NOW),
    port: { is: 'none' },
    ends: [end()],
    networks: [network('vnet')],
    nearby: [],
    paths: paths('up', 'up'),
    routes: known(
      {
        primary: [
          { network: '10.130.0.0/16', nextHop: '172.16.0.17', path: '64710' },
          { network: '10.20.0.0/16', nextHop: '10.20.0.12', path: '65515' },
        ],
        secondary: [],
      },
      NOW,
    ),
    activity: known([], NOW),
    circuitActivity: { is: 'none' },
    peeringActivity: known([], NOW),
    ...change,
  }
}

/** The circuit otherwise, as fact and as subject. */
export function ofCircuit(change: Partial<ExpressRouteCircuit>): Partial<CircuitFacts> {
  const other = { ...CIRCUIT, ...change }
  return { subject: other, circuit: known(other, NOW) }
}

/** The connection as subject, and as the one end. */
export function ofConnection(connection: Connection, change: Partial<AskedEnd> = {}): Partial<CircuitFacts> {
  return { subject: connection, ends: [end({ connection, ...change })], circuitActivity: known([], NOW) }
}
