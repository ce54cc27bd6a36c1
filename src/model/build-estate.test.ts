import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  hub,
  idOf,
  inventory,
  network,
  site,
  siteConnection,
  SUBSCRIPTION,
  wan,
} from '../../tests/support/resources.ts'
import { buildEstate } from './build-estate.ts'
import { summarise } from './hub/summarise.ts'
import { keyOf } from './paths.ts'
import type { Resource } from './resources/resource.ts'

// A property over many readings takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const subscription = { subscriptionId: SUBSCRIPTION, displayName: 'Connectivity' }
const estateOf = (...resources: Resource[]) => buildEstate([subscription], [inventory(resources)])

describe('buildEstate', () => {
  it('joins both directions whatever the casing of a reference', () => {
    const upper = connection('c', { gateway1Id: idOf('virtualNetworkGateways', 'VGW').toUpperCase() })
    const vgw = gateway('vgw')
    const estate = estateOf(vgw, upper)
    expect(estate.links(vgw.key)).toContainEqual({ role: 'Connections', id: upper.id, direction: 'usedBy' })
    expect(estate.links(upper.key)).toContainEqual({ role: 'Gateway', id: vgw.id, direction: 'uses' })
  })

  it('keeps a reference to something that was not read', () => {
    const alone = connection('c')
    expect(estateOf(alone).row(alone.key)?.related).toEqual({
      is: 'one',
      id: idOf('localNetworkGateways', 'lng'),
      name: 'lng',
    })
  })

  it('takes a resource that was read twice as it was read last', () => {
    const early = connection('c', { connectionStatus: 'Connected', readAt: 1 })
    const late = connection('c', { connectionStatus: 'NotConnected', readAt: 2 })
    expect(estateOf(late, early).judgement(late.key)?.verdict).toBe('down')
  })

  it('makes a gateway Attention, never Down, for a connection that is down', () => {
    const vgw = gateway('vgw')
    const estate = estateOf(vgw, connection('c1', { connectionStatus: 'NotConnected' }), connection('c2'))
    const judgement = estate.judgement(vgw.key)
    expect(judgement?.verdict).toBe('attention')
    expect(judgement?.sentence).toBe('1 of 2 connections needs attention: c1')
  })

  it('makes hub and WAN Attention for a branch that is down, beside a hub that is well', () => {
    const contoso = wan('vwan')
    const inIt = { virtualWanId: contoso.id }
    const [weu, sea] = [hub('weu', inIt), hub('sea', inIt)]
    const branch = siteConnection('branch', { connectionStatus: 'NotConnected' })
    const vpngw: Resource = {
      ...weu,
      kind: 'vpnGateway',
      id: branch.gatewayId,
      key: keyOf(branch.gatewayId),
      name: 'vpngw',
      virtualHubId: weu.id,
      instances: [],
      connectionIds: [],
    }
    const vpnSite: Resource = {
      ...weu,
      kind: 'vpnSite',
      id: branch.siteId ?? '',
      key: keyOf(branch.siteId ?? ''),
      name: 'site',
      addressPrefixes: [],
      links: [],
    }
    const estate = estateOf(contoso, weu, sea, vpngw, branch, vpnSite)
    const said = (one: Resource) => {
      const { verdict, sentence } = estate.judgement(one.key) ?? {}
      return `${verdict}: ${sentence}`
    }
    expect(said(vpngw)).toBe('attention: 1 of 1 connection needs attention: branch')
    expect(said(vpnSite)).toBe('attention: 1 of 1 connection needs attention: branch')
    expect(said(weu)).toBe('attention: 1 of 1 gateway needs attention: vpngw')
    expect(said(contoso)).toBe('attention: 1 of 2 hubs needs attention: weu')
    expect(said(sea)).toMatch(/^healthy/)
    const well = estateOf(contoso, weu, sea, vpngw, siteConnection('branch'))
    expect(well.judgement(contoso.key)?.verdict).toBe('healthy')
  })

  it.each([
    ['the home network', network('vnet', { addressPrefixes: ['10.70.8.0/22'] }), undefined, true],
    ['nothing', network('vnet'), undefined, false],
    ['a NAT rule in between', network('vnet', { addressPrefixes: ['10.70.8.0/22'] }), '/nat', false],
  ])('finds a site that overlaps %s', (_, vnet, natRule, found) => {
    const lng = site('lng')
    const joined = connection('c', { natRuleIds: natRule === undefined ? [] : [natRule] })
    const judgement = estateOf(lng, joined, gateway('vgw'), vnet).judgement(lng.key)
    expect(judgement?.verdict).toBe(found ? 'attention' : 'healthy')
    if (found) expect(judgement?.sentence).toContain('10.70.0.0/16 contains 10.70.8.0/22 of vnet')
  })

  it.each([
    ['the network it leads to', '10.20.0.0/16', 'attention'],
    ['nothing', '10.99.0.0/16', 'healthy'],
  ])('finds a link of a circuit that overlaps %s', (_, range, verdict) => {
    const er = circuit('er', {
      peerings: [
        {
          id: `${idOf('expressRouteCircuits', 'er')}/peerings/AzurePrivatePeering`,
          name: 'AzurePrivatePeering',
          state: 'Enabled',
          primaryPrefix: '10.20.255.0/30',
          secondaryPrefix: '172.16.0.4/30',
        },
      ],
    })
    const joined = connection('c', { localNetworkGatewayId: undefined, circuitId: er.id })
    const judgement = estateOf(
      er,
      joined,
      gateway('vgw'),
      network('vnet', { addressPrefixes: [range] }),
    ).judgement(er.key)
    expect(judgement?.verdict).toBe(verdict)
    if (verdict === 'attention')
      expect(judgement?.sentence).toContain('10.20.255.0/30, overlaps 10.20.0.0/16 of vnet')
  })

  it('finds a site that overlaps a spoke only when the spoke uses the gateway', () => {
    const spokeOf = (useRemoteGateways: boolean) =>
      network('spoke', {
        addressPrefixes: ['10.70.0.0/24'],
        peerings: [
          {
            id: 'p',
            name: 'p',
            remoteVirtualNetworkId: idOf('virtualNetworks', 'vnet'),
            useRemoteGateways,
            allowGatewayTransit: false,
          },
        ],
      })
    const home = network('vnet', {
      peerings: [
        {
          id: 'p',
          name: 'p',
          remoteVirtualNetworkId: idOf('virtualNetworks', 'spoke'),
          useRemoteGateways: false,
          allowGatewayTransit: true,
        },
      ],
    })
    const lng = site('lng')
    const verdict = (uses: boolean) =>
      estateOf(lng, connection('c'), gateway('vgw'), home, spokeOf(uses)).judgement(lng.key)?.verdict
    expect(verdict(true)).toBe('attention')
    expect(verdict(false)).toBe('healthy')
  })
})

