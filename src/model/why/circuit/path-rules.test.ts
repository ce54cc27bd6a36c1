import { describe, expect, test } from 'vitest'
import {
  CIRCUIT,
  circuitFacts,
  end,
  NOW,
  ofCircuit,
  PEERING,
  PEERING_WRITE,
  paths,
  REFUSED,
} from '../../../../tests/support/circuit-why-facts.ts'
import { network } from '../../../../tests/support/resources.ts'
import { shortOf, wordsOf } from '../../../../tests/support/why-facts.ts'
import { known } from '../asked.ts'
import type { Finding } from '../finding.ts'
import { asNumber } from './as-number.ts'
import { bgpSessions } from './bgp-sessions.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { edgeSessions } from './edge-sessions.ts'
import { justChanged } from './just-changed.ts'
import { layer2Rule } from './layer-2.ts'
import { noRoutes } from './no-routes.ts'
import { linkOverlap, routeOverlap } from './overlap.ts'
import { routeLimit } from './route-limit.ts'
import { vlan } from './vlan.ts'

type Rule = (facts: CircuitFacts) => Finding | undefined
type Case = [what: string, change: Partial<CircuitFacts>, is: ReturnType<typeof shortOf>, says?: RegExp]

const HOUR = 3_600_000
const CHANGED = { peeringActivity: known([PEERING_WRITE(HOUR)], NOW) }
const REFUSED_PATHS: Partial<CircuitFacts> = { paths: REFUSED }
const ASKING: Partial<CircuitFacts> = { paths: { is: 'asking' } }
const NO_PEERING = { ...ofCircuit({ peerings: [] }), paths: { is: 'none' } as const }

