import {
  hubCircuitConnection,
  hubExpressRouteGateway,
  pointToSiteGateway,
  policyGroup,
  serverConfiguration,
} from '../build/build-hub-gateways.ts'
import {
  hubAppliance,
  hubFirewall,
  hubPeer,
  hubRoute,
  hubRouteTable,
  hubVnetConnection,
  routeMap,
  routeServer,
  routingIntent,
  virtualHub,
  virtualWan,
} from '../build/build-virtual-wan.ts'
import { rootCertificate } from './certificate.ts'
import { peerings } from './expressroute.ts'
import { ips, vnets } from './network.ts'
import { bench, groups, platform } from './places.ts'

const { vwan, netSwc, labVwan } = groups

export const wans = {
  prod: virtualWan(vwan, 'vwan-contoso', 'Standard', platform),
  lab: virtualWan(labVwan, 'vwan-lab', 'Basic', bench),
}

const firewallId = `/subscriptions/${vwan.subscriptionId}/resourceGroups/${vwan.name}/providers/Microsoft.Network/azureFirewalls/azfw-vhub-weu-01`

export const hubs = {
  weu: virtualHub(vwan, 'vhub-weu-01', {
    wan: wans.prod,
    location: 'westeurope',
    prefix: '10.100.0.0/23',
    // A routing intent writes these two itself.
    defaultRoutes: [
      hubRoute('_policy_PublicTraffic', ['0.0.0.0/0'], firewallId),
      hubRoute('_policy_PrivateTraffic', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], firewallId),
    ],
    tags: platform,
  }),
  // Its router is still being made, see `running`.
  eus: virtualHub(vwan, 'vhub-eastus-01', {
    wan: wans.prod,
    location: 'eastus',
    prefix: '10.101.0.0/23',
    router: 'Provisioning',
    tags: platform,
  }),
  sea: virtualHub(vwan, 'vhub-sea-01', {
    wan: wans.prod,
    location: 'southeastasia',
    prefix: '10.102.0.0/23',
    preference: 'ASPath',
    tags: platform,
  }),
  lab: virtualHub(labVwan, 'vhub-lab', {
    wan: wans.lab,
    location: 'westeurope',
    prefix: '172.30.0.0/24',
    sku: 'Basic',
    tags: bench,
  }),
}

export const security = {
  firewall: hubFirewall(vwan, 'azfw-vhub-weu-01', {
    hub: hubs.weu,
    publicAddress: '192.0.2.20',
    tags: platform,
  }),
  appliance: hubAppliance(vwan, 'nva-sdwan-sea-01', {
    hub: hubs.sea,
    vendor: 'ciscosdwan',
    units: '4',
    asn: 65060,
    tags: platform,
  }),
}

export const routing = {
  intent: routingIntent(hubs.weu, security.firewall),
  // Shared services see everyone; the tables of the others need not see each other.
  shared: hubRouteTable(hubs.sea, 'rt-shared', ['shared']),
}

export const spokes = {
  warehouse: hubVnetConnection(hubs.weu, 'hvc-warehouse', vnets.warehouseWeu),
  apps: hubVnetConnection(hubs.sea, 'hvc-apps', vnets.appsSea),
  shared: hubVnetConnection(hubs.sea, 'hvc-shared', vnets.sharedSea, {
    table: routing.shared,
    labels: ['shared', 'default'],
  }),
}

/** Partners are reached through an appliance in the network of shared services. */
export const peers = {
  partners: hubPeer(hubs.sea, 'bgp-nva-partners', {
    through: spokes.shared,
    ip: '10.113.1.4',
    asn: 65061,
    announces: [
      { network: '10.180.0.0/16', path: [] },
      { network: '10.181.0.0/20', path: [64910] },
    ],
  }),
}

export const maps = {
  sea: routeMap(hubs.sea, 'rm-drop-default', [
    {
      name: 'drop-default',
      matchCriteria: [{ matchCondition: 'Equals', routePrefix: ['0.0.0.0/0'], community: [], asPath: [] }],
      actions: [{ type: 'Drop', parameters: [] }],
      nextStepIfMatched: 'Terminate',
    },
  ]),
}

const hubErgw = hubExpressRouteGateway(vwan, 'ergw-vhub-weu-01', {
  hub: hubs.weu,
  minUnits: 2,
  tags: platform,
})

export const expressRoute = {
  gateway: hubErgw,
  direct: hubCircuitConnection(hubErgw, 'erc-direct-ams-1', { hub: hubs.weu, peering: peerings.direct }),
  london: hubCircuitConnection(hubErgw, 'erc-lon-colt-2', {
    hub: hubs.weu,
    peering: peerings.london,
    weight: 10,
  }),
}

const staff = serverConfiguration(vwan, 'vsc-staff', {
  rootCertificate,
  radius: [
    { address: '10.20.2.10', score: 30, secret: 'contoso-radius-SECRET-hub-1-Wd82' },
    { address: '10.20.2.11', score: 20, secret: 'contoso-radius-SECRET-hub-2-pL05' },
  ],
  tags: platform,
})

export const people = {
  configuration: staff,
  staffGroup: policyGroup(staff, 'group-staff', {
    priority: 0,
    isDefault: true,
    members: [['CertificateGroupId', 'contoso.com']],
  }),
  partnerGroup: policyGroup(staff, 'group-partners', {
    priority: 1,
    members: [['RadiusAzureGroupId', '6ad1bd08']],
  }),
  gateway: pointToSiteGateway(vwan, 'p2s-vhub-weu-01', {
    hub: hubs.weu,
    configuration: staff,
    units: 2,
    pool: '172.28.0.0/20',
    dns: ['10.20.2.4'],
    tags: platform,
    clients: [
      {
        id: 'OVPN_7d21f0b6-43a8-4c5e-9b0f-c2e8a1d47b90',
        user: 'm.kowalska@contoso.com',
        publicIpAddress: '203.0.113.220:50211',
        privateIpAddress: '172.28.0.2',
        connectedSecondsAgo: 7_380,
      },
      {
        id: 'IKEv2_c9048e1d-5f7a-4b36-8d12-30be94f6a7c5',
        user: 'vpn-laptop-0731',
        publicIpAddress: '203.0.113.223:4500',
        privateIpAddress: '172.28.0.3',
        connectedSecondsAgo: 26_940,
        receivedPerSecond: 8_900,
        sentPerSecond: 31_000,
      },
    ],
  }),
}

/** Not Virtual WAN, although Azure keeps it under virtualHubs. */
export const routeServers = {
  swc: routeServer(netSwc, 'rs-swc-01', {
    vnet: vnets.hubSwc,
    ip: ips.routeServer,
    peers: [{ name: 'nva-swc-01', ip: '10.80.4.4', asn: 65050, state: 'Connected' }],
    tags: platform,
  }),
}