describe('buildEstate from an earlier one', () => {
  const lng = site('lng')
  const vnet = network('vnet', {
    peerings: [
      {
        id: 'p',
        name: 'p',
        remoteVirtualNetworkId: idOf('virtualNetworks', 'spoke').toUpperCase(),
        useRemoteGateways: false,
        allowGatewayTransit: true,
      },
    ],
  })
  const back = {
    id: 'p',
    name: 'p',
    remoteVirtualNetworkId: vnet.id,
    useRemoteGateways: true,
    allowGatewayTransit: false,
  }
  /** Each place of the estate and what may be read there, one after the other. */
  const PLACES: (Resource | undefined)[][] = [
    [undefined, gateway('vgw'), gateway('vgw', { sku: 'Basic' }), gateway('vgw', { natRuleIds: ['/n'] })],
    [
      undefined,
      connection('c', { connectionStatus: undefined, source: 'list' }),
      connection('c', { connectionStatus: 'Unknown' }),
      connection('c', { connectionStatus: 'NotConnected' }),
      connection('c', { localNetworkGatewayId: idOf('localNetworkGateways', 'other') }),
    ],
    [undefined, connection('c2'), connection('c2', { connectionStatus: 'NotConnected' })],
    [undefined, lng, { ...lng, id: lng.id.replace('resourceGroups', 'resourcegroups') }],
    [undefined, vnet, network('vnet', { addressPrefixes: ['10.70.8.0/22'] })],
    [undefined, network('spoke', { addressPrefixes: ['10.70.0.0/24'], peerings: [back] })],
  ]
  const reading = fc
    .tuple(...PLACES.map((choices) => fc.constantFrom(...choices)))
    .map((read) => read.filter((one) => one !== undefined))
  const told = (estate: ReturnType<typeof estateOf>) => ({
    rows: estate.rows,
    links: Object.fromEntries(
      [...estate.rows.map(({ key }) => key), keyOf(lng.id)].map((key) => [key, estate.links(key)]),
    ),
    verdicts: estate.rows.map(({ key }) => estate.judgement(key)),
  })

  it('is what it would be from nothing, whatever was read in between', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 2, maxLength: 6 }), (readings) => {
        let estate = estateOf()
        for (const resources of readings) {
          estate = buildEstate([subscription], [inventory(resources)], estate)
          expect(told(estate)).toEqual(told(estateOf(...resources)))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes over the rows that nothing has changed for', () => {
    const others = [gateway('vgw'), lng, vnet, circuit('er')]
    const before = estateOf(...others, connection('c'))
    const down = connection('c', { connectionStatus: 'NotConnected' })
    const after = buildEstate([subscription], [inventory([...others, down])], before)
    const anew = after.rows.filter((row) => before.row(row.key) !== row).map(({ name }) => name)
    expect(anew).toEqual(['vgw', 'lng', 'c'])
    const renamed = { ...subscription, displayName: 'Renamed' }
    expect(buildEstate([renamed], [inventory(others)], after).rows[0]?.subscriptionName).toBe('Renamed')
  })
})

