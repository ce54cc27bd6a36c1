import { describe, expect, it } from 'vitest'
import type { Resource } from '../../model/resources/resource.ts'
import {
  CIRCUIT,
  circuit,
  connection,
  CONNECTION,
  estateOf,
  envelope,
  gateway,
  GATEWAY,
  idOf,
  network,
  site,
} from './estate.fixture.ts'
import { pathStrip } from './path-strip.ts'

const HUB_GATEWAY = idOf('vpnGateways', 'hub-vpn')
const HUB = idOf('virtualHubs', 'hub-weu')
const WAN = idOf('virtualWans', 'wan')
const BRANCH = idOf('vpnSites', 'branch')
const ER_GATEWAY = idOf('virtualNetworkGateways', 'ergw-weu')

function hubGateway(): Resource {
  return {
    ...envelope(HUB_GATEWAY),
    kind: 'vpnGateway',
    virtualHubId: HUB,
    scaleUnits: 1,
    instances: [],
    connectionIds: [],
  }
}

function hub(): Resource {
  return {
    ...envelope(HUB),
    kind: 'virtualHub',
    virtualWanId: WAN,
    routingState: 'Provisioned',
    virtualRouterIps: [],
    networkVirtualApplianceIds: [],
    routeMapIds: [],
    bgpConnectionIds: [],
  }
}

function branch(): Resource {
  return { ...envelope(BRANCH), kind: 'vpnSite', virtualWanId: WAN, addressPrefixes: [], links: [] }
}

function siteConnection(): Resource {
  return {
    ...envelope(`${HUB_GATEWAY}/vpnConnections/branch`),
    kind: 'vpnConnection',
    gatewayId: HUB_GATEWAY,
    siteId: BRANCH,
    connectionStatus: 'Connected',
    enableInternetSecurity: false,
    links: [],
  }
}

function sites(count: number): Resource[] {
  return Array.from({ length: count }, (_, index) => site(idOf('localNetworkGateways', `lng-${index}`)))
}

function connectionsTo(ends: Resource[], status: (index: number) => string): Resource[] {
  return ends.map((end, index) => {
    const id = idOf('connections', `cn-${index}`)
    return connection({ ...envelope(id), localNetworkGatewayId: end.id, connectionStatus: status(index) })
  })
}

function drawn(resource: Resource, ...others: Resource[]): { boxes: string[][]; lines: string[][] } {
  const strip = pathStrip(resource, estateOf(resource, ...others))
  if (!strip) throw new Error('no picture')
  return {
    boxes: strip.columns.map(({ nodes }) => nodes.map(({ name }) => name)),
    lines: strip.lines.map((column) => column.map(({ verdict }) => verdict)),
  }
}

const erConnection = connection({
  connectionType: 'ExpressRoute',
  localNetworkGatewayId: undefined,
  circuitId: CIRCUIT,
  gateway1Id: ER_GATEWAY,
})
const erGateway = gateway({ ...envelope(ER_GATEWAY), gatewayType: 'ExpressRoute' })

