import { describe, expect, test } from 'vitest'
import { isJsonObject, type Json } from '../../src/lib/json.ts'
import { ADD_PEER } from '../../src/model/edits/virtual-wan/bgp-peer.ts'
import { CLIENTS } from '../../src/model/edits/virtual-wan/clients.ts'
import { CONNECT_TO_GATEWAY, CONNECT_TO_HUB } from '../../src/model/edits/virtual-wan/connect-site.ts'
import { CLIENT_UNITS, SITE_UNITS } from '../../src/model/edits/virtual-wan/gateway-units.ts'
import { HUB } from '../../src/model/edits/virtual-wan/hub.ts'
import { LINK_KEY, linkKeySegment } from '../../src/model/edits/virtual-wan/link-key.ts'
import { HUB_NAT } from '../../src/model/edits/virtual-wan/nat.ts'
import { ADD_NETWORK, NETWORK } from '../../src/model/edits/virtual-wan/network-connection.ts'
import { NEW_CLIENT_GATEWAY } from '../../src/model/edits/virtual-wan/new-client-gateway.ts'
import { NEW_HUB } from '../../src/model/edits/virtual-wan/new-hub.ts'
import {
  RESET_CLIENT_GATEWAY,
  RESET_LINK,
  RESET_SITE_GATEWAY,
} from '../../src/model/edits/virtual-wan/resets.ts'
import { ADD_ROUTE_TABLE, ROUTE_TABLE } from '../../src/model/edits/virtual-wan/route-table.ts'
import { ROUTING_INTENT } from '../../src/model/edits/virtual-wan/routing-intent.ts'
import { NEW_SERVER, SERVER } from '../../src/model/edits/virtual-wan/server-configuration.ts'
import { LINK_POLICY, SITE_CONNECTION } from '../../src/model/edits/virtual-wan/site-connection.ts'
import { NEW_SITE, SITE } from '../../src/model/edits/virtual-wan/site.ts'
import { WAN } from '../../src/model/edits/virtual-wan/wan.ts'
import type { DrawnField } from '../../src/model/edits/drawn-form.ts'
import { memberAt } from '../../src/model/edits/edit.ts'
import { removalsOf, type VirtualWanPart } from '../../src/model/edits/removal.ts'
import { collectionsIn, obstaclesTo } from '../../src/model/edits/virtual-wan/take-apart.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'
import { estateOf, fill, type Ready, send } from './virtual-wan-forms.ts'

// Every form of Virtual WAN, filled in as somebody would, against the emulator.

const SEA = idOf('vhub-sea-01')
const WEU = idOf('vhub-weu-01')
const GATEWAY = idOf('vpngw-vhub-weu-01')
const LYON = idOf('branch-lyon')
const SINGAPORE = idOf('branch-singapore')
const P2S = idOf('p2s-vhub-weu-01')

type Step = [title: string, run: (on: On) => Promise<Ready>, path: string[], is: unknown]

