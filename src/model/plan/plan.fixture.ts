import type { Plan, PlannedResource } from './plan.ts'

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111'
const OTHER = '22222222-2222-4222-8222-222222222222'

export function idIn(group: string, path: string, subscription = SUBSCRIPTION): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${path}`
}

const NETWORK = idIn('rg-hub', 'virtualNetworks/vnet-hub', OTHER)
export const SUBNET = `${NETWORK}/subnets/GatewaySubnet`
const IPS = ['pip-vgw-1', 'pip-vgw-2'].map((name) => idIn('rg-net', `publicIPAddresses/${name}`))
export const GATEWAY = idIn('rg-net', 'virtualNetworkGateways/vgw')
const SITES = ['lng-malmo-1', 'lng-malmo-2'].map((name) => idIn('rg-net', `localNetworkGateways/${name}`))
export const CONNECTIONS = ['cn-malmo-1', 'cn-malmo-2'].map((name) => idIn('rg-net', `connections/${name}`))
const location = 'swedencentral'

const connections = CONNECTIONS.map((id, at): PlannedResource => ({
  id,
  type: 'Microsoft.Network/connections',
  body: {
    location,
    properties: {
      connectionType: 'IPsec',
      connectionProtocol: 'IKEv2',
      enableBgp: true,
      virtualNetworkGateway1: { id: GATEWAY },
      localNetworkGateway2: { id: SITES[at] },
    },
  },
  secrets: [
    {
      path: ['properties', 'sharedKey'],
      parameter: `sharedKeyMalmo${at + 1}`,
      what: `the shared key of cn-malmo-${at + 1}`,
    },
  ],
  dependsOn: [GATEWAY, SITES[at] ?? ''],
  settings: 'IKEv2, BGP, default policy',
}))

/** Two sites with BGP at an active-active gateway, whose virtual network is in another subscription. */
export const PLAN: Plan = {
  groups: [{ subscriptionId: SUBSCRIPTION, name: 'rg-net', location }],
  at: { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-net' },
  location,
  name: 's2s-vgw',
  resources: [
    {
      id: SUBNET,
      type: 'Microsoft.Network/virtualNetworks/subnets',
      body: { properties: { addressPrefix: '10.60.255.0/27' } },
      dependsOn: [],
      settings: '10.60.255.0/27',
    },
    ...IPS.map((id) => ({
      id,
      type: 'Microsoft.Network/publicIPAddresses',
      body: {
        location,
        sku: { name: 'Standard', tier: 'Regional' },
        zones: ['1', '2', '3'],
        properties: { publicIPAllocationMethod: 'Static' },
      },
      dependsOn: [],
      settings: 'Standard, static, zones 1, 2, 3',
    })),
    {
      id: GATEWAY,
      type: 'Microsoft.Network/virtualNetworkGateways',
      body: {
        location,
        properties: {
          gatewayType: 'Vpn',
          vpnType: 'RouteBased',
          sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' },
          activeActive: true,
          enableBgp: true,
          bgpSettings: {
            asn: 65515,
            bgpPeeringAddresses: ['first', 'second'].map((name, at) => ({
              ipconfigurationId: `${GATEWAY}/ipConfigurations/${name}`,
              customBgpIpAddresses: [`169.254.2${at + 1}.1`],
            })),
          },
          ipConfigurations: IPS.map((id, at) => ({
            name: ['first', 'second'][at] ?? '',
            properties: { subnet: { id: SUBNET }, publicIPAddress: { id } },
          })),
        },
      },
      dependsOn: [SUBNET, ...IPS],
      settings: 'VpnGw2AZ, active-active, AS 65515',
    },
    ...SITES.map((id, at) => ({
      id,
      type: 'Microsoft.Network/localNetworkGateways',
      body: {
        location,
        properties: {
          gatewayIpAddress: `203.0.113.13${at}`,
          localNetworkAddressSpace: { addressPrefixes: ['10.90.0.0/16', '10.91.0.0/16'] },
          bgpSettings: { asn: 64710, bgpPeeringAddress: `10.90.0.${at + 1}` },
        },
      },
      dependsOn: [],
      settings: `203.0.113.13${at}, AS 64710`,
    })),
    ...connections,
  ],
  uses: [{ id: NETWORK, note: 'Only its new subnet is written' }],
}

export const versionFor = (path: string) =>
  path.includes('Microsoft.Resources')
    ? '2025-04-01'
    : path.includes('/providers/')
      ? '2025-05-01'
      : '2025-04-02'
