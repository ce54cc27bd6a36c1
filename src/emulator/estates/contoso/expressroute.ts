import {
  authorization,
  circuit,
  circuitConnection,
  directPort,
  expressRouteGateway,
  portAuthorization,
} from '../build/build-expressroute.ts'
import { globalReach, microsoftPeering, privatePeering, routeFilter } from '../build/build-circuit-peering.ts'
import { ips, vnets } from './network.ts'
import { at, business, groups, platform } from './places.ts'

const { netWeu, erWeu, plantNeu } = groups

export const gateways = {
  weu: expressRouteGateway(netWeu, 'ergw-weu-prod', {
    vnet: vnets.hubWeu,
    sku: 'ErGw2AZ',
    ip: ips.ergwWeu,
    tags: platform,
  }),
  mes: expressRouteGateway(plantNeu, 'ERGW_MES_NEU', { vnet: vnets.mesNeu, sku: 'ErGw1AZ', tags: business }),
}

export const ports = {
  // Ordered as a pair; the second cross-connect was never switched on.
  amsterdam: directPort(erWeu, 'erport-ams-1', {
    location: 'Equinix-Amsterdam-AM5',
    gbps: 10,
    provisionedGbps: 2,
    allocated: 'Tuesday, March 10, 2026',
    links: [
      {
        router: 'exr01.ams',
        interface: 'xe-1/0/4:1',
        patchPanel: 'AM5:01:02:104412',
        rack: 'AMS 02110-0114',
        adminState: 'Enabled',
      },
      {
        router: 'exr02.ams',
        interface: 'xe-1/0/4:1',
        patchPanel: 'AM5:01:03:104419',
        rack: 'AMS 02110-0115',
        adminState: 'Disabled',
      },
    ],
    tags: platform,
  }),
}

export const circuits = {
  // Its key is made, so it is billed, but Equinix has not acted on it.
  equinix: circuit(erWeu, 'er-ams-equinix-1', {
    tier: 'Standard',
    family: 'MeteredData',
    over: { provider: 'Equinix', location: 'Amsterdam', mbps: 1000 },
    providerState: 'NotProvisioned',
    serviceKey: '5d1c0a94-7e2b-4f6d-9a38-c6b1e0743f2a',
    stag: 27,
    tags: at(platform, 'Gdynia data centre'),
  }),
  coltAmsterdam: circuit(erWeu, 'er-ams-colt-1', {
    tier: 'Premium',
    family: 'UnlimitedData',
    over: { provider: 'Colt', location: 'Amsterdam', mbps: 2000 },
    providerState: 'Provisioned',
    serviceKey: 'b7e40f19-3c58-4d02-8f6a-21d9c4e8a073',
    stag: 14,
    tags: at(platform, 'Rotterdam'),
  }),
  coltLondon: circuit(erWeu, 'er-lon-colt-2', {
    tier: 'Premium',
    family: 'UnlimitedData',
    over: { provider: 'Colt', location: 'London', mbps: 2000 },
    providerState: 'Provisioned',
    serviceKey: '0c83d6f2-95ab-4e17-b240-7fa1538e6c9d',
    stag: 31,
    tags: at(platform, 'Rotterdam'),
  }),
  dublin: circuit(erWeu, 'er-dub-eunet-1', {
    tier: 'Standard',
    family: 'MeteredData',
    over: { provider: 'euNetworks', location: 'Dublin', mbps: 500 },
    providerState: 'Provisioned',
    serviceKey: 'e92f5a61-d07c-4b38-a1e6-4483bc90d715',
    stag: 8,
    tags: at(platform, 'Baile Átha Cliath'),
  }),
  direct: circuit(erWeu, 'er-direct-ams-1', {
    tier: 'Standard',
    family: 'UnlimitedData',
    over: { port: ports.amsterdam, gbps: 2 },
    providerState: 'Provisioned',
    serviceKey: '41ab7c38-e6d5-4920-bc1f-95d03e72a8f4',
    stag: 2,
    tags: platform,
  }),
}

export const filters = {
  office: routeFilter(erWeu, 'rf-office', { communities: ['12076:5010', '12076:5020'], tags: platform }),
}

export const peerings = {
  amsterdam: privatePeering(circuits.coltAmsterdam, {
    asn: 64700,
    vlan: 310,
    primary: '172.16.0.0/30',
    secondary: '172.16.0.4/30',
    edge: 'AMS01',
    far: { announces: ['10.130.0.0/16', '10.131.0.0/16', '192.168.40.0/24'] },
  }),
  amsterdamMicrosoft: microsoftPeering(circuits.coltAmsterdam, {
    asn: 64700,
    vlan: 311,
    primary: '192.0.2.248/30',
    secondary: '192.0.2.252/30',
    edge: 'AMS01',
    advertised: ['203.0.113.192/27'],
    customerAsn: 64700,
    registry: 'RIPENCC',
    filter: filters.office,
  }),
  london: privatePeering(circuits.coltLondon, {
    asn: 64700,
    vlan: 320,
    primary: '172.16.0.8/30',
    secondary: '172.16.0.12/30',
    edge: 'LON04',
    far: { announces: ['10.130.0.0/16', '10.131.0.0/16', '192.168.40.0/24'] },
  }),
  dublin: privatePeering(circuits.dublin, {
    asn: 64710,
    vlan: 330,
    primary: '172.16.0.16/30',
    secondary: '172.16.0.20/30',
    edge: 'DUB02',
    // The provider's second handover carries frames, and no session comes up on it.
    far: { announces: ['10.134.0.0/16'], noSession: ['secondary'], upSecondsAgo: 19 * 86_400 },
  }),
  direct: privatePeering(circuits.direct, {
    asn: 64720,
    vlan: 340,
    primary: '172.16.0.24/30',
    secondary: '172.16.0.28/30',
    edge: 'AMS05',
    far: { announces: ['10.136.0.0/16'] },
  }),
}

export const reaches = {
  // The depots behind London reach the plants behind Amsterdam over Microsoft's network.
  amsterdamLondon: globalReach(peerings.amsterdam, 'gr-ams-lon', {
    to: peerings.london,
    link: '172.16.0.32/29',
  }),
}

const plantKey = '8f04b2d7-61c9-4e3a-9d58-b0a7f3e6142c'

export const connections = {
  amsterdam: circuitConnection(netWeu, 'cn-er-ams-colt-1', {
    gateway: gateways.weu,
    circuit: circuits.coltAmsterdam,
    weight: 10,
    tags: platform,
  }),
  london: circuitConnection(netWeu, 'cn-er-lon-colt-2', {
    gateway: gateways.weu,
    circuit: circuits.coltLondon,
    tags: platform,
  }),
  // From another subscription, hence by authorization.
  plant: circuitConnection(plantNeu, 'cn-er-dublin-mes', {
    gateway: gateways.mes,
    circuit: circuits.dublin,
    authorizationKey: plantKey,
    tags: business,
  }),
}

export const authorizations = {
  plant: authorization(circuits.dublin, 'auth-plant-mes', plantKey),
  spare: authorization(circuits.dublin, 'auth-spare', '2b6e91c0-f4d8-4a75-8037-dc15a9e3b864'),
}

export const portAuthorizations = {
  lab: portAuthorization(ports.amsterdam, 'auth-port-lab', '70d5c3e1-8b94-4f26-a1d8-6e02b9f7c534'),
}
