import type { Demo, EstateReport } from '../../queries/use-demo.ts'
import { buildEstate } from '../../model/build-estate.ts'
import type { Estate } from '../../model/estate.ts'
import { nameOfId, keyOf, typeOfId } from '../../model/paths.ts'
import type { Envelope, Resource, ResourceOf } from '../../model/resources/resource.ts'

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111'
const READ_AT = Date.UTC(2026, 10, 25, 9, 0, 0)

export function idOf(types: string, name: string): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu/providers/Microsoft.Network/${types}/${name}`
}

/** An envelope as an answer to a GET gives it, from an id and what a test cares about. */
export function envelope(id: string, change: Partial<Envelope> = {}): Envelope {
  return {
    id,
    key: keyOf(id),
    name: nameOfId(id),
    type: typeOfId(id) ?? '',
    subscriptionId: SUBSCRIPTION,
    resourceGroup: 'rg-net-weu',
    location: 'westeurope',
    tags: {},
    zones: [],
    provisioningState: 'Succeeded',
    source: 'get',
    readAt: READ_AT,
    body: { id },
    ...change,
  }
}

const VNET = idOf('virtualNetworks', 'vnet-hub-weu')
export const GATEWAY = idOf('virtualNetworkGateways', 'vgw-weu-prod')
const SITE = idOf('localNetworkGateways', 'lng-gdansk')
export const CONNECTION = idOf('connections', 'cn-weu-to-gdansk')
export const CIRCUIT = idOf('expressRouteCircuits', 'er-ams-1')

export function network(): ResourceOf<'virtualNetwork'> {
  return {
    ...envelope(VNET),
    kind: 'virtualNetwork',
    addressPrefixes: ['10.20.0.0/16'],
    dnsServers: [],
    subnets: [],
    peerings: [],
  }
}

export function gateway(change: Partial<ResourceOf<'virtualNetworkGateway'>> = {}): Resource {
  return {
    ...envelope(GATEWAY),
    kind: 'virtualNetworkGateway',
    gatewayType: 'Vpn',
    sku: 'VpnGw2AZ',
    activeActive: true,
    enableBgp: true,
    ipConfigurations: [{ name: 'default', subnetId: `${VNET}/subnets/GatewaySubnet` }],
    clientAddressPool: [],
    clientProtocols: [],
    clientAuthentication: [],
    customRoutes: [],
    natRuleIds: [],
    ...change,
  }
}

export function site(id = SITE): Resource {
  return {
    ...envelope(id),
    kind: 'localNetworkGateway',
    gatewayIpAddress: '203.0.113.18',
    addressPrefixes: ['10.70.0.0/16'],
  }
}

export function connection(change: Partial<ResourceOf<'connection'>> = {}): Resource {
  return {
    ...envelope(CONNECTION),
    kind: 'connection',
    connectionType: 'IPsec',
    gateway1Id: GATEWAY,
    localNetworkGatewayId: SITE,
    connectionStatus: 'Connected',
    tunnels: [],
    enableBgp: false,
    usePolicyBasedTrafficSelectors: false,
    trafficSelectors: [],
    ipsecPolicies: [],
    expressRouteGatewayBypass: false,
    natRuleIds: [],
    ...change,
  }
}

export function circuit(change: Partial<ResourceOf<'expressRouteCircuit'>> = {}): Resource {
  return {
    ...envelope(CIRCUIT),
    kind: 'expressRouteCircuit',
    sku: 'Standard_MeteredData',
    circuitProvisioningState: 'Enabled',
    serviceProviderProvisioningState: 'Provisioned',
    serviceProviderName: 'Equinix',
    peeringLocation: 'Amsterdam',
    bandwidthInMbps: 1000,
    globalReachEnabled: false,
    allowClassicOperations: false,
    peerings: [],
    authorizations: [],
    ...change,
  }
}

export function estateOf(...resources: Resource[]): Estate {
  return buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity' }],
    [{ subscriptionId: SUBSCRIPTION, resources, unreadable: [], phase: 'done', readAt: READ_AT }],
  )
}

/** The demo with an opened snapshot; nothing of it can be ordered. */
export function demoFrom(snapshot: NonNullable<Demo['opened']>['snapshot']): Demo {
  const no = () => Promise.reject(new Error('Nobody asks for this here'))
  const report: EstateReport = {
    resources: 1,
    types: [],
    unknownTypes: [],
    unknownMembers: [],
    generic: 0,
    repeated: 0,
    madeUpSubscriptions: [],
    madeUpGroups: [],
    incomplete: false,
  }
  return {
    estate: 'theirs.json',
    estates: [],
    opened: { readOnly: true, report, snapshot },
    speed: 'instant',
    persisted: true,
    faults: [],
    openEstate: no,
    openFile: no,
    hasChanges: no,
    download: no,
    reset: no,
    setSpeed: no,
    setFaults: no,
    readBlob: no,
    setFarSide: no,
    setProvider: no,
    setCircuitPath: no,
  }
}
