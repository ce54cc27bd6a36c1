import { describe, expect, test } from 'vitest'
import { hub, network } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { Resource } from '../resources/resource.ts'
import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import type { Answers, Site } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { GATEWAY, GOOD, HUB, KEYS, WAN } from './checks-of.fixture.ts'
import { withHubNetworks } from './members.ts'
import { networkWords } from './networks.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'
import { withSiteAt } from './sites.ts'
import type { HubNetworks } from './surroundings.ts'
import { startingAnswers } from './starting-answers.ts'

const site = (change: Partial<Site>) => (a: Answers) => withSiteAt(a, 0, change)

test('virtual networks that the lists of hubs alone tell are known: they are not connected again', () => {
  const at = `${HUB.id}/hubVirtualNetworkConnections/any-name`
  // What is read of a connection here is its network and its name.
  const there = {
    ...network('any-name'),
    id: at,
    key: at.toLowerCase(),
    kind: 'hubVirtualNetworkConnection',
    hubId: HUB.id,
    remoteVirtualNetworkId: network('vnet-a').id,
  } as unknown as HubVirtualNetworkConnection
  const resources = [WAN, HUB, GATEWAY, network('vnet-a', { addressPrefixes: ['10.60.4.0/24'] })]
  const made = (value: HubVirtualNetworkConnection[]) => {
    const before = surroundings(resources)
    const around = { ...before, estate: withHubNetworks(before.estate, value) }
    const started = startingAnswers({ hubId: HUB.id }, around)
    const answers = settled({ ...started, sites: [GOOD] }, around)
    const hub = { ...answers.hub, networks: [network('vnet-a').id] }
    return {
      makes: planOf({ ...answers, hub }, around).resources.map(({ type }) => type.split('/').at(-1)),
      said: checksOf(answers, KEYS, around).map(({ rule, field }) => `${rule} ${field}`),
    }
  }
  expect(made([])).toEqual({
    makes: ['vpnSites', 'hubVirtualNetworkConnections', 'vpnConnections'],
    said: [],
  })
  expect(made([there])).toEqual({
    makes: ['vpnSites', 'vpnConnections'],
    said: ['VW-005 sites.0.prefixes.0'],
  })
})

const VNET = network('vnet-warehouse', { addressPrefixes: ['10.110.0.0/20'] })
const ELSEWHERE = hub('vhub-2', { virtualWanId: WAN.id, addressPrefix: '10.102.0.0/23' })

function joinedTo(hubId: string, networkId: string): HubVirtualNetworkConnection {
  const id = `${hubId}/hubVirtualNetworkConnections/hvc-warehouse`
  const { kind: _kind, addressPrefixes: _p, subnets: _s, ...rest } = network('hvc-warehouse')
  return {
    ...rest,
    id,
    key: id.toLowerCase(),
    kind: 'hubVirtualNetworkConnection',
    hubId,
    remoteVirtualNetworkId: networkId,
  } as unknown as HubVirtualNetworkConnection
}

/** As `said`, with what the lists of the hubs themselves say. */
function saidWith(
  change: (good: Answers) => Answers,
  of: { hubId: string; networks: HubNetworks }[],
  beside: readonly Resource[] = [VNET],
) {
  const base = surroundings([WAN, HUB, GATEWAY, ELSEWHERE, ...beside])
  const read = of.flatMap(({ networks }) => (networks.is === 'known' ? networks.value : []))
  const around = {
    ...base,
    estate: withHubNetworks(base.estate, read),
    hubNetworks: new Map(of.map(({ hubId, networks }) => [hubId.toLowerCase(), networks])),
  }
  const started = startingAnswers({ hubId: HUB.id }, around)
  const answers = change(settled({ ...started, sites: [GOOD] }, around))
  return {
    checks: checksOf(answers, KEYS, around).map(
      ({ is, rule, field }) => `${is === 'error' ? 'E' : 'A'} ${rule} ${field}`,
    ),
    words: networkWords(answers, around),
    planned: planOf(answers, around).resources.map(({ id }) => id.split('/').at(-1)),
  }
}

const known = (hubId: string, networkId = VNET.id) => [
  { hubId, networks: { is: 'known' as const, value: [joinedTo(hubId, networkId)] } },
]

test('prefixes are compared with the virtual networks that the hub itself tells of, and none is connected twice', () => {
  const within = site({ prefixes: ['10.110.1.0/24'] })
  expect(saidWith(within, []).checks).toEqual([])
  expect(saidWith(within, known(HUB.id)).checks).toEqual(['E VW-005 sites.0.prefixes.0'])
  const again = (a: Answers): Answers => ({ ...a, hub: { ...a.hub, networks: [VNET.id] } })
  expect(saidWith(again, []).planned).toContain('hvc-vnet-warehouse')
  expect(saidWith(again, known(HUB.id)).planned).toEqual(['site-a', 'cn-site-a'])
})

