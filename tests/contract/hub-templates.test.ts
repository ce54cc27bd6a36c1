import { expect, it } from 'vitest'
import { DEPLOYMENT, KEY } from './deployments.ts'
import { GROUP, NETWORK, testEmulator } from './emulator.ts'

const SITES = 100
const API = '2024-05-01'
const location = '[resourceGroup().location]'
const names = Array.from({ length: SITES }, (_, n) => `branch-${String(n + 1).padStart(3, '0')}`)
const idOf = (type: string, ...parts: string[]) =>
  `[resourceId('Microsoft.Network/${type}', ${parts.map((one) => `'${one}'`).join(', ')})]`
const made = (type: string, name: string, properties: object, dependsOn: string[] = []) => ({
  type: `Microsoft.Network/${type}`,
  apiVersion: API,
  name,
  ...(type.includes('/') ? {} : { location }),
  properties,
  dependsOn,
})

const WAN = idOf('virtualWans', 'wan')
const HUB = idOf('virtualHubs', 'hub')
const GATEWAY = idOf('vpnGateways', 'gateway')

/** A hub with a network, and a gateway with a hundred sites; each connection after the one before: a gateway writes one at a time. */
const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { key: { type: 'securestring' } },
  resources: [
    made('virtualWans', 'wan', { type: 'Standard' }),
    made('virtualHubs', 'hub', { addressPrefix: '10.1.0.0/23', virtualWan: { id: WAN } }, [WAN]),
    made('virtualNetworks', 'spoke', { addressSpace: { addressPrefixes: ['10.20.0.0/16'] } }),
    // The router comes up long after the hub: what needs it is tried until then.
    made(
      'virtualHubs/hubVirtualNetworkConnections',
      'hub/spoke',
      { remoteVirtualNetwork: { id: idOf('virtualNetworks', 'spoke') } },
      [HUB, idOf('virtualNetworks', 'spoke')],
    ),
    made('virtualHubs/hubRouteTables', 'hub/shared', { labels: ['shared'] }, [HUB]),
    made('vpnGateways', 'gateway', { virtualHub: { id: HUB } }, [HUB]),
    ...names.map((name, n) =>
      made(
        'vpnSites',
        name,
        {
          virtualWan: { id: WAN },
          addressSpace: { addressPrefixes: [`10.60.${n}.0/24`] },
          vpnSiteLinks: [{ name: 'isp', properties: { ipAddress: `203.0.113.${n + 1}` } }],
        },
        [WAN],
      ),
    ),
    ...names.map((name, n) =>
      made(
        'vpnGateways/vpnConnections',
        `gateway/${name}`,
        {
          remoteVpnSite: { id: idOf('vpnSites', name) },
          vpnLinkConnections: [
            {
              name: 'isp',
              properties: {
                vpnSiteLink: { id: idOf('vpnSites/vpnSiteLinks', name, 'isp') },
                sharedKey: "[parameters('key')]",
              },
            },
          ],
        },
        [
          GATEWAY,
          idOf('vpnSites', name),
          ...(n === 0 ? [] : [idOf('vpnGateways/vpnConnections', 'gateway', names[n - 1] ?? '')]),
        ],
      ),
    ),
  ],
}

it('a hub, its gateway and a hundred sites come from one template, each in its turn', async () => {
  const emulator = testEmulator()
  await emulator.ask('PUT', GROUP, { location: 'westeurope' })
  const properties = { mode: 'Incremental', template, parameters: { key: { value: KEY } } }
  const foreseen = await emulator.ask('POST', `${DEPLOYMENT}/whatIf?api-version=2024-03-01`, { properties })
  emulator.pass(60)
  const { changes } = (await emulator.ask('GET', foreseen.headers.get('Location') ?? '')).body.properties
  expect(changes.map((one: { changeType: string }) => one.changeType)).toEqual(
    Array(template.resources.length).fill('Create'),
  )
  const put = await emulator.ask('PUT', `${DEPLOYMENT}?api-version=2024-03-01`, { properties })
  expect(put.status).toBe(201)
  emulator.pass(500)
  // The hub is done, its router is not.
  const spoke = `${NETWORK}/virtualHubs/hub/hubVirtualNetworkConnections/spoke`
  expect((await emulator.ask('GET', `${NETWORK}/virtualHubs/hub`)).body.properties).toMatchObject({
    provisioningState: 'Succeeded',
    routingState: 'Provisioning',
  })
  expect((await emulator.ask('GET', spoke)).status).toBe(404)
  emulator.pass(4 * 3600)
  const end = (await emulator.ask('GET', `${DEPLOYMENT}?api-version=2024-03-01`)).body.properties
  expect([end.provisioningState, end.error]).toEqual(['Succeeded', undefined])
  expect((await emulator.ask('GET', spoke)).body.properties.provisioningState).toBe('Succeeded')
  const connections = (await emulator.ask('GET', `${NETWORK}/vpnGateways/gateway`)).body.properties
    .connections
  expect(connections).toHaveLength(SITES)
  expect(JSON.stringify(connections)).not.toContain(KEY)
  const last = `${NETWORK}/vpnGateways/gateway/vpnConnections/${names.at(-1)}`
  const [link] = (await emulator.ask('GET', last)).body.properties.vpnLinkConnections
  expect(link.properties.connectionStatus).toBe('Connected')
}, 60_000)