const STEPS: Step[] = [
  [
    'a hub’s units and preference',
    (on) => fill(on, HUB, SEA, () => ({ units: '4', preference: 'VpnGateway' })),
    ['properties', 'virtualRouterAutoScaleConfiguration', 'minCapacity'],
    4,
  ],
  [
    'a WAN without branch to branch',
    (on) => fill(on, WAN, idOf('vwan-contoso'), () => ({ branches: false })),
    ['properties', 'allowBranchToBranchTraffic'],
    false,
  ],
  [
    'a hub that is new',
    (on) => fill(on, NEW_HUB, idOf('vwan-contoso'), () => ({ name: 'vhub-new' })),
    ['properties', 'virtualWan', 'id'],
    idOf('vwan-contoso'),
  ],
  [
    'a route table that is new',
    (on) => fill(on, ADD_ROUTE_TABLE, SEA, () => ({ name: 'rt-new', labels: 'new' })),
    ['properties', 'labels'],
    ['new'],
  ],
  [
    'a static route',
    (on) =>
      fill(on, ROUTE_TABLE, idOf('rt-shared'), () => ({
        routes: [{ key: 0, name: 'to-nva', destinations: '10.250.0.0/16', hop: idOf('hvc-shared') }],
      })),
    ['properties', 'routes', '0', 'nextHop'],
    idOf('hvc-shared'),
  ],
  [
    'the labels of a network’s connection',
    (on) => fill(on, NETWORK, idOf('hvc-apps'), () => ({ labels: 'default, shared' })),
    ['properties', 'routingConfiguration', 'propagatedRouteTables', 'labels'],
    ['default', 'shared'],
  ],
  [
    'a network’s default route beside an intent',
    (on) => fill(on, NETWORK, idOf('hvc-warehouse'), () => ({ internet: false })),
    ['properties', 'enableInternetSecurity'],
    false,
  ],
  [
    'an intent for private traffic alone',
    (on) => fill(on, ROUTING_INTENT, WEU, () => ({ internet: '' })),
    ['properties', 'routingPolicies', 'length'],
    undefined,
  ],
  [
    'a BGP peer',
    (on) =>
      fill(on, ADD_PEER, SEA, () => ({
        name: 'nva',
        connection: idOf('hvc-apps'),
        ip: '10.60.0.4',
        asn: '65010',
      })),
    ['properties', 'peerIp'],
    '10.60.0.4',
  ],
  [
    'scale units of a VPN gateway',
    (on) => fill(on, SITE_UNITS, GATEWAY, () => ({ units: '3' })),
    ['properties', 'vpnGatewayScaleUnit'],
    3,
  ],
  [
    'a NAT rule',
    (on) =>
      fill(on, HUB_NAT, GATEWAY, () => ({
        name: 'nat-new',
        internal: '10.1.0.0/24',
        external: '192.168.9.0/24',
      })),
    ['properties', 'externalMappings', '0', 'addressSpace'],
    '192.168.9.0/24',
  ],
  [
    'a site that is new',
    (on) =>
      fill(on, NEW_SITE, idOf('vwan-contoso'), () => ({
        name: 'site-gent',
        prefixes: '10.91.0.0/24',
        links: [
          { key: 0, name: 'link-1', endpoint: '203.0.113.99', provider: '', speed: '50', asn: '', peer: '' },
        ],
      })),
    ['properties', 'vpnSiteLinks', '0', 'properties', 'ipAddress'],
    '203.0.113.99',
  ],
  [
    'the networks of a site',
    (on) => fill(on, SITE, idOf('site-antwerp'), () => ({ prefixes: '10.90.4.0/22, 10.90.8.0/24' })),
    ['properties', 'addressSpace', 'addressPrefixes'],
    ['10.90.4.0/22', '10.90.8.0/24'],
  ],
  [
    'the networks of a site from before links',
    (on) => fill(on, SITE, idOf('site_brno'), () => ({ vendor: 'Mikrotik' })),
    ['properties', 'deviceProperties', 'deviceVendor'],
    'Mikrotik',
  ],
  [
    'the weight of a link',
    (on) =>
      fill(on, SITE_CONNECTION, LYON, ({ links }) => ({
        links: links.map((row) => (row.name === 'link-sfr' ? { ...row, weight: '20' } : row)),
      })),
    ['properties', 'vpnLinkConnections', '1', 'properties', 'routingWeight'],
    20,
  ],
  [
    'the policy of a link',
    (on) => fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub', policy: 'custom' })),
    ['properties', 'vpnLinkConnections', '1', 'properties', 'ipsecPolicies', '0', 'dhGroup'],
    'ECP384',
  ],
  [
    'scale units of a point-to-site gateway',
    (on) => fill(on, CLIENT_UNITS, P2S, () => ({ units: '40' })),
    ['properties', 'vpnGatewayScaleUnit'],
    40,
  ],
  [
    'a point-to-site gateway in a hub',
    (on) =>
      fill(on, NEW_CLIENT_GATEWAY, SEA, () => ({
        name: 'p2s-new',
        configuration: idOf('vsc-staff'),
        units: '2',
        dns: '10.20.2.4',
      })),
    ['properties', 'p2SConnectionConfigurations', '0', 'properties', 'enableInternetSecurity'],
    false,
  ],
  [
    'DNS servers of people',
    (on) => fill(on, CLIENTS, P2S, () => ({ dns: '10.20.2.4, 10.20.2.5' })),
    ['properties', 'customDnsServers'],
    ['10.20.2.4', '10.20.2.5'],
  ],
  [
    'a server configuration with a secret',
    (on) =>
      fill(
        on,
        NEW_SERVER,
        idOf('vwan-contoso'),
        () => ({
          name: 'vsc-new',
          authentication: ['Radius'],
          servers: [{ key: 0, address: '10.20.2.30', score: '5' }],
        }),
        { 'servers/10.20.2.30/secret': 'a-new-secret' },
      ),
    ['properties', 'radiusServers', '0', 'radiusServerAddress'],
    '10.20.2.30',
  ],
  [
    'tunnel types of people',
    (on) => fill(on, SERVER, idOf('vsc-staff'), () => ({ protocols: ['OpenVPN'] })),
    ['properties', 'vpnProtocols'],
    ['OpenVPN'],
  ],
]

