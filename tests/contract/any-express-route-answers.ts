import fc from 'fast-check'
import { md5KeyOf, authorizationKeyOf } from '../../src/model/express-route/answers.ts'
import type { Answers, CircuitAnswers, Keys } from '../../src/model/express-route/answers.ts'
import { withConsent } from '../../src/model/express-route/consent.ts'
import { withGoal } from '../../src/model/express-route/settled.ts'
import { startingAnswers } from '../../src/model/express-route/starting-answers.ts'
import type { Surroundings } from '../../src/model/express-route/surroundings.ts'

/** Mostly what is right, sometimes one of the others. */
function mostly<T>(right: fc.Arbitrary<T>, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...others) })
}

/** Half of them as proposed, so that one thing alone is wrong often enough. */
function sometimes<T extends object>(change: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: change })
}

const GUID = '7c1e9f04-52ab-4d63-9f10-3b8f0c6a7d21'

/** A Microsoft peering of both families that nothing is wrong with on a circuit of SKU Premium. */
export const MICROSOFT: CircuitAnswers['microsoft'] = {
  wanted: true,
  addressing: 'both',
  asn: '3320',
  vlan: '311',
  primary: '203.0.113.0/30',
  secondary: '203.0.113.4/30',
  primary6: '2001:db8::/126',
  secondary6: '2001:db8::4/126',
  prefixes: '198.51.100.0/24',
  prefixes6: '2001:db8:9::/48',
  customerAsn: '64496',
  registry: 'RIPENCC',
  routeFilter: '',
  routeFilter6: '',
}

/** A circuit with everything that has no default, which goes together in the list of providers. */
export function filled(circuit: CircuitAnswers, index: number): CircuitAnswers {
  return {
    ...circuit,
    provider: index === 0 ? 'Equinix' : 'Megaport',
    location: index === 0 ? 'Frankfurt' : 'Paris',
    bandwidth: '1000',
    peering: { ...circuit.peering, asn: '64999' },
  }
}

