import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import axe from 'axe-core'
import { createElement, type ComponentType } from 'react'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, test } from 'vitest'
import { resourceFromWire } from '../../src/azure/from-wire/resource.ts'
import { azureOn, json, scripted } from '../../src/azure/scripted.ts'
import ConfigurationTab from '../../src/features/vpn-gateway/gateway/ConfigurationTab.tsx'
import ConnectionsTab from '../../src/features/vpn-gateway/gateway/ConnectionsTab.tsx'
import BgpTab from '../../src/features/vpn-gateway/gateway/BgpTab.tsx'
import GatewayLead from '../../src/features/vpn-gateway/gateway/GatewayLead.tsx'
import PointToSiteTab from '../../src/features/vpn-gateway/gateway/PointToSiteTab.tsx'
import RoutesTab from '../../src/features/vpn-gateway/gateway/RoutesTab.tsx'
import type { Json, JsonObject } from '../../src/lib/json.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import type { Estate } from '../../src/model/estate.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import type { VirtualNetworkGateway } from '../../src/model/resources/vpn.ts'
import { AzureProvider } from '../../src/queries/use-azure.ts'
import { draw } from '../support/draw.ts'
import { recordedBodies } from '../support/recorded-bodies.ts'
import { connection, idOf, inventory, READ_AT, site, SUBSCRIPTION } from '../support/resources.ts'
import { sharedData } from '../support/shared-data.ts'

const PARTS = {
  GatewayLead,
  ConfigurationTab,
  ConnectionsTab,
  PointToSiteTab,
  BgpTab,
  RoutesTab,
} satisfies Record<string, ComponentType<{ resource: VirtualNetworkGateway; estate: Estate }>>

const ID = idOf('virtualNetworkGateways', 'vgw')

function gatewayOf(properties: Json | undefined, id = ID): VirtualNetworkGateway {
  const body: JsonObject = { id, name: 'vgw', ...(properties !== undefined && { properties }) }
  const read = resourceFromWire(body, { source: 'get', at: READ_AT })
  if (read?.kind !== 'virtualNetworkGateway') throw new Error('not a gateway')
  return read
}

function show(
  part: keyof typeof PARTS,
  resource: VirtualNetworkGateway,
  others: Resource[] = [],
  answer?: Json,
) {
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity' }],
    [inventory([resource, ...others])],
  )
  const script = scripted([['POST', json(answer ?? { value: [] })]])
  return draw(
    createElement(
      QueryClientProvider,
      { client: new QueryClient() },
      createElement(
        AzureProvider,
        { value: azureOn(script.send) },
        createElement(
          FluentProvider,
          { theme: webLightTheme },
          createElement(
            MemoryRouter,
            null,
            createElement('main', null, createElement(PARTS[part], { resource, estate })),
          ),
        ),
      ),
    ),
  )
}

const ODD: Record<string, Json | undefined> = {
  'without properties': undefined,
  'with nothing in it': {},
  'with null everywhere': {
    sku: null,
    ipConfigurations: null,
    bgpSettings: null,
    vpnClientConfiguration: null,
    natRules: null,
    customRoutes: null,
    virtualNetworkGatewayMigrationStatus: null,
  },
  'with other types than promised': {
    sku: 'Basic',
    ipConfigurations: 'one',
    bgpSettings: [],
    vpnClientConfiguration: { vpnClientAddressPool: 7, vpnClientRootCertificates: {} },
    activeActive: 'maybe',
    enableBgp: 'true',
  },
  'Basic, without its public IP address': {
    gatewayType: 'Vpn',
    vpnType: 'PolicyBased',
    sku: { name: 'Basic', tier: 'Basic' },
    ipConfigurations: [{ name: 'default', properties: {} }],
    bgpSettings: { asn: 0 },
  },
  'of values nobody knows': {
    gatewayType: 'Quantum',
    vpnType: 'WarpBased',
    sku: { name: 'VpnGw77XL' },
    vpnGatewayGeneration: 'Generation12',
    activeActive: true,
    enableBgp: true,
    vpnClientConfiguration: {
      vpnClientAddressPool: { addressPrefixes: ['pool of a kind'] },
      vpnClientProtocols: ['Telepathy'],
      vpnClientRootCertificates: [{ properties: { publicCertData: 'no certificate' } }, {}],
    },
    virtualNetworkGatewayMigrationStatus: { state: 'Dreaming', phase: 'REM' },
  },
}