describe('a form of Virtual WAN comes to what was wanted:', () => {
  test.each(STEPS)(
    '%s',
    async (_, run, path, is) => {
      const on = onContoso()
      const form = await run(on)
      on.sent.length = 0
      const end = await send(on, form)
      expect(end).toMatchObject({ is: 'done', by: 'answer' })
      const after = await read(on, form.write.id)
      expect(memberAt(after.body, path)).toEqual(is)
      const put = on.sent.find(({ method }) => method === 'PUT')
      expect(JSON.stringify(put?.body)).not.toMatch(/"(sharedKey|radiusServerSecret)":""/)
    },
    30_000,
  )
})

test.each([
  ['a hub of the WAN', '10.100.0.0/23', 'error'],
  ['a site of the WAN', '10.90.0.0/23', 'error'],
  ['a network of one of its hubs', '10.112.0.0/23', 'error'],
  ['a network that is not joined to it', '10.20.4.0/23', 'advice'],
  ['nothing', '10.200.0.0/23', undefined],
])('address space that %s has, for a new hub and for clients', async (_, prefix, is) => {
  const on = onContoso()
  const hub = await fill(on, NEW_HUB, idOf('vwan-contoso'), () => ({ name: 'vhub-new', prefix }))
  expect(hub.problems.map((one) => one.is)).toEqual(is ? [is] : [])
  const clients = await fill(on, CLIENTS, P2S, ({ pools }) => ({
    pools: pools.map((row) => ({ ...row, pool: prefix })),
  }))
  expect(clients.values.pools).not.toEqual([])
  expect(clients.problems.map((one) => one.is)).toEqual(clients.values.pools.flatMap(() => is ?? []))
})

test('a network joins a hub with its labels, and Azure makes the rest', async () => {
  const on = onContoso()
  const estate = await estateOf(on)
  const free = estate.rows
    .map(({ key }) => estate.resources.get(key))
    .filter((one) => one?.kind === 'virtualNetwork')
    .map(({ id }) => id)
  for (const network of free) {
    const form = await fill(on, ADD_NETWORK, SEA, () => ({
      name: 'hvc-new',
      network,
      labels: 'shared, default',
    }))
    if (form.problems.some(({ is }) => is === 'error')) continue
    expect(await send(on, form)).toMatchObject({ is: 'done', by: 'answer' })
    const after = await read(on, form.write.id)
    expect(after.kind === 'hubVirtualNetworkConnection' && after.remoteVirtualNetworkId).toBe(network)
    expect(
      memberAt(after.body, ['properties', 'routingConfiguration', 'propagatedRouteTables', 'labels']),
    ).toEqual(['shared', 'default'])
    return
  }
  throw new Error('contoso has no network that could join')
}, 30_000)

