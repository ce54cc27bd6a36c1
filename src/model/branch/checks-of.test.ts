import { expect, test } from 'vitest'
import { hub, idOf, network, siteConnection, wan } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers, Site, SiteLink } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { GATEWAY, GOOD, HUB, KEYS, P2S, SITE, WAN } from './checks-of.fixture.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'
import { withSiteAt } from './sites.ts'
import { startingAnswers } from './starting-answers.ts'

/** Rules that good answers for the hub meet with one thing changed: `E name sites.0.name`. */
function said(change: (good: Answers) => Answers, beside: readonly Resource[] = [], keys = KEYS) {
  const there = [WAN, HUB, GATEWAY].filter(({ key }) => !beside.some((one) => one.key === key))
  const around = surroundings([...there, ...beside])
  const started = startingAnswers({ hubId: HUB.id }, around)
  const answers = change(settled({ ...started, sites: [GOOD] }, around))
  return checksOf(answers, keys, around).map(
    ({ is, rule, field }) => `${is === 'error' ? 'E' : 'A'} ${rule} ${field}`,
  )
}

const site = (change: Partial<Site>) => (a: Answers) => withSiteAt(a, 0, change)
const link = (change: Partial<SiteLink>) =>
  site({ links: GOOD.links.map((one, at) => (at === 0 ? { ...one, ...change } : one)) })
const newHub =
  (change: Partial<Answers['hub']>) =>
  (a: Answers): Answers => ({
    ...a,
    hub: { ...a.hub, use: 'new', name: 'vhub-new', prefix: '10.104.0.0/23', ...change },
  })
const joined =
  (change: Partial<Answers['connection']>) =>
  (a: Answers): Answers => ({ ...a, connection: { ...a.connection, ...change } })
const aimed =
  (change: Partial<Answers['goal']>) =>
  (a: Answers): Answers => ({ ...a, goal: { ...a.goal, ...change } })
const second =
  (change: Partial<Site>) =>
  (a: Answers): Answers => ({
    ...a,
    sites: [
      GOOD,
      {
        ...GOOD,
        key: 's2',
        name: 'site-b',
        prefixes: ['10.61.0.0/16'],
        links: [
          { ...GOOD.links[0]!, endpoint: '203.0.113.9' },
          { ...GOOD.links[1]!, endpoint: '203.0.113.10' },
        ],
        ...change,
      },
    ],
  })

