import { describe, expect, test } from 'vitest'
import {
  act,
  CIRCUIT,
  circuitFacts,
  CONNECTION,
  end,
  HUB_CONNECTION,
  NOW,
  ofCircuit,
  ofConnection,
  OUT,
  PEERING,
  PEERING_WRITE,
  paths,
  REFUSED,
} from '../../../../tests/support/circuit-why-facts.ts'
import { gateway, port } from '../../../../tests/support/resources.ts'
import { shortOf, wordsOf } from '../../../../tests/support/why-facts.ts'
import { known } from '../asked.ts'
import type { Finding } from '../finding.ts'
import { authorization } from './authorization.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { circuitState } from './circuit-state.ts'
import { connectionOfCircuit } from './connection-of-circuit.ts'
import { gatewayOfEnd } from './gateway-of-end.ts'
import { location } from './location.ts'
import { microsoftPeering } from './microsoft-peering.ts'
import { portLinks } from './port-links.ts'
import { privatePeering } from './private-peering.ts'
import { provider } from './provider.ts'
import { reach } from './reach.ts'

type Case = [what: string, change: Partial<CircuitFacts>, is: ReturnType<typeof shortOf>, says?: RegExp]

const UNREAD: Partial<CircuitFacts> = { ...ofConnection(CONNECTION), circuit: REFUSED }
const NOT_THERE: Partial<CircuitFacts> = { ...ofConnection(CONNECTION), circuit: { is: 'none' } }

function table(name: string, rule: (facts: CircuitFacts) => Finding | undefined, cases: Case[]) {
  describe(name, () => {
    test.each(cases)('%s', (_, change, is, says) => {
      const finding = rule(circuitFacts(change))
      expect(shortOf(finding)).toBe(is)
      if (says) expect(wordsOf(finding)).toMatch(says)
    })
  })
}

table('circuit', circuitState, [
  ['Enabled', {}, 'ruled out'],
  ['Disabled', ofCircuit({ circuitProvisioningState: 'Disabled' }), 'very likely', /not Enabled/],
  ['Enabling', ofCircuit({ circuitProvisioningState: 'Enabling' }), 'very likely', /being switched/],
  ['no state', ofCircuit({ circuitProvisioningState: undefined }), 'not checked'],
  ['last change failed', ofCircuit({ provisioningState: 'Failed' }), 'possible', /was not applied/],
  ['being changed', ofCircuit({ provisioningState: 'Updating' }), 'possible'],
  ['refused', UNREAD, 'not checked', /403.*expressRouteCircuits\/read/],
  ['not in scope', NOT_THERE, 'not checked', /Add its subscription to the scope/],
])

const DIRECT = { expressRoutePortId: port('p').id, serviceProviderProvisioningState: undefined }

table('provider', provider, [
  ['Provisioned', {}, 'ruled out', /Colt has provisioned/],
  [
    'NotProvisioned',
    ofCircuit({ serviceProviderProvisioningState: 'NotProvisioned' }),
    'very likely',
    /service key/,
  ],
  [
    'Provisioning',
    ofCircuit({ serviceProviderProvisioningState: 'Provisioning' }),
    'very likely',
    /hours to weeks/,
  ],
  [
    'Deprovisioning',
    ofCircuit({ serviceProviderProvisioningState: 'Deprovisioning' }),
    'very likely',
    /takes the circuit down/,
  ],
  ['a new value', ofCircuit({ serviceProviderProvisioningState: 'Odd' }), 'not checked', /Odd/],
  ['on an own port', ofCircuit(DIRECT), undefined],
  ['circuit not read', UNREAD, undefined],
])

const links = (one: string | undefined, other: string | undefined) => ({
  ...ofCircuit(DIRECT),
  port: known(
    port('p', {
      links: [
        { name: 'link1', adminState: one },
        { name: 'link2', adminState: other },
      ],
    }),
    NOW,
  ),
})

table('port links', portLinks, [
  ['both on', links('Enabled', 'Enabled'), 'ruled out'],
  [
    'one off',
    links('Enabled', 'Disabled'),
    'very likely',
    /link2 of the port is switched off.*no redundancy/,
  ],
  ['both off', links('Disabled', 'Disabled'), 'very likely', /Both links.*no path is left/],
  ['one not told', links('Enabled', undefined), 'not checked'],
  ['refused', { ...ofCircuit(DIRECT), port: REFUSED }, 'not checked', /expressRoutePorts\/read/],
  ['of a provider', {}, undefined],
])

