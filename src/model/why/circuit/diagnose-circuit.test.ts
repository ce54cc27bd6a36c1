import { expect, test } from 'vitest'
import {
  act,
  CIRCUIT,
  circuitFacts,
  CONNECTION,
  end,
  NOW,
  ofCircuit,
  ofConnection,
  OUT,
  PEERING_WRITE,
  paths,
  REFUSED,
} from '../../../../tests/support/circuit-why-facts.ts'
import {
  circuit,
  gateway,
  idOf,
  inventory,
  network,
  port,
  SUBSCRIPTION,
} from '../../../../tests/support/resources.ts'
import { buildEstate } from '../../build-estate.ts'
import type { Resource } from '../../resources/resource.ts'
import { known, valueOf } from '../asked.ts'
import { circuitEstateFacts } from './circuit-estate-facts.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { circuitTicket, circuitTimeline } from './circuit-timeline.ts'
import { circuitSummary, diagnoseCircuit } from './diagnose-circuit.ts'

const HOUR = 3_600_000
const RUNNING_TEST = {
  location: 'Amsterdam',
  status: 'Running',
  startedAt: new Date(NOW - HOUR).toISOString(),
  connections: [],
  issues: [],
}

test.each<[what: string, change: Partial<CircuitFacts>, says: RegExp]>([
  [
    'up',
    {},
    /^Both paths are up, and \d+ rules found nothing that would take it down\. If it fails, look here/,
  ],
  [
    'up, while a failover test keeps traffic away',
    { ends: [end({ tests: known([RUNNING_TEST], NOW) })] },
    /^Both paths are up, but a failover test takes Amsterdam away from ergw\./,
  ],
  [
    'one path down',
    { paths: paths('up', 'no session') },
    /^The secondary path is down, the other is up, most likely because BGP is not established on the secondary/,
  ],
  [
    'both down',
    { paths: paths('silent', 'silent') },
    /^Neither path is up, most likely because no router answers/,
  ],
  [
    'out',
    ofConnection(OUT),
    /^It is NotConnected\. What may be: the connection does not come up by itself\./,
  ],
  [
    'waiting for its provider',
    {
      ...ofCircuit({ serviceProviderProvisioningState: 'NotProvisioned', peerings: [] }),
      paths: { is: 'none' },
      ends: [],
    },
    /^It is not in service, most likely because the provider Colt has not provisioned the circuit\./,
  ],
  [
    'asking',
    { paths: { is: 'asking' } },
    /^How its paths stand is not known yet; what it rests on is still being/,
  ],
  [
    'refused',
    { paths: REFUSED },
    /^How its paths stand was not told, and no rule found a cause in what could be read/,
  ],
])('in one sentence: %s', (_, change, says) => {
  expect(circuitSummary(diagnoseCircuit(circuitFacts(change)))).toMatch(says)
})

test('a switched off link stands before what follows from it', () => {
  const change = {
    ...ofCircuit({ expressRoutePortId: port('p').id, serviceProviderProvisioningState: undefined }),
    port: known(
      port('p', {
        links: [
          { name: 'link1', adminState: 'Disabled' },
          { name: 'link2', adminState: 'Enabled' },
        ],
      }),
      NOW,
    ),
    paths: paths('silent', 'up'),
  }
  expect(diagnoseCircuit(circuitFacts(change)).causes.map(({ rule }) => rule)).toEqual([
    'Port links',
    'Layer 2',
    'VLAN ID',
  ])
})

test('with everything refused nothing is found, and nothing is ruled out that rests on it', () => {
  const { causes, ruledOut, notChecked } = diagnoseCircuit(
    circuitFacts({
      ...ofConnection(CONNECTION, {
        gateway: REFUSED,
        peers: REFUSED,
        tests: REFUSED,
        gatewayActivity: REFUSED,
      }),
      circuit: REFUSED,
      paths: REFUSED,
      routes: REFUSED,
      activity: REFUSED,
      peeringActivity: REFUSED,
    }),
  )
  expect(causes).toEqual([])
  // Its own status was read.
  expect(ruledOut.map(({ rule }) => rule)).toEqual(['Connection'])
  expect(notChecked.map(({ rule }) => rule)).toEqual([
    'Circuit',
    'Authorization',
    'Gateway',
    'Microsoft’s edge',
  ])
})