test('of another hub of the virtual WAN it is advice', () => {
  expect(saidWith(site({ prefixes: ['10.110.1.0/24'] }), known(ELSEWHERE.id)).checks).toEqual([
    'A site-overlap sites.0.prefixes.0',
  ])
})

test('virtual networks that cannot be read are said, and so are those without prefixes', () => {
  const refused = [{ hubId: HUB.id, networks: { is: 'notReadable' as const, why: 'No right.' } }]
  expect(saidWith((a) => a, refused).checks).toEqual(['A unread-hub-networks hub.networks'])
  const other = [{ hubId: ELSEWHERE.id, networks: { is: 'notReadable' as const, why: 'No right.' } }]
  expect(saidWith((a) => a, other).checks).toEqual(['A unread-hub-networks hub.networks'])
  const unknown = saidWith((a) => a, known(HUB.id, network('vnet-far').id), [])
  expect(unknown.checks).toEqual(['A unread-hub-prefixes hub.networks'])
})

test('what virtual networks the hub has is told only as far as it is known', () => {
  const of = (networks: HubNetworks) => saidWith((a) => a, [{ hubId: HUB.id, networks }]).words
  expect(of({ is: 'known', value: [] })).toMatch(/^The hub has none yet/)
  expect(of({ is: 'reading' })).toMatch(/being read/)
  expect(of({ is: 'notReadable', why: '' })).toMatch(/could not be read/)
  expect(saidWith((a) => a, known(HUB.id)).words).toMatch(/^The hub has 1 virtual network\./)
  const none = (a: Answers): Answers => ({ ...a, hub: { ...a.hub, existing: '' } })
  expect(saidWith(none, []).words).toBe('Choose a hub first: its virtual networks stand here then.')
})

describe('a connection that failed', () => {
  const failed = (change: Partial<HubVirtualNetworkConnection>): HubVirtualNetworkConnection => ({
    ...joinedTo(HUB.id, VNET.id),
    provisioningState: 'Failed',
    propagatedRouteTableIds: [`${HUB.id}/hubRouteTables/defaultRouteTable`],
    propagatedLabels: ['default'],
    staticRoutes: [],
    enableInternetSecurity: false,
    ...change,
  })
  const again = (a: Answers): Answers => ({ ...a, hub: { ...a.hub, networks: [VNET.id] } })
  const with_ = (one: HubVirtualNetworkConnection) =>
    saidWith(again, [{ hubId: HUB.id, networks: { is: 'known', value: [one] } }])

  test('is written again under its own name where it holds nothing', () => {
    expect(with_(failed({})).planned).toContain('hvc-warehouse')
    expect(with_(failed({})).checks).toEqual([])
  })

  test.each<Partial<HubVirtualNetworkConnection>>([
    { associatedRouteTableId: `${HUB.id}/hubRouteTables/rt-shared` },
    { propagatedRouteTableIds: [`${HUB.id}/hubRouteTables/noneRouteTable`] },
    { propagatedLabels: ['shared'] },
    { staticRoutes: [{ name: 'a', addressPrefixes: ['10.0.0.0/8'], nextHopIpAddress: '10.1.0.4' }] },
    { enableInternetSecurity: true },
  ])('stays as it is with routing of its own, which a PUT would take: %j', (change) => {
    const { planned, checks } = with_(failed(change))
    expect(planned).not.toContain('hvc-warehouse')
    expect(checks).toEqual(['A network-failed hub.networks.0'])
  })
})

test('networks of one name get connections of their own, beside those that are there', () => {
  const id = (group: string) => VNET.id.replace(/resourceGroups\/[^/]+/, `resourceGroups/${group}`)
  const networks = ['rg-a', 'rg-b'].map((group) => ({ ...VNET, id: id(group), key: id(group).toLowerCase() }))
  const both = (a: Answers): Answers => ({ ...a, hub: { ...a.hub, networks: networks.map((one) => one.id) } })
  const there = { ...joinedTo(HUB.id, network('vnet-far').id), name: 'hvc-vnet-warehouse' }
  const { planned } = saidWith(both, [{ hubId: HUB.id, networks: { is: 'known', value: [there] } }], networks)
  expect(planned).toEqual(expect.arrayContaining(['hvc-vnet-warehouse-2', 'hvc-vnet-warehouse-3']))
})