table('private peering', privatePeering, [
  ['Enabled', {}, 'ruled out'],
  ['missing', ofCircuit({ peerings: [] }), 'very likely', /has no private peering/],
  [
    'missing, and the provider’s to make',
    ofCircuit({ peerings: [], tags: { 'hybrid-connectivity-layer-3': 'provider' } }),
    'very likely',
    /runs layer 3 and makes it.*Ask .* for the private peering/s,
  ],
  [
    'missing before the provider is done',
    ofCircuit({ peerings: [], serviceProviderProvisioningState: 'NotProvisioned' }),
    undefined,
  ],
  [
    'switched off, and by whom',
    {
      ...ofCircuit({ peerings: [{ ...PEERING, state: 'Disabled' }] }),
      peeringActivity: known([PEERING_WRITE(60_000)], NOW),
    },
    'very likely',
    /switched off.*a\.nowak@contoso\.com changed the peering/,
  ],
  ['last change failed', ofCircuit({ peerings: [{ ...PEERING, provisioningState: 'Failed' }] }), 'possible'],
  ['a new value', ofCircuit({ peerings: [{ ...PEERING, state: 'Odd' }] }), 'not checked', /Odd/],
  [
    'Microsoft peering alone, of the circuit',
    ofCircuit({ peerings: [{ ...PEERING, name: 'MicrosoftPeering' }] }),
    'ruled out',
  ],
  [
    'Microsoft peering alone, of a connection',
    {
      ...ofConnection(CONNECTION),
      circuit: known({ ...CIRCUIT, peerings: [{ ...PEERING, name: 'MicrosoftPeering' }] }, NOW),
    },
    'very likely',
  ],
])

const microsoft = (prefixesState?: string, of6?: string) => [
  PEERING,
  {
    ...PEERING,
    name: 'MicrosoftPeering',
    microsoft: { prefixes: ['198.51.100.0/24'], prefixesState },
    ...(of6 !== undefined && {
      ipv6: { microsoft: { prefixes: ['2001:db8::/48'], prefixesState: of6 } },
    }),
  },
]

table('Microsoft peering', microsoftPeering, [
  ['Configured', ofCircuit({ peerings: microsoft('Configured') }), 'ruled out'],
  [
    'ValidationNeeded',
    ofCircuit({ peerings: microsoft('ValidationNeeded') }),
    'very likely',
    /wait for proof/,
  ],
  [
    'IPv6 alone ValidationNeeded',
    ofCircuit({ peerings: microsoft('Configured', 'ValidationNeeded') }),
    'very likely',
    /State of IPv6 is ValidationNeeded/,
  ],
  ['Configuring', ofCircuit({ peerings: microsoft('Configuring') }), 'not checked', /Configuring/],
  [
    'IPv6 alone Configuring',
    ofCircuit({ peerings: microsoft('Configured', 'Configuring') }),
    'not checked',
    /those of IPv6 are Configuring/,
  ],
  ['none', {}, undefined],
  [
    'of a connection',
    {
      ...ofConnection(CONNECTION),
      circuit: known({ ...CIRCUIT, peerings: microsoft('ValidationNeeded') }, NOW),
    },
    undefined,
  ],
])

const elsewhere = (authorizations: typeof CIRCUIT.authorizations) => ({
  circuit: known({ ...CIRCUIT, subscriptionId: '22222222-2222-4222-8222-222222222222', authorizations }, NOW),
})
const own = (useStatus: string) => ({
  id: '/a',
  name: 'auth',
  useStatus,
  connectionId: CONNECTION.id.toUpperCase(),
})
const spare = { id: '/b', name: 'spare', useStatus: 'Available' }

table('authorization', authorization, [
  ['one subscription', ofConnection(CONNECTION), 'ruled out', /needs no authorization/],
  ['InUse by it', { ...ofConnection(CONNECTION), ...elsewhere([spare, own('InUse')]) }, 'ruled out'],
  [
    'gone, and it is out',
    { ...ofConnection(OUT), ...elsewhere([spare]) },
    'very likely',
    /may have been revoked.*spare \(Available\).*NotConnected/,
  ],
  ['none at all', { ...ofConnection(OUT), ...elsewhere([]) }, 'very likely', /lists no authorization at all/],
  ['gone, and it is up', { ...ofConnection(CONNECTION), ...elsewhere([spare]) }, 'ruled out', /so its/],
  [
    'no longer in use',
    { ...ofConnection(OUT), ...elsewhere([own('Available')]) },
    'very likely',
    /is Available/,
  ],
  ['the circuit refused', UNREAD, 'not checked', /403/],
  ['of a circuit', {}, undefined],
])

const gatewayIs = (provisioningState: string) => known(gateway('ergw', { provisioningState }), NOW)

table('gateway', gatewayOfEnd, [
  ['Succeeded', {}, 'ruled out'],
  ['Failed', { ends: [end({ gateway: gatewayIs('Failed') })] }, 'possible', /was not applied/],
  ['Failed, and it is out', ofConnection(OUT, { gateway: gatewayIs('Failed') }), 'very likely'],
  [
    'Updating, and by whom',
    ofConnection(OUT, {
      gateway: gatewayIs('Updating'),
      gatewayActivity: known([act('virtualNetworkGateways/write', 60_000)], NOW),
    }),
    'very likely',
    /is being changed.*changed the gateway/,
  ],
  ['refused', { ends: [end({ gateway: REFUSED })] }, 'not checked', /403/],
  ['no end', { ends: [] }, undefined],
])