/** What is the same for every rule about the paths: nothing is ruled out without what it rests on. */
const LACKING: Case[] = [
  ['the tables refused', REFUSED_PATHS, 'not checked', /not readable for this account \(403/],
  ['still asking', ASKING, 'not checked', /still being read/],
  ['one path refused, the other fine', { paths: paths('up', 'unread') }, 'not checked', /403/],
  ['no peering to ask of', NO_PEERING, undefined],
]

function table(name: string, rule: Rule, cases: Case[], rest: Case[] = LACKING) {
  describe(name, () => {
    test.each([...cases, ...rest])('%s', (_, change, is, says) => {
      const finding = rule(circuitFacts(change))
      expect(shortOf(finding)).toBe(is)
      if (says) expect(wordsOf(finding)).toMatch(says)
    })
  })
}

table('layer 2', layer2Rule, [
  ['both answer', {}, 'ruled out', /answer each other on both paths/],
  [
    'one is silent',
    { paths: paths('up', 'silent') },
    'very likely',
    /far end of the secondary path does not answer.*only Microsoft’s own row.*172\.16\.0\.21\/30 on the secondary path/,
  ],
  ['no MAC address', { paths: paths('incomplete', 'up') }, 'very likely', /gets no MAC address/],
  ['both are silent', { paths: paths('silent', 'silent') }, 'very likely', /No router answers.*either path/],
  ['silent beside one refused', { paths: paths('silent', 'unread') }, 'very likely'],
  ['an empty table', { paths: paths('up', 'empty') }, 'not checked', /empty ARP table/],
])

table('VLAN ID', vlan, [
  ['both answer', {}, 'ruled out'],
  [
    'one is silent: the other has the same',
    { paths: paths('up', 'silent'), ...CHANGED },
    'possible',
    /may be another than 330.*on the primary path it is right/,
  ],
  ['both are silent', { paths: paths('silent', 'silent') }, 'possible', /a link that is down looks the same/],
  [
    'both are silent after a change',
    { paths: paths('silent', 'incomplete'), ...CHANGED },
    'very likely',
    /a\.nowak@contoso\.com changed the peering/,
  ],
  ['an empty table', { paths: paths('up', 'empty') }, undefined],
])

table('BGP sessions', bgpSessions, [
  ['both established', {}, 'ruled out'],
  [
    'one is down though its router answers',
    { paths: paths('up', 'no session') },
    'very likely',
    /not established on the secondary path, though its router answers.*Active, and was never up.*half the redundancy/,
  ],
  [
    'both down',
    { paths: paths('no session', 'no session') },
    'very likely',
    /on either path, though the routers/,
  ],
  ['the router does not answer: layer 2 says it', { paths: paths('up', 'silent') }, 'ruled out'],
  ['over the limit: that rule says it', { paths: paths('up', 'limit') }, 'ruled out'],
  ['an empty summary', { paths: paths('up', 'empty') }, 'not checked', /empty summary/],
])

table('AS number', asNumber, [
  ['both established', {}, 'ruled out', /AS 64710 is established/],
  [
    'one refused',
    { paths: paths('up', 'no session') },
    'possible',
    /may differ.*primary path is established/,
  ],
  [
    'both refused',
    { paths: paths('no session', 'no session') },
    'possible',
    /does not show what the router says/,
  ],
  [
    'both refused after a change',
    { paths: paths('no session', 'no session'), ...CHANGED },
    'very likely',
    /changed the peering/,
  ],
  [
    'the table has another number',
    { paths: paths('no session', 'no session', { as: 64_999 }) },
    'very likely',
    /The table has AS 64999 on the primary path, and the peering AS 64710/,
  ],
  ['nobody answers: nothing is tried', { paths: paths('silent', 'silent') }, undefined],
])

table('prefix limit', routeLimit, [
  ['few', {}, 'ruled out', /Fewer than 4,000/],
  [
    'over it',
    { paths: paths('limit', 'limit') },
    'very likely',
    /Too many prefixes.*both paths.*4,000.*Premium/,
  ],
  [
    'Premium over it',
    { paths: paths('limit', 'up'), ...ofCircuit({ tier: 'Premium' }) },
    'very likely',
    /10,000/,
  ],
  ['near it', { paths: paths('up', 'up', { prefixes: 3_700 }) }, 'unlikely', /3700 prefixes of 4,000/],
  ['down for another reason', { paths: paths('no session', 'no session') }, undefined],
])

table('routes', noRoutes, [
  ['some on both', {}, 'ruled out'],
  [
    'none on one',
    { paths: paths('up', 'no prefix') },
    'very likely',
    /announces nothing on the secondary path/,
  ],
  ['none on both', { paths: paths('no prefix', 'no prefix') }, 'very likely', /on both paths/],
  ['no session', { paths: paths('no session', 'silent') }, undefined],
])

table(
  'just changed',
  justChanged,
  [
    ['both established', CHANGED, 'ruled out'],
    [
      'down a minute after a change',
      { paths: paths('up', 'silent'), peeringActivity: known([PEERING_WRITE(60_000)], NOW) },
      'possible',
      /That was 1.min ago/,
    ],
    ['down an hour after a change', { paths: paths('up', 'silent'), ...CHANGED }, 'ruled out'],
    [
      'down, the log refused',
      { paths: paths('up', 'silent'), peeringActivity: REFUSED },
      'not checked',
      /403/,
    ],
    ['no peering', NO_PEERING, undefined],
  ],
  [],
)

table(
  'subnets of the links',
  linkOverlap,
  [
    ['apart', {}, 'ruled out'],
    [
      'the same twice',
      ofCircuit({ peerings: [{ ...PEERING, secondaryPrefix: PEERING.primaryPrefix }] }),
      'very likely',
      /overlap, so the peering cannot work/,
    ],
    [
      'inside a network',
      { networks: [network('vnet', { addressPrefixes: ['172.16.0.0/16'] })] },
      'very likely',
      /lies in the range of vnet/,
    ],
    [
      'the same twice of IPv6',
      ofCircuit({
        peerings: [{ ...PEERING, ipv6: { primaryPrefix: 'fd00:1::/126', secondaryPrefix: 'fd00:1::/126' } }],
      }),
      'very likely',
      /Primary is fd00:1::\/126/,
    ],
    [
      'of IPv6 inside a network',
      {
        ...ofCircuit({
          peerings: [
            { ...PEERING, ipv6: { primaryPrefix: 'fd00:1::/126', secondaryPrefix: 'fd00:2::/126' } },
          ],
        }),
        networks: [network('vnet', { addressPrefixes: ['10.20.0.0/16', 'fd00:2::/48'] })],
      },
      'very likely',
      /fd00:2::\/126 overlaps fd00:2::\/48 of vnet/,
    ],
    ['not given', ofCircuit({ peerings: [{ ...PEERING, primaryPrefix: undefined }] }), undefined],
  ],
  [],
)

const route = (prefix: string, path = '64710') => ({
  routes: known({ primary: [{ network: prefix, path }], secondary: [] }, NOW),
})

table(
  'overlap with a network',
  routeOverlap,
  [
    ['elsewhere', {}, 'ruled out'],
    [
      'inside the network',
      route('10.20.4.0/24'),
      'possible',
      /10\.20\.4\.0\/24 comes from on-premises.*of vnet/,
    ],
    ['a summary around it', route('10.0.0.0/8'), 'ruled out'],
    ['the default route', route('0.0.0.0/0'), 'ruled out'],
    ['the network’s own', route('10.20.0.0/16', '65515'), 'ruled out'],
    ['refused', { routes: REFUSED }, 'not checked', /403/],
    ['no network was read', { networks: [] }, undefined],
  ],
  [],
)

const edge = (...states: string[]) => ({
  ends: [
    end({
      peers: known(
        states.map((state, index) => ({ localAddress: '10.20.0.12', neighbor: `10.20.0.${index}`, state })),
        NOW,
      ),
    }),
  ],
})

table(
  'Microsoft’s edge',
  edgeSessions,
  [
    ['connected', {}, 'ruled out'],
    [
      'one is not',
      edge('Connected', 'Connecting'),
      'possible',
      /1 session of 2 of ergw.*10\.20\.0\.1 is Connecting/,
    ],
    ['none is', edge('Idle', 'Idle'), 'very likely'],
    ['none is named', edge(), 'not checked', /Azure names none/],
    ['refused', { ends: [end({ peers: REFUSED })] }, 'not checked', /403/],
    ['no end', { ends: [] }, undefined],
  ],
  [],
)

test('a circuit with a Microsoft peering alone is looked at by that', () => {
  const peerings = [
    {
      ...PEERING,
      id: `${CIRCUIT.id}/peerings/MicrosoftPeering`,
      name: 'MicrosoftPeering',
      peeringType: 'MicrosoftPeering',
    },
  ]
  expect(
    wordsOf(routeLimit(circuitFacts({ ...ofCircuit({ peerings }), paths: paths('limit', 'up') }))),
  ).toMatch(/which is 200 for/)
})