describe('keys of links', () => {
  const keyOf = async (on: On, link: string) => {
    const { body } = await on.emulator.ask('POST', `${LYON}/${linkKeySegment(link)}/listSharedKey`)
    return JSON.stringify(body)
  }

  test('stay when a link changes, and one can be set', async () => {
    const on = onContoso()
    const before = await keyOf(on, 'link-sfr')
    const change = await fill(on, SITE_CONNECTION, LYON, ({ links }) => ({
      links: links.map((row) => (row.name === 'link-orange' ? { ...row, bandwidth: '300' } : row)),
    }))
    expect(await send(on, change)).toMatchObject({ is: 'done' })
    expect(await keyOf(on, 'link-sfr')).toBe(before)
    const key = await fill(on, LINK_KEY, LYON, () => ({ link: 'link-sfr' }), {
      key: 'Another-Key-Of-Lyon-123',
    })
    const end = await send(on, key)
    expect(end).toMatchObject({ is: 'done' })
    expect(JSON.stringify(end)).not.toContain('Another-Key')
    expect(await keyOf(on, 'link-sfr')).toContain('Another-Key-Of-Lyon-123')
  }, 30_000)

  test('of a new connection are what was typed', async () => {
    const on = onContoso()
    const form = await fill(
      on,
      CONNECT_TO_GATEWAY,
      idOf('vpngw-vhub-sea-01'),
      () => ({ site: idOf('site-lyon'), name: 'branch-lyon-sea' }),
      { 'links/link-orange/key': 'Typed-For-The-First-Link' },
    )
    expect(JSON.stringify(form.write)).not.toContain('Typed-For')
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    const { body } = await on.emulator.ask(
      'POST',
      `${form.write.id}/${linkKeySegment('link-orange')}/listSharedKey`,
    )
    expect(JSON.stringify(body)).toContain('Typed-For-The-First-Link')
  }, 30_000)
})

test('beside a routing intent no labels of a site are asked for or sent', async () => {
  const on = onContoso()
  const labels = (fields: readonly DrawnField[]) =>
    fields.find((one) => 'label' in one && one.name === 'labels')
  const beside = await fill(on, CONNECT_TO_GATEWAY, GATEWAY, () => ({
    site: idOf('site-hanoi'),
    labels: 'shared',
  }))
  expect(labels(CONNECT_TO_GATEWAY.fields(beside.values, beside.about))).toMatchObject({
    locked: expect.stringContaining('routing intent') as string,
  })
  expect(JSON.stringify(beside.write)).not.toContain('routingConfiguration')
  const fromSite = await fill(on, CONNECT_TO_HUB, idOf('site-hanoi'), () => ({
    gateway: GATEWAY,
    labels: 'shared',
  }))
  expect(JSON.stringify(fromSite.write)).not.toContain('routingConfiguration')
  const free = await fill(on, CONNECT_TO_GATEWAY, idOf('vpngw-vhub-sea-01'), () => ({
    site: idOf('site-lyon'),
    labels: 'shared',
  }))
  expect(JSON.stringify(free.write)).toContain('propagatedRouteTables')
}, 30_000)

test('the single RADIUS server of an older configuration stays, and another address takes its place', async () => {
  const on = onContoso()
  const id = idOf('vsc-staff')
  const { body } = await on.emulator.ask('GET', id)
  if (!isJsonObject(body) || !isJsonObject(body.properties)) throw new Error('no configuration')
  const { radiusServers: _, ...rest } = body.properties
  const older = { radiusServerAddress: '10.20.2.40', radiusServerSecret: 'of-the-older-server' }
  await on.emulator.ask('PUT', id, {
    ...body,
    properties: { ...rest, vpnAuthenticationTypes: ['Radius'], ...older },
  })
  on.emulator.pass(3600)
  const change = await fill(on, SERVER, id, () => ({ protocols: ['OpenVPN'] }))
  expect(change.values.servers).toMatchObject([{ address: '10.20.2.40', single: true }])
  expect(await send(on, change)).toMatchObject({ is: 'done' })
  expect(JSON.stringify(on.sent.findLast(({ method }) => method === 'PUT')?.body)).toContain(
    'of-the-older-server',
  )
  on.emulator.pass(3600)
  const moved = await fill(
    on,
    SERVER,
    id,
    ({ servers }) => ({ servers: servers.map((row) => ({ ...row, address: '10.20.2.41' })) }),
    { 'servers/10.20.2.41/secret': 'of-the-newer' },
  )
  expect(await send(on, moved)).toMatchObject({ is: 'done' })
  const after = await read(on, id)
  expect(after.body.properties).toMatchObject({ radiusServerAddress: '10.20.2.41' })
}, 30_000)

