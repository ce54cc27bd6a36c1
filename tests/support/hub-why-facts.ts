import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
} from '../../src/model/resources/virtual-wan.ts'
import type { AzureFirewall } from '../../src/model/resources/network.ts'
import { known, type Asked } from '../../src/model/why/asked.ts'
import type { HubFacts } from '../../src/model/why/hub/hub-facts.ts'
import { hub, idOf, network, READ_AT, wan } from './resources.ts'

const at = (id: string) => {
  const { provisioningState, source, readAt, ...rest } = hub('x')
  return {
    ...rest,
    provisioningState,
    source,
    readAt,
    id,
    key: id.toLowerCase(),
    name: id.split('/').at(-1) ?? '',
  }
}

export const HUB = hub('vhub', {
  sku: 'Standard',
  addressPrefix: '10.100.0.0/23',
  virtualWanId: wan('vwan').id,
  azureFirewallId: idOf('azureFirewalls', 'azfw'),
})
export const WAN = wan('vwan', { wanType: 'Standard' })
const VNET = network('vnet-apps', { addressPrefixes: ['10.1.0.0/16'] })

export function table(name: string, change: Partial<HubRouteTable> = {}): HubRouteTable {
  return {
    ...at(`${HUB.id}/hubRouteTables/${name}`),
    kind: 'hubRouteTable',
    hubId: HUB.id,
    labels: name === 'defaultRouteTable' ? ['default'] : [],
    routes: [],
    associatedConnectionIds: [],
    propagatingConnectionIds: [],
    ...change,
  }
}

export const DEFAULT = table('defaultRouteTable')
export const NONE = table('noneRouteTable', { labels: ['none'] })

export function networkConnection(
  change: Partial<HubVirtualNetworkConnection> = {},
): HubVirtualNetworkConnection {
  return {
    ...at(`${HUB.id}/hubVirtualNetworkConnections/hvc-apps`),
    kind: 'hubVirtualNetworkConnection',
    hubId: HUB.id,
    remoteVirtualNetworkId: VNET.id,
    enableInternetSecurity: false,
    connectivityStatus: 'Connected',
    associatedRouteTableId: DEFAULT.id,
    propagatedRouteTableIds: [DEFAULT.id],
    propagatedLabels: ['default'],
    staticRoutes: [],
    ...change,
  }
}

export function intent(destinations: string[], change: Partial<RoutingIntent> = {}): RoutingIntent {
  return {
    ...at(`${HUB.id}/routingIntent/hubRoutingIntent`),
    kind: 'routingIntent',
    hubId: HUB.id,
    policies: destinations.map((one) => ({
      name: one,
      destinations: [one],
      nextHopId: HUB.azureFirewallId ?? '',
    })),
    ...change,
  }
}

export function firewall(change: Partial<AzureFirewall> = {}): AzureFirewall {
  return {
    ...at(HUB.azureFirewallId ?? ''),
    kind: 'azureFirewall',
    publicIPAddresses: [],
    subnetIds: [],
    ...change,
  }
}

const is = <T>(value: T): Asked<T> => known(value, READ_AT)

/** Of a connection that is up in a hub that is up; a test says only what is otherwise. */
export function hubFacts(change: Partial<HubFacts> = {}): HubFacts {
  return {
    now: READ_AT,
    subject: networkConnection(),
    hub: is(HUB),
    wan: is(WAN),
    network: is(VNET),
    firewall: is(firewall()),
    connections: is([networkConnection()]),
    tables: is([DEFAULT, NONE]),
    intents: is([]),
    activity: is([]),
    hubActivity: is([]),
    around: [],
    ...change,
  }
}

export { is as readNow }
