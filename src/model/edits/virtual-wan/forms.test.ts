import { describe, expect, test } from 'vitest'
import { hub, idOf, inventory, network, SUBSCRIPTION, wan } from '../../../../tests/support/resources.ts'
import { buildEstate } from '../../build-estate.ts'
import { keyOf } from '../../paths.ts'
import type {
  HubVirtualNetworkConnection,
  P2sVpnGateway,
  VpnServerConfiguration,
} from '../../resources/virtual-wan.ts'
import type { Resource } from '../../resources/resource.ts'
import type { About } from '../drawn-form.ts'
import { CLIENTS } from './clients.ts'
import { CLIENT_UNITS } from './gateway-units.ts'
import { HUB } from './hub.ts'
import { ADD_NETWORK } from './network-connection.ts'
import { NEW_CLIENT_GATEWAY } from './new-client-gateway.ts'
import { NEW_HUB } from './new-hub.ts'
import { siteWanted, typedSite } from './site-fields.ts'
import { NEW_SITE } from './site.ts'
import { WAN } from './wan.ts'

const CONTOSO = wan('vwan', { wanType: 'Basic' })
const WEU = hub('vhub-weu', { virtualWanId: CONTOSO.id, addressPrefix: '10.100.0.0/23' })
const SEA = hub('vhub-sea', { virtualWanId: CONTOSO.id, addressPrefix: '10.100.4.0/23' })
const VNET = network('vnet', { addressPrefixes: ['10.20.0.0/16'] })

function about<R extends Resource>(
  resource: R,
  others: readonly Resource[] = [],
  collections: Readonly<Record<string, readonly Resource[]>> = {},
): About<R> {
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: '' }],
    [inventory([resource, ...others])],
  )
  const read = new Map(Object.entries(collections).map(([path, all]) => [keyOf(path), all]))
  return { resource, estate, found: (path) => read.get(keyOf(path)) ?? [] }
}

const errors = (all: readonly { is: string; text: string }[]) =>
  all.flatMap(({ is, text }) => (is === 'error' ? text : []))

test('a change of a WAN waits for what its hubs are at', () => {
  const { holds } = WAN.write({ type: 'Standard', branches: true }, about(CONTOSO, [WEU, SEA]), new Map())
  expect(new Set(holds)).toEqual(new Set([CONTOSO.key, WEU.key, SEA.key]))
})

describe('what Azure has by itself and does not send is no change', () => {
  test('of a hub', () => {
    const open = about(WEU)
    const values = HUB.values(open)
    const changes = (typed: typeof values) => {
      const write = HUB.write(typed, open, new Map())
      return write.is === 'edit' ? write.changes.map(({ path, to }) => [path.at(-1), to]) : []
    }
    expect(changes(values)).toEqual([])
    expect(changes({ ...values, preference: 'ASPath' })).toEqual([['hubRoutingPreference', 'ASPath']])
    expect(changes({ ...values, units: '3' })).toEqual([['minCapacity', 3]])
  })

  test('of a WAN', () => {
    const open = about(wan('vwan'))
    expect(WAN.write({ ...WAN.values(open), branches: true }, open, new Map())).toMatchObject({
      changes: [{ path: ['properties', 'allowBranchToBranchTraffic'], to: true }],
    })
  })
})

test.each([
  ['the same', '', ['There is vhub-weu already.']],
  ['another', 'rg-other', []],
])('a name is taken within a resource group alone: %s group', (_, group, expected) => {
  const open = about(CONTOSO, [WEU])
  const values = { ...NEW_HUB.values(open), name: 'vhub-weu', ...(group !== '' && { group }) }
  expect(errors(NEW_HUB.problems(values, open, new Map()))).toEqual(expected)
  const site = { ...WEU, kind: 'vpnSite', key: idOf('vpnSites', 'vhub-weu'), addressPrefixes: [], links: [] }
  // What is read of a site here is its name and its group.
  const sites = about(CONTOSO, [{ ...site, id: idOf('vpnSites', 'vhub-weu') } as unknown as Resource])
  const said = NEW_SITE.problems(
    { ...NEW_SITE.values(sites), name: 'vhub-weu', prefixes: '10.1.0.0/24', ...(group !== '' && { group }) },
    sites,
    new Map(),
  )
  expect(errors(said.filter(({ field }) => field === 'name'))).toEqual(expected)
})