test.each<[string, (good: Answers) => Answers, readonly Resource[], readonly string[]]>([
  ['nothing', (a) => a, [], []],
  ['no name', site({ name: '' }), [], ['E name sites.0.name']],
  ['a bad name', site({ name: '-a' }), [], ['E name sites.0.name']],
  ['no sites', (a) => ({ ...a, sites: [] }), [], ['E site sites']],
  ['a prefix in the hub', site({ prefixes: ['10.100.1.0/24'] }), [], ['E VW-005 sites.0.prefixes.0']],
  [
    'a prefix in another hub of the virtual WAN',
    site({ prefixes: ['10.101.0.0/24'] }),
    [hub('other', { virtualWanId: WAN.id, addressPrefix: '10.101.0.0/23' })],
    ['E VW-005 sites.0.prefixes.0'],
  ],
  ['a private address', link({ endpoint: '192.168.1.1' }), [], ['E endpoint sites.0.links.0.endpoint']],
  ['no address', link({ endpoint: '' }), [], ['E endpoint sites.0.links.0.endpoint']],
  ['a DNS name', link({ endpoint: 'vpn.contoso.com' }), [], []],
  [
    'the address of the other link',
    link({ endpoint: '203.0.113.2' }),
    [],
    ['E endpoint sites.0.links.1.endpoint'],
  ],
  ['an AS number without a peer', link({ asn: '64801' }), [], ['E peer sites.0.links.0.peer']],
  ['a peer in the hub', link({ asn: '64801', peer: '10.100.0.9' }), [], ['E peer sites.0.links.0.peer']],
  [
    'an AS number that is reserved',
    link({ asn: '23456', peer: '10.60.0.1' }),
    [],
    ['E asn sites.0.links.0.asn'],
  ],
  ['one link', site({ links: GOOD.links.slice(0, 1) }), [], ['A VW-008 sites']],
  [
    'five links',
    site({
      links: [1, 2, 3, 4, 5].map((n) => ({ ...GOOD.links[0]!, name: `l${n}`, endpoint: `203.0.113.${n}` })),
    }),
    [],
    ['E links sites.0.links'],
  ],
  ['two sites of one name', second({ name: 'SITE-A' }), [], ['E name-taken sites.1.name']],
  [
    'two sites of one range',
    second({ prefixes: ['10.60.4.0/24'] }),
    [],
    ['A site-overlap sites.1.prefixes.0'],
  ],
  [
    'two sites at one address',
    second({ links: GOOD.links }),
    [],
    ['A same-endpoint sites.1.links.0.endpoint'],
  ],
  ['an existing site', site({ use: 'existing', existing: SITE.id }), [SITE], ['A VW-008 sites']],
  [
    'an existing site that is connected already',
    site({ use: 'existing', existing: SITE.id }),
    [SITE, siteConnection('branch-old', { siteId: SITE.id })],
    ['E connected sites.0.existing', 'A VW-008 sites'],
  ],
  [
    'an existing site without links',
    site({ use: 'existing', existing: SITE.id }),
    [{ ...SITE, links: [] }],
    ['E site-links sites.0.existing'],
  ],
  [
    'a site of the same name with other settings',
    site({ name: 'site-old' }),
    [SITE],
    ['E name-taken sites.0.name'],
  ],
  ['more than the gateway carries', link({ speed: '900' }), [], ['A VW-015 gateway.existing']],
  [
    'a gateway that is being changed',
    (a) => a,
    [{ ...GATEWAY, provisioningState: 'Updating' }],
    ['E gateway-busy gateway.existing'],
  ],
  [
    'another gateway of the hub that is being changed',
    (a) => a,
    [
      {
        ...GATEWAY,
        id: P2S,
        key: P2S.toLowerCase(),
        name: 'p2s',
        addressPools: [],
        customDnsServers: [],
        kind: 'p2sVpnGateway',
        provisioningState: 'Updating',
      } as unknown as Resource,
    ],
    ['E gateway-busy gateway.existing'],
  ],
  [
    'a router that is being made',
    (a) => a,
    [{ ...HUB, routingState: 'Provisioning' }],
    ['E hub-routing hub.existing'],
  ],
  ['a router that has failed', (a) => a, [{ ...HUB, routingState: 'Failed' }], ['E VW-002 hub.existing']],
  [
    'a Basic virtual WAN',
    (a) => a,
    [
      { ...WAN, wanType: 'Basic' },
      { ...HUB, routingState: 'None' },
    ],
    ['A VW-001 goal.wan'],
  ],
  [
    'a hub of another virtual WAN',
    (a) => a,
    [wan('vwan-2'), { ...HUB, virtualWanId: idOf('virtualWans', 'vwan-2') }],
    [],
  ],
  ['no hub', (a) => ({ ...a, hub: { ...a.hub, existing: '' } }), [], ['E hub hub.existing']],
  [
    'another thing as a hub',
    (a) => ({ ...a, hub: { ...a.hub, existing: WAN.id } }),
    [],
    ['E id-type hub.existing'],
  ],
  [
    'no virtual WAN',
    aimed({ wan: { is: 'existing', id: '' } }),
    [],
    ['E wan goal.wan', 'E hub-wan hub.existing'],
  ],
  ['a new hub', newHub({}), [], []],
  ['a small hub', newHub({ prefix: '10.104.0.0/24' }), [], ['A VW-004 hub.prefix']],
  ['a hub too small', newHub({ prefix: '10.104.0.0/25' }), [], ['E VW-004 hub.prefix']],
  ['a hub of public addresses', newHub({ prefix: '198.51.100.0/23' }), [], ['E hub-prefix hub.prefix']],
  ['a hub on another', newHub({ prefix: '10.100.0.0/22' }), [], ['E VW-005 hub.prefix']],
  ['a hub with too few units', newHub({ capacity: '1' }), [], ['E hub-capacity hub.capacity']],
  [
    'too many scale units',
    (a) => ({ ...newHub({})(a), gateway: { ...a.gateway, units: '41' } }),
    [],
    ['E units gateway.units'],
  ],
  [
    'a gateway with fewer units than were reckoned before',
    (a) => ({ ...a, gateway: { ...a.gateway, units: '24' }, touched: [...a.touched, 'gateway.units'] }),
    [],
    ['A VW-015 gateway.existing'],
  ],
  [
    'no virtual network',
    (a) => ({ ...a, hub: { ...a.hub, networks: [''] } }),
    [],
    ['E network hub.networks.0'],
  ],
  [
    'a virtual network on the hub',
    (a) => ({ ...a, hub: { ...a.hub, networks: [network('vnet-a').id] } }),
    [network('vnet-a', { addressPrefixes: ['10.100.0.0/16'] })],
    ['E VW-005 hub.networks.0'],
  ],
  [
    'a virtual network of another hub',
    (a) => ({ ...a, hub: { ...a.hub, networks: [network('vnet-a').id] } }),
    [
      network('vnet-a'),
      {
        ...network('hvc'),
        id: `${idOf('virtualHubs', 'other')}/hubVirtualNetworkConnections/hvc`,
        key: `${idOf('virtualHubs', 'other')}/hubVirtualNetworkConnections/hvc`.toLowerCase(),
        kind: 'hubVirtualNetworkConnection',
        hubId: idOf('virtualHubs', 'other'),
        remoteVirtualNetworkId: network('vnet-a').id,
      } as unknown as Resource,
    ],
    ['A network-hub hub.networks.0'],
  ],
  [
    'a weak policy',
    joined({
      policy: 'custom',
      custom: {
        ikeEncryption: 'AES256',
        ikeIntegrity: 'SHA256',
        dhGroup: 'DHGroup2',
        ipsecEncryption: 'AES256',
        ipsecIntegrity: 'SHA256',
        pfsGroup: 'PFS2048',
        saLifeTimeSeconds: '27000',
        saDataSizeKilobytes: '102400000',
      },
    }),
    [],
    ['A VW-012 connection.custom.dhGroup'],
  ],
  ['IKEv1', joined({ protocol: 'IKEv1' }), [], ['A VW-014 connection.protocol']],
  ['a default route nobody has', joined({ defaultRoute: true }), [], ['A VW-025 connection.defaultRoute']],
  ['keys of each, which are gone', joined({ key: 'each' }), [], ['E key keys']],
])('%s', (_name, change, beside, expected) => expect(said(change, beside)).toEqual(expected))

