import { describe, expect, test } from 'vitest'
import { isJsonObject } from '../../src/lib/json.ts'
import { ADD_PEER } from '../../src/model/edits/virtual-wan/bgp-peer.ts'
import { CLIENTS } from '../../src/model/edits/virtual-wan/clients.ts'
import { CLIENT_UNITS, SITE_UNITS } from '../../src/model/edits/virtual-wan/gateway-units.ts'
import { HUB } from '../../src/model/edits/virtual-wan/hub.ts'
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
import { memberAt } from '../../src/model/edits/edit.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'
import {
  estateOf,
  fill,
  type Ready,
  send,
  SEA,
  WEU,
  GATEWAY,
  LYON,
  SINGAPORE,
  P2S,
} from './virtual-wan-forms.ts'

// Every form of Virtual WAN, filled in as somebody would, against the emulator.

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

test.each<[what: string, run: (on: On) => Promise<Ready>]>([
  ['an instance of a VPN gateway', (on) => fill(on, RESET_SITE_GATEWAY, GATEWAY, () => ({}))],
  ['a point-to-site gateway', (on) => fill(on, RESET_CLIENT_GATEWAY, P2S, () => ({}))],
  ['a link', (on) => fill(on, RESET_LINK, LYON, () => ({}))],
])('a reset of %s is carried out', async (_, run) => {
  const on = onContoso()
  expect(await send(on, await run(on))).toMatchObject({ is: 'done' })
})