test('a network that another hub of the WAN has is advised against, and not refused', () => {
  const path = `${SEA.id}/hubVirtualNetworkConnections`
  // What is read of a connection here is its network.
  const joined = {
    ...VNET,
    id: `${path}/hvc`,
    key: keyOf(`${path}/hvc`),
    kind: 'hubVirtualNetworkConnection',
    hubId: SEA.id,
    remoteVirtualNetworkId: VNET.id,
  } as unknown as HubVirtualNetworkConnection
  const open = about(WEU, [CONTOSO, SEA, VNET], { [path]: [joined] })
  expect(ADD_NETWORK.reads?.(WEU, open.estate).map(keyOf)).toContain(keyOf(path))
  const problems = ADD_NETWORK.problems(
    { ...ADD_NETWORK.values(open), name: 'hvc', network: VNET.id },
    open,
    new Map(),
  )
  expect(problems).toEqual([
    expect.objectContaining({ field: 'network', is: 'advice', text: expect.stringContaining('vhub-sea') }),
  ])
})

test('a network that any hub has is not offered, and what is chosen proposes a name', () => {
  const otherWan = hub('vhub-x', { virtualWanId: idOf('virtualWans', 'x') })
  const path = `${otherWan.id}/hubVirtualNetworkConnections`
  // What is read of a connection here is its network.
  const joined = {
    ...VNET,
    id: `${path}/hvc`,
    key: keyOf(`${path}/hvc`),
    kind: 'hubVirtualNetworkConnection',
    hubId: otherWan.id,
    remoteVirtualNetworkId: VNET.id,
  } as unknown as HubVirtualNetworkConnection
  const free = network('vnet-free', { addressPrefixes: ['10.21.0.0/16'] })
  const open = about(WEU, [CONTOSO, otherWan, VNET, free], { [path]: [joined] })
  expect(ADD_NETWORK.also?.(WEU, open.estate).map(keyOf)).toContain(keyOf(path))
  const values = ADD_NETWORK.values(open)
  const [field] = ADD_NETWORK.fields(values, open)
  expect(field).toMatchObject({ name: 'network', hint: expect.stringContaining('vnet (vhub-x)') })
  expect(JSON.stringify(field)).not.toContain(`"${VNET.id}"`)
  const settled = (typed: typeof values) => ADD_NETWORK.settled?.(typed, open) ?? typed
  const chosen = settled({ ...values, network: free.id })
  expect(chosen.name).toBe('hvc-free')
  expect(settled({ ...chosen, name: '' }).name).toBe('')
  expect(settled({ ...chosen, network: VNET.id }).name).toBe('hvc-vnet')
  expect(settled({ ...values, name: 'mine', network: free.id }).name).toBe('mine')
})

test.each([
  ['what is there', {}, []],
  ['another region', { location: 'atlantis' }, ['location']],
  ['another group', { group: 'nope' }, ['group']],
  ['a public range', { prefix: '8.8.0.0/23' }, ['prefix']],
])('a hub is made where Azure told that it can be: %s', (_, typed, fields) => {
  const places = {
    regions: [{ name: 'westeurope', title: 'West Europe', zones: [] }],
    groups: [{ subscriptionId: SUBSCRIPTION, name: 'RG-net-weu', location: 'westeurope' }],
  }
  const open = { ...about(CONTOSO), places }
  const values = { ...NEW_HUB.values(open), name: 'vhub', location: 'westeurope', ...typed }
  expect(NEW_HUB.problems(values, open, new Map()).map(({ field }) => field)).toEqual(fields)
  const [, group, region] = NEW_HUB.fields(values, open)
  expect([group?.is, region?.is]).toEqual(['choice', 'choice'])
  expect(JSON.stringify([group, region])).toContain('West Europe')
})