test('a gateway has no name as long as nobody chose among several hubs', () => {
  const other = { ...HUB, id: idOf('virtualHubs', 'hub-2'), key: idOf('virtualHubs', 'hub-2').toLowerCase() }
  const around = surroundings([WAN, HUB, { ...other, name: 'hub-2' }])
  expect(startingAnswers({}, around).gateway.name).toBe('')
  expect(startingAnswers({ hubId: HUB.id }, around).gateway.name).not.toBe('')
})

test('one key for all is asked for, and its text is never repeated', () => {
  expect(said(joined({ key: 'one' }), [], {})).toEqual(['E key keys'])
  expect(said(joined({ key: 'one' }))).toEqual([])
})

test('what one deployment takes is known before', () => {
  const many =
    (count: number) =>
    (a: Answers): Answers => ({
      ...a,
      sites: Array.from({ length: count }, (_, at) => ({
        ...GOOD,
        key: `s${at}`,
        name: `site-${at}`,
        prefixes: [`10.${104 + Math.floor(at / 200)}.${at % 200}.0/24`],
        links: GOOD.links.map((one, number) => ({
          ...one,
          speed: '',
          endpoint: `198.${18 + number}.${Math.floor(at / 200)}.${(at % 200) + 1}`,
        })),
      })),
    })
  expect(said((a) => joined({ key: 'each' })(many(257)(a))).filter((one) => one.startsWith('E'))).toEqual([
    'E key keys',
    'E parameters connection.key',
  ])
  expect(said(many(401)).filter((one) => one.startsWith('E'))).toEqual(['E resources sites'])
  // Each is written into the hub after the one before it.
  const around = surroundings([WAN, HUB, GATEWAY])
  const plan = planOf(many(3)(startingAnswers({ hubId: HUB.id }, around)), around)
  expect(plan.resources.slice(3).map(({ dependsOn }) => dependsOn.map((id) => id.split('/').at(-1)))).toEqual(
    [['site-0'], ['site-1', 'cn-site-0'], ['site-2', 'cn-site-1']],
  )
})

test('two sites at one address are told at each of them but the first', () => {
  const three = (a: Answers): Answers => {
    const { sites } = second({ links: GOOD.links })(a)
    return { ...a, sites: [...sites, { ...GOOD, key: 's3', name: 'site-c', prefixes: ['10.62.0.0/16'] }] }
  }
  expect(said(three)).toEqual([
    'A same-endpoint sites.1.links.0.endpoint',
    'A same-endpoint sites.2.links.0.endpoint',
  ])
})