const tested = (status: string, where: string) =>
  known(
    [
      {
        location: where,
        status,
        startedAt: new Date(NOW - 3 * 3_600_000).toISOString(),
        connections: [],
        issues: [],
      },
    ],
    NOW,
  )

table('location', location, [
  ['no test, both up', {}, 'ruled out'],
  [
    'a test is running there',
    { ends: [end({ tests: tested('Running', 'amsterdam') })] },
    'very likely',
    /failover test takes Amsterdam away.*tests never end by themselves/,
  ],
  ['a test is running elsewhere', { ends: [end({ tests: tested('Running', 'London') })] }, 'ruled out'],
  ['a test there is over', { ends: [end({ tests: tested('Completed', 'Amsterdam') })] }, 'ruled out'],
  [
    'every circuit there is out',
    { ...ofConnection(OUT), nearby: [{ name: 'er-2', statuses: ['NotConnected'] }] },
    'possible',
    /Amsterdam may be lost.*er-2/,
  ],
  [
    'another circuit there is up',
    {
      ...ofConnection(OUT),
      paths: paths('silent', 'silent'),
      nearby: [{ name: 'er-2', statuses: ['Connected'] }],
    },
    'not checked',
    /maintenance/,
  ],
  [
    'one path down: maintenance is not read',
    { paths: paths('up', 'silent') },
    'not checked',
    /Service Health/,
  ],
  ['tests refused', { ends: [end({ tests: REFUSED })] }, 'not checked', /403/],
  [
    'of a hub',
    { subject: HUB_CONNECTION, ends: [end({ connection: HUB_CONNECTION, tests: { is: 'none' } })] },
    'ruled out',
  ],
  ['not known where', ofCircuit({ peeringLocation: undefined }), undefined],
])

const at = (tier: string, where: string, region: string) => ({
  ...ofCircuit({ tier, peeringLocation: where }),
  ends: [end({ gateway: known(gateway('ergw', { location: region }), NOW) })],
})

table('reach of the SKU', reach, [
  [
    'Standard in its area',
    at('Standard', 'Amsterdam', 'northeurope'),
    'ruled out',
    /as far as is known here$/,
  ],
  [
    'Standard beyond',
    at('Standard', 'Amsterdam2', 'eastus'),
    'possible',
    /may not reach eastus.*as far as is known here/,
  ],
  ['Premium anywhere', at('Premium', 'Amsterdam', 'eastus'), 'ruled out', /every region$/],
  ['Local beside it', at('Local', 'Amsterdam Metro', 'westeurope'), 'ruled out', /as far as is known here$/],
  [
    'Local beyond',
    at('Local', 'Amsterdam', 'northeurope'),
    'possible',
    /Local circuit at Amsterdam reaches westeurope/,
  ],
  ['a location without a local region', at('Standard', 'Dallas', 'westeurope'), 'possible'],
  ['a location that is not known', at('Standard', 'Atlantis', 'westeurope'), 'not checked', /not known here/],
  ['a region that is not known', at('Standard', 'Amsterdam', 'moonbase'), 'not checked'],
  ['no end', { ends: [] }, undefined],
])

const OF_HUB = { ...HUB_CONNECTION, provisioningState: 'Failed' }

table('connection', connectionOfCircuit, [
  ['Connected', ofConnection(CONNECTION), 'ruled out'],
  ['NotConnected', ofConnection(OUT), 'possible', /does not come up by itself/],
  ['Connecting', ofConnection({ ...CONNECTION, connectionStatus: 'Connecting' }), 'possible'],
  ['Unknown', ofConnection({ ...CONNECTION, connectionStatus: 'Unknown' }), 'not checked', /reports Unknown/],
  ['Updating', ofConnection({ ...CONNECTION, provisioningState: 'Updating' }), 'very likely'],
  [
    'of a hub, Failed as Azure says',
    {
      subject: OF_HUB,
      activity: known(
        [
          act('expressRouteGateways/expressRouteConnections/write', 60_000, {
            status: 'Failed',
            statusMessage: 'ServiceProviderNotProvisioned: The current cross connection state prevents this.',
          }),
        ],
        NOW,
      ),
    },
    'very likely',
    /ServiceProviderNotProvisioned/,
  ],
  ['of a hub, Succeeded', { subject: HUB_CONNECTION }, 'ruled out', /no connectionStatus/],
  ['of a circuit: up', {}, 'ruled out'],
  ['of a circuit: one is out', { ends: [end({ connection: OUT }), end()] }, 'very likely', /cn-er is not up/],
  [
    'of a circuit: not read',
    { ends: [end({ connection: { ...CONNECTION, connectionStatus: undefined } })] },
    'not checked',
  ],
  ['of a circuit: none', { ends: [] }, 'possible', /No connection leads to the circuit/],
  [
    'of a circuit: none that was read',
    { ...ofCircuit({ authorizations: [own('InUse')] }), ends: [] },
    'not checked',
    /1 authorization is InUse/,
  ],
  [
    'of a circuit that is not ready',
    { ...ofCircuit({ serviceProviderProvisioningState: 'NotProvisioned' }), ends: [] },
    undefined,
  ],
])