/** Answers as somebody might leave them, over what is there: one thing or another wrong with most of them, nothing with some. */
export function anyAnswers(around: Surroundings): fc.Arbitrary<{ answers: Answers; keys: Keys }> {
  const idsOf = (kind: string) => around.estate.rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const peering = fc.record(
    {
      asn: mostly(fc.constantFrom('64999', '4200000001', '64512'), '0', '12076', '65515', '65518', 'x', ''),
      vlan: mostly(fc.constantFrom('101', '4094'), '0', '4095', 'x', ''),
      primary: mostly(fc.constant('172.17.3.0/30'), '172.17.3.1/30', '172.17.3.0/29', '10.20.0.0/30', ''),
      secondary: mostly(fc.constant('172.17.3.4/30'), '172.17.3.0/30', 'x', ''),
      addressing: fc.constantFrom('ipv4' as const, 'ipv4' as const, 'ipv6' as const, 'both' as const),
      primary6: mostly(fc.constant('fd00:16::/126'), 'fd00:16::1/126', 'fd00:16::/64', ''),
      secondary6: mostly(fc.constant('fd00:16::4/126'), 'fd00:16::/126', ''),
      md5: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const microsoft = fc.record(
    {
      addressing: fc.constantFrom('ipv4' as const, 'ipv6' as const, 'both' as const),
      asn: mostly(fc.constantFrom('3320', '64710'), '12076', '65515', 'x', ''),
      vlan: mostly(fc.constantFrom('311', '101'), '0', '4095', ''),
      primary: mostly(fc.constant('203.0.113.0/30'), '203.0.113.1/30', '10.0.0.0/30', '203.0.113.0/29', ''),
      secondary: mostly(fc.constant('203.0.113.4/30'), '203.0.113.0/30', ''),
      primary6: mostly(fc.constant('2001:db8::/126'), '2001:db8::1/126', 'fd00::/126', ''),
      secondary6: mostly(fc.constant('2001:db8::4/126'), '2001:db8::/126', ''),
      prefixes: mostly(fc.constant('198.51.100.0/24'), '10.0.0.0/8', 'x', ''),
      customerAsn: mostly(fc.constantFrom('64496', ''), '12076', 'x'),
      registry: fc.constantFrom('NONE', 'ARIN'),
    },
    { requiredKeys: [] },
  )
  const connection = fc.record(
    {
      name: mostly(fc.constant('cn-new'), '', '-', 'cn new'),
      weight: mostly(fc.constantFrom('0', '32000', '10'), '-1', '32001', 'x', ''),
      fastPath: fc.boolean(),
      privateLinkFastPath: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const circuit = fc.record(
    {
      use: fc.constantFrom('new' as const, 'new' as const, 'existing' as const, 'redeemed' as const),
      existing: fc.constantFrom(...idsOf('expressRouteCircuit'), ''),
      uri: fc.constantFrom(
        ...idsOf('expressRouteCircuit'),
        '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg-er/providers/Microsoft.Network/expressRouteCircuits/er-partner',
        'x',
        '',
      ),
      name: mostly(fc.constantFrom('erc-new', 'erc-other'), '', '-erc', 'er-ams-equinix-1'),
      region: mostly(fc.constantFrom('westeurope', 'northeurope', 'swedencentral'), '', 'mars'),
      provider: mostly(fc.constantFrom('Equinix', 'Colt', 'Megaport'), 'Nobody', ''),
      location: mostly(
        fc.constantFrom('Frankfurt', 'Amsterdam', 'Singapore Metro', 'Amsterdam Metro'),
        'Atlantis',
        '',
      ),
      bandwidth: mostly(fc.constantFrom('50', '1000', '10000'), '75', 'x', ''),
      portId: fc.constantFrom(...idsOf('expressRoutePort'), ''),
      gbps: mostly(fc.constantFrom('1', '2', '5'), '3', '40', ''),
      rateLimiting: fc.boolean(),
      tier: fc.constantFrom('Local' as const, 'Standard' as const, 'Premium' as const),
      family: fc.constantFrom('MeteredData' as const, 'UnlimitedData' as const),
    },
    { requiredKeys: [] },
  )
  const gateway = fc.record(
    {
      name: mostly(fc.constant('ergw-new'), '', '-ergw', 'ergw-weu-prod'),
      sku: mostly(fc.constantFrom('ErGw1AZ', 'ErGw2AZ', 'ErGw3AZ', 'ErGwScale'), 'VpnGw1AZ', 'Standard', ''),
      units: mostly(
        fc.constantFrom({ min: '2', max: '2' }, { min: '1', max: '1' }, { min: '10', max: '10' }),
        { min: '0', max: '2' },
        { min: '3', max: '2' },
        { min: '1', max: '50' },
        { min: '', max: '' },
      ),
      address: fc.constantFrom('azure' as const, 'own' as const),
      publicAddress: fc.constantFrom(
        { is: 'new' as const, name: 'pip-ergw-new' },
        ...idsOf('publicIPAddress').map((id) => ({ is: 'existing' as const, id })),
      ),
      gatewaySubnet: mostly(fc.constant('10.21.15.224/27'), '10.21.15.248/29', '10.21.0.0/27', 'x', ''),
      addressSpace: mostly(fc.constant('10.180.0.0/16'), '10.180.0.1/16', '169.254.0.0/16', ''),
      group: fc.constantFrom({ is: 'new' as const, name: 'rg-new' }),
    },
    { requiredKeys: [] },
  )
  return fc
    .record({
      from: fc.constantFrom(
        {},
        {},
        ...idsOf('virtualNetwork').map((id) => ({ networkId: id })),
        ...idsOf('virtualNetworkGateway').map((id) => ({ gatewayId: id })),
        ...idsOf('virtualHub').map((id) => ({ hubId: id })),
        ...idsOf('expressRouteCircuit').map((id) => ({ circuitId: id })),
      ),
      goal: fc.record(
        {
          resiliency: fc.constantFrom('maximum' as const, 'high' as const, 'standard' as const),
          port: fc.constantFrom('provider' as const, 'provider' as const, 'direct' as const),
        },
        { requiredKeys: [] },
      ),
      circuits: fc.tuple(sometimes(circuit), sometimes(circuit)),
      peerings: fc.tuple(sometimes(peering), sometimes(peering)),
      microsofts: fc.tuple(
        fc.option(microsoft, { nil: undefined, freq: 2 }),
        fc.option(microsoft, { nil: undefined, freq: 2 }),
      ),
      connections: fc.tuple(sometimes(connection), sometimes(connection)),
      gateway: sometimes(gateway),
      ready: mostly(fc.constant(true), false),
      key: mostly(fc.constantFrom('a1B2c3', GUID), '', 'a b', 'x'.repeat(26)),
    })
    .map(({ from, goal, circuits, peerings, microsofts, connections, gateway: gated, ready, key }) => {
      const started = startingAnswers({ ...from, setUp: 'a1b2c3d4' }, around)
      const aimed = withGoal(started, { ...started.goal, ...goal }, around)
      const high = aimed.goal.resiliency === 'high'
      const answers: Answers = {
        ...aimed,
        gateway: { ...aimed.gateway, ...gated },
        circuits: aimed.circuits.map((one, index) => {
          const base = one.use === 'new' ? filled(one, index) : one
          return {
            ...base,
            ...(high && one.use === 'new' && { location: 'Amsterdam Metro' }),
            ...circuits[index],
            peering: { ...base.peering, ...peerings[index] },
            ...(microsofts[index] && {
              // On another SKU nothing else of it would be tried.
              ...(circuits[index]?.tier === undefined && { tier: 'Premium' as const }),
              microsoft: { ...MICROSOFT, ...microsofts[index] },
            }),
            connection: { ...base.connection, ...connections[index] },
          }
        }),
      }
      const keys = answers.circuits.flatMap((one, index) => [
        [md5KeyOf(one), key.length > 30 ? 'a1B2c3' : key] as const,
        [authorizationKeyOf(one), index === 0 ? GUID : `${GUID.slice(0, -1)}${index}`] as const,
      ])
      return {
        answers: ready ? withConsent(answers, around) : answers,
        keys: Object.fromEntries(keys),
      }
    })
}