test('what happened: the last write of any log is marked, and a path that is down stands at its reading', () => {
  const facts = circuitFacts({
    paths: paths('up', 'silent'),
    activity: known([act('expressRouteCircuits/write', 5 * HOUR)], NOW),
    peeringActivity: known([PEERING_WRITE(2 * HOUR)], NOW),
    ends: [end({ gatewayActivity: known([act('virtualNetworkGateways/write', 3 * HOUR)], NOW) })],
  })
  const moments = circuitTimeline(facts, diagnoseCircuit(facts))
  expect(moments.map(({ what, is }) => [is, what])).toEqual([
    ['write', 'Circuit changed'],
    ['write', 'Gateway changed'],
    ['write', 'Peering changed'],
    ['now down', 'The secondary path is not established'],
  ])
  expect(moments.filter((one) => one.isLastChange)).toMatchObject([
    { what: 'Peering changed', by: 'a.nowak@contoso.com' },
  ])
})

test('a ticket has the paths, the causes with whose change it is, and what was not looked at', () => {
  const facts = circuitFacts({ paths: paths('up', 'silent'), routes: REFUSED })
  const text = circuitTicket(facts, diagnoseCircuit(facts))
  expect(text).toMatch(/^Why er is not up, 25 Nov 2026/)
  expect(text).toContain('secondary path  router: no answer  BGP: Idle')
  expect(text).toContain('1. The router at the far end of the secondary path does not answer (very likely)')
  expect(text).toContain('Change, on your router or by the provider: Check the link and its VLAN 330')
  expect(text).toMatch(/Not checked\n(?:- .*\n)*- Overlap with a network: the route tables: not readable/)
  expect(text).not.toContain('serviceKey')
})

const GATEWAY = gateway('ergw', { gatewayType: 'ExpressRoute' })
const estate = (...resources: Resource[]) =>
  buildEstate([{ subscriptionId: SUBSCRIPTION, displayName: 'One' }], [inventory(resources)])

test('from the estate: circuit, ends with their gateways, networks, and circuits at the same location', () => {
  const other = {
    ...CIRCUIT,
    id: idOf('expressRouteCircuits', 'er-2'),
    key: idOf('expressRouteCircuits', 'er-2').toLowerCase(),
    name: 'er-2',
    peerings: [],
  }
  const all = estate(CIRCUIT, other, CONNECTION, GATEWAY, network('vnet'))
  const found = circuitEstateFacts(CIRCUIT, all, 0, false)
  expect(found.ends.map((one) => [one.connection.name, valueOf(one.gateway)?.name])).toEqual([
    ['cn-er', 'ergw'],
  ])
  expect(found.networks.map(({ name }) => name)).toEqual(['vnet'])
  expect(found.nearby).toEqual([{ name: 'er-2', statuses: [] }])
  expect(valueOf(circuitEstateFacts(CONNECTION, all, 0, false).circuit)?.name).toBe('er')
})

test('a circuit on an own port is at the location of the port, as itself and beside another', () => {
  const pair = port('pair', { peeringLocation: 'Amsterdam' })
  const direct = circuit('direct', { peeringLocation: undefined, expressRoutePortId: pair.id })
  const ams = circuit('ams', { peeringLocation: 'Amsterdam' })
  const all = estate(pair, direct, ams)
  expect(circuitEstateFacts(ams, all, 0, false).nearby.map(({ name }) => name)).toEqual(['direct'])
  expect(circuitEstateFacts(direct, all, 0, false).nearby.map(({ name }) => name)).toEqual(['ams'])
})

test('what was not read is not there, and may come while the lists are read', () => {
  expect(circuitEstateFacts(CONNECTION, estate(), 0, false).circuit).toEqual({ is: 'none' })
  expect(circuitEstateFacts(CONNECTION, estate(), 0, true).circuit).toEqual({ is: 'asking' })
})
