import { GATEWAY, NETWORK } from '../emulator.ts'

// What the rules are tried on: small bodies, each with what a test adds.
export const location = 'westeurope'
export const ref = (path: string): { id: string } => ({ id: `${NETWORK}/${path}` })

export const gateway = (properties: object): object => ({
  location,
  properties: { ...GATEWAY.properties, ...properties },
})
export const [configuration] = GATEWAY.properties.ipConfigurations
export const inSubnet = (path: string): object => ({
  ipConfigurations: [{ name: 'default', properties: { ...configuration?.properties, subnet: ref(path) } }],
})
export const site = (properties: object): object => ({ location, properties })
export const connection = (properties: object): object => ({
  location,
  properties: {
    connectionType: 'IPsec',
    virtualNetworkGateway1: ref('virtualNetworkGateways/gw'),
    localNetworkGateway2: ref('localNetworkGateways/site'),
    ...properties,
  },
})
export const POLICY = {
  saLifeTimeSeconds: 3000,
  saDataSizeKilobytes: 10000,
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA256',
  dhGroup: 'DHGroup14',
  pfsGroup: 'PFS2048',
}
export const circuit = (properties: object, sku: object = {}): object => ({
  location,
  sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData', ...sku },
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix',
      peeringLocation: 'Amsterdam',
      bandwidthInMbps: 200,
      ...properties,
    },
  },
})
export const peering = (properties: object): object => ({
  properties: {
    peerASN: 65020,
    primaryPeerAddressPrefix: '172.16.0.0/30',
    secondaryPeerAddressPrefix: '172.16.0.4/30',
    vlanId: 100,
    ...properties,
  },
})
export const hub = (properties: object): object => ({
  location,
  properties: { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan'), ...properties },
})
export const network = (subnets: object[]): object => ({
  location,
  properties: { addressSpace: { addressPrefixes: ['10.20.0.0/16'] }, subnets },
})
export const subnet = (name: string, addressPrefix: string): object => ({
  name,
  properties: { addressPrefix },
})