test('one prefix of a NAT rule changes, and its ports and other prefixes stay', async () => {
  const on = onContoso()
  const id = `${GATEWAY}/natRules/nat-two`
  const rule = (first: string) => ({
    type: 'Static',
    mode: 'EgressSnat',
    internalMappings: [{ addressSpace: first, portRange: '100-200' }, { addressSpace: '10.1.1.0/24' }],
    externalMappings: [{ addressSpace: '192.168.9.0/24' }, { addressSpace: '192.168.10.0/24' }],
  })
  const made = await on.emulator.ask('PUT', id, { properties: rule('10.1.0.0/24') })
  expect(made.status).toBeLessThan(300)
  on.emulator.pass(3600)
  expect((await fill(on, HUB_NAT, GATEWAY, () => ({ rule: 'nat-two' }))).write).toMatchObject({ changes: [] })
  const form = await fill(
    on,
    HUB_NAT,
    GATEWAY,
    () => ({ rule: 'nat-two' }),
    {},
    ({ mappings }) => ({
      mappings: mappings.map((row) => (row.key === 0 ? { ...row, prefix: '10.1.2.0/24' } : row)),
    }),
  )
  expect(await send(on, form)).toMatchObject({ is: 'done' })
  const { body } = await on.emulator.ask('GET', id)
  expect(body).toMatchObject({ properties: rule('10.1.2.0/24') })
  const other = await fill(
    on,
    HUB_NAT,
    GATEWAY,
    () => ({ rule: 'nat-two', remove: true }),
    {},
    () => ({ rule: '' }),
  )
  expect(other.values).toMatchObject({ remove: false, mappings: [] })
}, 30_000)

test('the policy of the link that is chosen stands in the form, and is not taken away unseen', async () => {
  const on = onContoso()
  const set = await fill(on, LINK_POLICY, SINGAPORE, () => ({
    link: 'link-starhub',
    policy: 'custom',
    saLifeTimeSeconds: '7200',
  }))
  expect(await send(on, set)).toMatchObject({ is: 'done' })
  const looked = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub' }))
  expect(looked.values).toMatchObject({ policy: 'custom', saLifeTimeSeconds: '7200' })
  expect(looked.write).toMatchObject({ changes: [] })
  const first = looked.about.resource.links[0]?.name ?? ''
  const other = await fill(on, LINK_POLICY, SINGAPORE, () => ({ policy: 'custom', link: 'link-starhub' }))
  expect(other.values).toMatchObject({ saLifeTimeSeconds: '7200' })
  expect((await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: first }))).values).toMatchObject({
    policy: 'default',
  })
  const gone = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub', policy: 'default' }))
  expect(gone.problems.map(({ text }) => text)).toEqual(['The custom policy of link-starhub is taken away.'])
}, 30_000)

test.each<[what: string, run: (on: On) => Promise<Ready>]>([
  ['an instance of a VPN gateway', (on) => fill(on, RESET_SITE_GATEWAY, GATEWAY, () => ({}))],
  ['a point-to-site gateway', (on) => fill(on, RESET_CLIENT_GATEWAY, P2S, () => ({}))],
  ['a link', (on) => fill(on, RESET_LINK, LYON, () => ({}))],
])('a reset of %s is carried out', async (_, run) => {
  const on = onContoso()
  expect(await send(on, await run(on))).toMatchObject({ is: 'done' })
})

describe('a hub that is not ready', () => {
  test('is waited for: nothing is sent', async () => {
    const on = onContoso()
    const form = await fill(on, ADD_ROUTE_TABLE, idOf('vhub-eastus-01'), () => ({
      name: 'rt-new',
      labels: 'new',
    }))
    on.sent.length = 0
    expect(await send(on, form)).toMatchObject({
      is: 'hubNotReady',
      of: 'router',
      state: 'Provisioning',
    })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
  })

  test('takes the change once its router is Provisioned', async () => {
    const on = onContoso()
    const form = await fill(on, ADD_ROUTE_TABLE, idOf('vhub-eastus-01'), () => ({
      name: 'rt-new',
      labels: 'new',
    }))
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'done', by: 'answer' })
  })
})

