import { describe, expect, test } from 'vitest'
import {
  DEFAULT,
  HUB,
  intent,
  networkConnection,
  NONE,
  table,
} from '../../../../tests/support/hub-why-facts.ts'
import { idOf, inventory, network, siteConnection, wan } from '../../../../tests/support/resources.ts'
import { buildEstate } from '../../build-estate.ts'
import { keyOf } from '../../paths.ts'
import type { Resource } from '../../resources/resource.ts'
import type { VirtualHub, VirtualWan, VpnHubGateway, VpnSite } from '../../resources/virtual-wan.ts'
import type { HubChildren } from '../hub-children.ts'
import { hubFindings } from './hub-findings.ts'
import { routeFindings } from './route-findings.ts'
import { wanFindings } from './wan-findings.ts'

const WAN = wan('vwan', { wanType: 'Standard' })

function estateOf(...resources: Resource[]) {
  return buildEstate([], [inventory(resources)])
}

const NOTHING: HubChildren = { connections: [], tables: [DEFAULT, NONE], intents: [] }

/** Which rules speak of a hub. */
function ofHub(
  change: Partial<VirtualHub>,
  children: HubChildren = NOTHING,
  ...around: Resource[]
): string[] {
  const hub = { ...HUB, azureFirewallId: undefined, vpnGatewayId: idOf('vpnGateways', 'vpngw'), ...change }
  return hubFindings(hub, estateOf(hub, WAN, ...around), { ...NOTHING, ...children }).map(({ rule }) => rule)
}

const NVA: Resource = {
  ...WAN,
  kind: 'other',
  id: idOf('networkVirtualAppliances', 'nva'),
  key: keyOf(idOf('networkVirtualAppliances', 'nva')),
  name: 'nva',
}
const VPNGW: VpnHubGateway = {
  ...HUB,
  kind: 'vpnGateway',
  id: idOf('vpnGateways', 'vpngw'),
  key: keyOf(idOf('vpnGateways', 'vpngw')),
  name: 'vpngw',
  virtualHubId: HUB.id,
  instances: [],
  connectionIds: [],
}

const OTHER: VirtualHub = {
  ...HUB,
  id: `${HUB.id}-2`,
  key: `${HUB.key}-2`,
  name: 'vhub-2',
  addressPrefix: '10.101.0.0/23',
}

describe('a hub', () => {
  test.each<[what: string, rules: string[], found: string[]]>([
    ['with nothing wrong', ofHub({}), []],
    ['whose router failed', ofHub({ routingState: 'Failed' }), ['VW-002']],
    ['of a /24', ofHub({ addressPrefix: '10.100.0.0/24' }), ['VW-004']],
    ['of a /26', ofHub({ addressPrefix: '10.100.0.0/26' }), ['VW-004']],
    ['over another hub', ofHub({ addressPrefix: '10.100.0.0/15' }, NOTHING, OTHER), ['VW-005']],
    [
      'over a network that is connected',
      ofHub(
        { addressPrefix: '10.1.0.0/23' },
        { connections: [networkConnection()] },
        network('vnet-apps', { addressPrefixes: ['10.1.0.0/16'] }),
      ),
      ['VW-005'],
    ],
    ['with a firewall past which all goes', ofHub({ azureFirewallId: HUB.azureFirewallId }), ['VW-022']],
    [
      'with a firewall and both policies',
      ofHub({ azureFirewallId: HUB.azureFirewallId }, { intents: [intent(['Internet', 'PrivateTraffic'])] }),
      [],
    ],
    ['that holds nothing', ofHub({ vpnGatewayId: undefined }), ['VW-030']],
    [
      'that holds nothing, since its router is on its way',
      ofHub({ vpnGatewayId: undefined, routingState: 'Provisioning' }),
      [],
    ],
    [
      'of whose connections nothing is known',
      ofHub({ vpnGatewayId: undefined }, { connections: undefined }),
      [],
    ],
    ['with a table that nobody uses', ofHub({}, { tables: [DEFAULT, table('rt-old')] }), ['VW-026']],
    [
      'with a table beside its intent',
      ofHub(
        {},
        { intents: [intent(['PrivateTraffic'])], tables: [table('rt', { associatedConnectionIds: ['x'] })] },
      ),
      ['VW-102'],
    ],
    [
      'with two static routes to one prefix',
      ofHub(
        {},
        {
          tables: [
            {
              ...DEFAULT,
              routes: [
                { destinations: ['10.9.0.0/16'], nextHop: '/one' },
                { destinations: ['10.9.0.0/16', '10.8.0.0/16'], nextHop: '/two' },
              ],
            },
          ],
        },
      ),
      ['VW-100'],
    ],
    [
      'with a network that nothing learns of',
      ofHub(
        {},
        { connections: [networkConnection({ propagatedRouteTableIds: [], propagatedLabels: ['none'] })] },
      ),
      ['VW-101'],
    ],
    [
      'with internet security and no default route',
      ofHub({}, { connections: [networkConnection({ enableInternetSecurity: true })] }),
      ['VW-025'],
    ],
    [
      'with a branch that is to have a default route nobody has',
      ofHub({}, NOTHING, VPNGW, siteConnection('branch', { enableInternetSecurity: true })),
      ['VW-025'],
    ],
    [
      'with one that has it',
      ofHub(
        {},
        { tables: [{ ...DEFAULT, routes: [{ destinations: ['0.0.0.0/0'], nextHop: '/nva' }] }] },
        VPNGW,
        siteConnection('branch', { enableInternetSecurity: true }),
      ),
      [],
    ],
    [
      'with an appliance that Failed',
      ofHub({}, { appliances: [{ ...NVA, provisioningState: 'Failed' }] }),
      ['VW-032'],
    ],
    ['with one that works', ofHub({}, { appliances: [NVA] }), []],
    ['that is a Route Server', ofHub({ hubKind: 'RouteServer', routingState: 'Failed' }), []],
  ])('%s', (_, rules, found) => {
    expect(rules).toEqual(found)
  })

  test('with 495 networks beside two hubs is nearly full', () => {
    const connections = Array.from({ length: 495 }, () => networkConnection())
    expect(ofHub({}, { connections }, OTHER)).toEqual(['VW-020'])
  })
})