describe.each(Object.keys(PARTS) as (keyof typeof PARTS)[])('%s of a gateway', (part) => {
  test.each(Object.keys(ODD))('%s is shown', (name) => {
    const { container } = show(part, gatewayOf(ODD[name]))
    expect(container.querySelector('main')?.textContent).not.toBe('')
  })
})

test('values nobody knows are shown as they are', () => {
  const gateway = gatewayOf(ODD['of values nobody knows'])
  const { container, unmount } = show('ConfigurationTab', gateway)
  for (const word of ['VpnGw77XL', 'Generation12', 'WarpBased', 'Dreaming', 'not known for this SKU'])
    expect(container).toHaveTextContent(word)
  unmount()
  const clients = show('PointToSiteTab', gateway).container
  for (const word of ['pool of a kind', 'Telepathy', 'cannot be read'])
    expect(clients).toHaveTextContent(word)
})

test.each([
  ['Standard', /legacy SKU.*VpnGw1AZ/],
  ['VpnGw2', /retired in September 2026.*VpnGw2AZ.*last checked/],
])('%s says what became of it', (name, text) => {
  const { container } = show('ConfigurationTab', gatewayOf({ sku: { name, tier: name } }))
  expect(container).toHaveTextContent(text)
})

test('a tunnel whose instance cannot be told says so, and nothing is guessed', () => {
  const gateway = gatewayOf({
    activeActive: true,
    ipConfigurations: ['one', 'two'].map((name) => ({ id: `${ID}/ipConfigurations/${name}`, name })),
  })
  const joined = connection('cn', {
    gateway1Id: ID,
    tunnels: [{ name: 'tunnel to the moon', connectionStatus: 'Orbiting' }],
  })
  show('GatewayLead', gateway, [joined, site('lng')])
  expect(screen.getByRole('link', { name: 'Instance not told: Orbiting' })).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /^Orbiting cn cannot be told/ })).toBeInTheDocument()
})

test('the picture and the table are accessible', async () => {
  const gateway = gatewayOf({ ipConfigurations: [{ id: `${ID}/ipConfigurations/one`, name: 'one' }] })
  const joined = connection('cn', {
    gateway1Id: ID,
    tunnels: [{ name: 'cn_1', connectionStatus: 'NotConnected' }],
  })
  const { container } = show('GatewayLead', gateway, [joined, site('lng')])
  const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
})

test('every gateway that was ever recorded is shown in every part', ({ skip }) => {
  sharedData('data/recordings', skip)
  const bodies = new Map<string, JsonObject>()
  for (const { version, body } of recordedBodies()) {
    // What was recorded is JSON.
    if (/\/virtualNetworkGateways\/[^/]+$/i.test(body.id))
      bodies.set(`${version} ${body.id}`, body as JsonObject)
  }
  expect(bodies.size).toBeGreaterThan(20)
  for (const [name, body] of bodies) {
    const read = resourceFromWire(body, { source: 'get', at: READ_AT })
    if (read?.kind !== 'virtualNetworkGateway') throw new Error(name)
    for (const part of ['GatewayLead', 'ConfigurationTab', 'PointToSiteTab'] as const) {
      const { container, unmount } = show(part, read)
      expect(container.querySelector('main')?.textContent, `${part} ${name}`).not.toBe('')
      unmount()
    }
  }
})