describe('what somebody else does', () => {
  test('to the same meanwhile is a conflict; to something else stays', async () => {
    const on = onContoso()
    const form = await fill(on, HUB, SEA, () => ({ units: '5' }))
    const { body } = await on.emulator.ask('GET', SEA)
    const hub = isJsonObject(body) && isJsonObject(body.properties) ? body : {}
    const put = (properties: Json) =>
      on.emulator.ask('PUT', SEA, {
        ...hub,
        properties: { ...(hub.properties as object), ...(properties as object) },
      })
    await put({ hubRoutingPreference: 'VpnGateway' })
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    const now = await read(on, SEA)
    expect(now).toMatchObject({ minCapacity: 5, hubRoutingPreference: 'VpnGateway' })
    await put({ virtualRouterAutoScaleConfiguration: { minCapacity: 9 } })
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)

  test('where Azure says so is read and compared anew, once; no etag is sent', async () => {
    const on = onContoso()
    const form = await fill(on, HUB, SEA, () => ({ units: '5' }))
    await on.order({
      kind: 'status',
      method: 'PUT',
      path: SEA,
      status: 412,
      code: 'PreconditionFailed',
      message: 'etag',
      times: 1,
    })
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    expect(on.sent.filter(({ method }) => method === 'PUT')).toHaveLength(2)
    expect(on.sent.filter(({ ifMatch }) => ifMatch !== undefined)).toEqual([])
    const again = await fill(on, HUB, SEA, () => ({ units: '6' }))
    await on.order({
      kind: 'status',
      method: 'PUT',
      path: SEA,
      status: 412,
      code: 'PreconditionFailed',
      message: 'etag',
    })
    expect(await send(on, again)).toMatchObject({ is: 'refused', error: { status: 412 } })
  }, 30_000)
})

describe('links are changed by their name, whatever their place is by then', () => {
  const reorder = async (on: On) => {
    const { body } = await on.emulator.ask('GET', SINGAPORE)
    if (!isJsonObject(body) || !isJsonObject(body.properties)) throw new Error('no connection')
    const links = body.properties.vpnLinkConnections
    if (!Array.isArray(links)) throw new Error('no links')
    const made = await on.emulator.ask('PUT', SINGAPORE, {
      ...body,
      properties: { ...body.properties, vpnLinkConnections: links.toReversed() },
    })
    expect(made.status).toBeLessThan(300)
    on.emulator.pass(3600)
    expect((await read(on, SINGAPORE)) as { links?: unknown }).toMatchObject({
      links: links.toReversed().map((link) => ({ name: isJsonObject(link) ? link.name : '' })),
    })
  }

  test('of its settings', async () => {
    const on = onContoso()
    const form = await fill(on, SITE_CONNECTION, SINGAPORE, ({ links }) => ({
      links: links.map((row) => (row.name === 'link-starhub' ? { ...row, protocol: 'IKEv1' } : row)),
    }))
    await reorder(on)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)

  test('of its policy', async () => {
    const on = onContoso()
    const form = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub', policy: 'custom' }))
    await reorder(on)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)
})

test('a lost answer is made up for by a reading', async () => {
  const on = onContoso()
  const form = await fill(on, SITE, idOf('site-hanoi'), () => ({ model: 'FortiGate 80F' }))
  await on.order({
    kind: 'dropped',
    lost: 'answer',
    method: 'PUT',
    path: idOf('site-hanoi'),
    times: 1,
  })
  expect(await send(on, form)).toMatchObject({ is: 'done' })
})

test('a hub is taken apart in the order that Azure takes; what stands in its way is named before', async () => {
  const on = onContoso()
  const estate = await estateOf(on)
  const [sea, weu] = await Promise.all([SEA, WEU].map((id) => read(on, id) as Promise<VirtualWanPart>))
  if (!sea || !weu) throw new Error('no hubs')
  const inside = []
  for (const path of collectionsIn(sea, estate)) {
    const got = await on.azure.list(path)
    if (got.ok) inside.push(...got.value)
  }
  const removals = removalsOf(sea, estate, { addresses: false, inside })
  expect(removals.map(({ name }) => name)).toEqual([
    'branch-hanoi',
    'branch-singapore',
    'vpngw-vhub-sea-01',
    'bgp-nva-partners',
    'hvc-apps',
    'hvc-shared',
    'rt-shared',
    'vhub-sea-01',
  ])
  expect(obstaclesTo(weu, estate).map(({ name }) => name)).toEqual(['azfw-vhub-weu-01'])
  const [appliance] = obstaclesTo(sea, estate)
  expect(appliance).toMatchObject({
    name: 'nva-sdwan-sea-01',
    note: expect.stringMatching(/not deleted here/),
  })
  // Somebody has deleted it in its own place.
  await on.emulator.ask('DELETE', appliance?.id ?? '')
  on.emulator.pass(3600)
  const writes = await on.azure.writes()
  for (const removal of removals) expect(await writes.send(removal)).toMatchObject({ is: 'done' })
}, 60_000)