function ofWan(
  change: Partial<VirtualWan>,
  children: ReadonlyMap<string, HubChildren>,
  ...around: Resource[]
) {
  const own = { ...WAN, ...change }
  return wanFindings(own, estateOf(own, ...around), children).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  )
}

describe('a WAN', () => {
  const none = new Map<string, HubChildren>()
  test.each<[what: string, rules: string[], found: string[]]>([
    ['with nothing wrong', ofWan({}, none, HUB, OTHER), []],
    ['that is Basic', ofWan({ wanType: 'Basic' }, none), ['VW-001 high']],
    ['without encryption', ofWan({ disableVpnEncryption: true }, none), ['VW-028 medium']],
    ['with one hub and a tag', ofWan({ tags: { criticality: 'high' } }, none, HUB), ['VW-007 hint']],
    ['with one hub and a low tag', ofWan({ tags: { criticality: 'low' } }, none, HUB), []],
    [
      'with a private policy in one of two hubs',
      ofWan(
        {},
        new Map([
          [HUB.key, { intents: [intent(['PrivateTraffic'])] }],
          [OTHER.key, { intents: [] }],
        ]),
        HUB,
        OTHER,
      ),
      ['VW-023 medium'],
    ],
    [
      'with a private policy in one, the other not read',
      ofWan({}, new Map([[HUB.key, { intents: [intent(['PrivateTraffic'])] }]]), HUB, OTHER),
      [],
    ],
  ])('%s', (_, rules, found) => {
    expect(rules).toEqual(found)
  })

  test('a site connection says nothing of a site that was not read', () => {
    expect(ofWan({}, none, HUB, siteConnection('x'))).toEqual([])
  })
})

test.each([
  ['ExpressRoute', 'ExpressRouteGateway', '10.60.0.0/16', ['VW-019']],
  [undefined, 'ExpressRouteGateway', '10.60.0.0/16', ['VW-019']],
  ['VpnGateway', 'ExpressRouteGateway', '10.60.0.0/16', []],
  ['ExpressRoute', 'VPN_S2S_Gateway', '10.60.0.0/16', []],
  ['ExpressRoute', 'ExpressRouteGateway', '10.61.0.0/16', []],
] as const)(
  'a hub that prefers %s and goes by %s to %s, where a site has 10.60.0.0/16',
  (hubRoutingPreference, nextHopType, prefix, found) => {
    const hub = { ...HUB, hubRoutingPreference }
    const site: VpnSite = {
      ...WAN,
      kind: 'vpnSite',
      id: idOf('vpnSites', 'site'),
      key: keyOf(idOf('vpnSites', 'site')),
      name: 'site',
      addressPrefixes: ['10.60.0.0/16'],
      links: [],
    }
    const estate = estateOf(hub, VPNGW, site, siteConnection('branch', { siteId: site.id }))
    const rules = routeFindings(hub, estate, [{ prefix, nextHopType, nextHops: [] }]).map(({ rule }) => rule)
    expect(rules).toEqual(found)
  },
)