describe('summarise', () => {
  it('says the estate in one sentence', () => {
    const estate = estateOf(
      connection('up'),
      connection('down', { connectionStatus: 'NotConnected' }),
      circuit('waiting', { serviceProviderProvisioningState: 'NotProvisioned', peerings: [] }),
      gateway('vgw'),
      gateway('failed', { provisioningState: 'Failed' }),
    )
    const summary = summarise(estate, 'done')
    expect(summary.sentence).toBe(
      '1 of 2 connections is healthy, 1 is down, 1 circuit waits for its provider, 1 other resource needs attention',
    )
    const more = estateOf(
      connection('up'),
      connection('odd', { connectionStatus: 'Dreaming' }),
      gateway('failed', { provisioningState: 'Failed' }),
      circuit('off', { circuitProvisioningState: 'Disabled' }),
    )
    expect(summarise(more, 'done').sentence).toBe(
      '1 of 2 connections is healthy, 1 needs attention, 1 other resource is down and 1 needs attention',
    )
    expect(
      summarise(estateOf(connection('down', { connectionStatus: 'NotConnected' })), 'done').sentence,
    ).toBe('0 of 1 connection is healthy, 1 is down')
    expect(summary.extent).toBe('5 resources in 1 subscription and 1 region.')
    expect(summary.attention.map(({ row }) => row.name)).toEqual(['down', 'failed', 'waiting', 'vgw'])
  })

  it('is empty only when everything was read', () => {
    const refused = inventory([], {
      unreadable: [
        {
          scope: '/s',
          what: 'everything',
          action: 'read',
          error: { kind: 'forbidden', code: 'AuthorizationFailed', message: '', details: [] },
        },
      ],
    })
    expect(summarise(buildEstate([subscription], [refused]), 'done').empty).toBe(false)
    const besides = buildEstate([subscription], [{ ...refused, resources: [gateway('vgw')] }])
    expect(summarise(besides, 'done').sentence).toBe('No connections in what could be read')
    expect(summarise(buildEstate([subscription], [inventory([])]), 'lists').empty).toBe(false)
    expect(summarise(buildEstate([subscription], [inventory([])]), 'done').empty).toBe(true)
  })
})