test('a site link that gets another name is a new one, with no id of the old', () => {
  const body = {
    properties: {
      addressSpace: { addressPrefixes: ['10.1.0.0/24'] },
      vpnSiteLinks: ['one', 'two'].map((name) => ({
        name,
        id: `${idOf('vpnSites', 's')}/vpnSiteLinks/${name}`,
        etag: 'W/"1"',
        properties: { ipAddress: '203.0.113.1', provisioningState: 'Succeeded' },
      })),
    },
  }
  const typed = typedSite(body)
  const links = siteWanted(
    { ...typed, links: typed.links.map((row) => (row.was === 'one' ? { ...row, name: 'first' } : row)) },
    body,
  ).find(([path]) => path.at(-1) === 'vpnSiteLinks')?.[1]
  expect(links).toMatchObject([{ name: 'first' }, { name: 'two', id: expect.stringContaining('/two') }])
  expect(JSON.stringify(links)).not.toContain('/one')
})

test.each([
  ['nothing unusual', {}, []],
  ['a speed of 0', { speed: '0' }, ['speed']],
  ['the BGP address of the other link', { peer: '10.90.0.1' }, ['peer']],
  ['APIPA that Azure does not use', { peer: '169.254.1.1' }, ['peer']],
  ['APIPA that it does', { peer: '169.254.21.2' }, []],
])('a link of a site is advised on: %s', (_, typed, parts) => {
  const open = about(CONTOSO)
  const link = {
    name: 'a',
    provider: '',
    speed: '',
    endpoint: '203.0.113.1',
    asn: '64801',
    peer: '10.90.0.1',
  }
  const links = [
    { key: 0, ...link },
    { key: 1, ...link, name: 'b', endpoint: '203.0.113.2', peer: '10.90.0.2', ...typed },
  ]
  const problems = NEW_SITE.problems(
    { ...NEW_SITE.values(open), name: 's', location: 'westeurope', prefixes: '10.90.0.0/22', links },
    open,
    new Map(),
  )
  expect(problems.flatMap(({ is, row, part }) => (row === 1 ? [[is, part]] : []))).toEqual(
    parts.map((part) => ['advice', part]),
  )
})

test('a point-to-site gateway gets another server configuration, and one that is spelt otherwise is no change', () => {
  const [staff, guests] = ['vsc-staff', 'vsc-guests'].map((name) => ({
    // What is read of a configuration here is its name.
    ...({ ...VNET, kind: 'vpnServerConfiguration' } as unknown as VpnServerConfiguration),
    id: idOf('vpnServerConfigurations', name),
    key: keyOf(idOf('vpnServerConfigurations', name)),
    name,
  }))
  if (!staff || !guests) throw new Error('two were made')
  const gateway = {
    ...VNET,
    kind: 'p2sVpnGateway',
    body: { properties: { vpnServerConfiguration: { id: staff.id.toUpperCase() } } },
    vpnServerConfigurationId: staff.id.toUpperCase(),
    customDnsServers: [],
    addressPools: [],
  } as unknown as P2sVpnGateway
  const open = about(gateway, [staff, guests])
  const changes = (typed: object) => {
    const write = CLIENTS.write({ ...CLIENTS.values(open), ...typed }, open, new Map())
    return write.is === 'edit' ? write.changes.map(({ to }) => to) : []
  }
  expect(changes({})).toEqual([])
  expect(changes({ configuration: guests.id })).toEqual([guests.id])
})

test('a point-to-site gateway of a hub is asked for what it cannot be without', () => {
  const open = about(WEU, [CONTOSO])
  const values = NEW_CLIENT_GATEWAY.values(open)
  const fields = (typed: object) =>
    NEW_CLIENT_GATEWAY.problems({ ...values, ...typed }, open, new Map()).map(({ field }) => field)
  expect(fields({ name: 'p2s' })).toEqual(['configuration'])
  expect(fields({ name: '', units: '21', pool: '10.100.0.0/24', dns: 'x' })).toEqual([
    'name',
    'configuration',
    'units',
    'pool',
    'dns',
  ])
})

test('the largest point-to-site gateway is said to be what the documents disagree on', () => {
  // What is read of the gateway here are its units.
  const gateway = {
    ...VNET,
    kind: 'p2sVpnGateway',
    scaleUnits: 1,
    addressPools: [],
  } as unknown as P2sVpnGateway
  const hintAt = (units: string) => JSON.stringify(CLIENT_UNITS.fields({ units }, about(gateway)))
  expect(hintAt('3')).toContain('500 ')
  expect(hintAt('180')).not.toContain('not known')
  expect(hintAt('200')).toMatch(/100.*200.*not known/)
})