describe('pathStrip', () => {
  it.each([
    [
      'a connection',
      drawn(connection(), gateway(), site(), network()),
      [['lng-gdansk'], ['vgw-weu-prod'], ['vnet-hub-weu']],
      [['healthy'], ['plain']],
    ],
    [
      'a connection that is down',
      drawn(connection({ connectionStatus: 'NotConnected' }), gateway(), site(), network()),
      [['lng-gdansk'], ['vgw-weu-prod'], ['vnet-hub-weu']],
      [['down'], ['plain']],
    ],
    [
      'a gateway without connections',
      drawn(gateway(), network()),
      [['No connection yet'], ['vgw-weu-prod'], ['vnet-hub-weu']],
      [['absent'], ['plain']],
    ],
    [
      'a local network gateway',
      drawn(site(), gateway(), connection(), network()),
      [['lng-gdansk'], ['vgw-weu-prod'], ['vnet-hub-weu']],
      [['healthy'], ['plain']],
    ],
    [
      'a circuit that waits for its provider',
      drawn(circuit({ serviceProviderProvisioningState: 'NotProvisioned' })),
      [['Equinix'], ['er-ams-1'], ['Not connected yet']],
      [['attention'], ['absent']],
    ],
    [
      'a connected circuit',
      drawn(circuit(), erConnection, erGateway, network()),
      [['Equinix'], ['er-ams-1'], ['ergw-weu'], ['vnet-hub-weu']],
      [['healthy'], ['healthy'], ['plain']],
    ],
    [
      'an ExpressRoute connection',
      drawn(erConnection, circuit(), erGateway, network()),
      [['er-ams-1'], ['ergw-weu'], ['vnet-hub-weu']],
      [['healthy'], ['plain']],
    ],
    [
      'a site connection of a hub',
      drawn(siteConnection(), hubGateway(), hub(), branch()),
      [['branch'], ['hub-vpn'], ['hub-weu'], ['wan']],
      [['healthy'], ['plain'], ['plain']],
    ],
    [
      'a site',
      drawn(branch(), siteConnection(), hubGateway(), hub()),
      [['branch'], ['hub-vpn'], ['hub-weu'], ['wan']],
      [['healthy'], ['plain'], ['plain']],
    ],
  ])('draws %s', (_, { boxes, lines }, expectedBoxes, expectedLines) => {
    expect(boxes).toEqual(expectedBoxes)
    expect(lines).toEqual(expectedLines)
  })

  it('draws at most four ends, the worst first, and counts the rest', () => {
    const ends = sites(6)
    const all = connectionsTo(ends, (index) => (index === 5 ? 'NotConnected' : 'Connected'))
    const strip = pathStrip(gateway(), estateOf(gateway(), network(), ...ends, ...all))
    expect(strip?.columns[0]?.nodes.map(({ name }) => name)).toEqual(['lng-5', 'lng-0', 'lng-1', 'lng-2'])
    expect(strip?.columns[0]?.more).toBe(2)
    expect(strip?.lines[0]?.map(({ verdict }) => verdict)).toEqual(['down', 'healthy', 'healthy', 'healthy'])
  })

  it('sees a connection of two gateways from either end', () => {
    const other = gateway({ ...envelope(idOf('virtualNetworkGateways', 'vgw-neu')) })
    const between = connection({
      localNetworkGatewayId: undefined,
      gateway2Id: other.id,
      connectionType: 'Vnet2Vnet',
    })
    expect(drawn(gateway(), other, between, network()).boxes[0]).toEqual(['vgw-neu'])
    expect(drawn(other, gateway(), between, network()).boxes[0]).toEqual(['vgw-weu-prod'])
    expect(drawn(between, gateway(), other, network()).boxes).toEqual([
      ['vgw-neu'],
      ['vgw-weu-prod'],
      ['vnet-hub-weu'],
    ])
  })

  it('draws an end once that two connections reach, as bad as the worse', () => {
    const one = connection({ connectionStatus: 'NotConnected' })
    const two = connection({ ...envelope(idOf('connections', 'cn-second')) })
    const strip = pathStrip(gateway(), estateOf(gateway(), site(), network(), two, one))
    expect(strip?.columns[0]).toMatchObject({ nodes: [{ name: 'lng-gdansk' }], more: 0 })
    expect(strip?.lines[0]).toEqual([
      {
        verdict: 'down',
        connections: [
          { id: one.id, name: 'cn-weu-to-gdansk' },
          { id: two.id, name: 'cn-second' },
        ],
      },
    ])
  })

  it('says at each box where it is, where the ends are in more than one place', () => {
    const elsewhere = circuit({
      ...envelope(idOf('expressRouteCircuits', 'er-lon')),
      peeringLocation: 'London2',
    })
    const to = (end: Resource, name: string) =>
      connection({
        ...envelope(idOf('connections', name)),
        localNetworkGatewayId: undefined,
        circuitId: end.id,
      })
    const both = [circuit(), elsewhere, to(circuit(), 'cn-1'), to(elsewhere, 'cn-2')]
    const nodes = pathStrip(gateway(), estateOf(gateway(), network(), ...both))?.columns[0]?.nodes
    expect(nodes?.map(({ place, facts }) => [place, facts[0]])).toEqual([
      ['Microsoft edge', 'Amsterdam'],
      ['Microsoft edge', 'London2'],
    ])
  })

  it('says of nothing that it is missing while the rest is being read', () => {
    expect(JSON.stringify(pathStrip(gateway(), estateOf(gateway())))).toContain('No connection yet')
    const reading = JSON.stringify(pathStrip(gateway(), estateOf(gateway()), true))
    expect(reading).toContain('Connections are being read')
    expect(reading).not.toContain('No connection yet')
  })

  it('keeps an end that was not read, by its id', () => {
    const strip = pathStrip(connection(), estateOf(connection()))
    expect(strip?.columns[0]?.nodes[0]).toMatchObject({
      name: 'lng-gdansk',
      verdict: 'notChecked',
      facts: ['not read'],
    })
    expect(strip?.columns[1]?.nodes[0]?.id).toBe(GATEWAY)
    expect(strip?.lines[0]?.[0]?.connections[0]?.id).toBe(CONNECTION)
  })

  it('draws nothing where there is no path', () => {
    expect(pathStrip(network(), estateOf(network()))).toBeUndefined()
  })
})
