import { hub, idOf, siteConnection, wan } from '../../../tests/support/resources.ts'
import type { VpnHubGateway, VpnSite } from '../resources/virtual-wan.ts'
import { ONE_KEY, type Keys, type Site } from './answers.ts'
import { emptySite } from './empty.ts'

export const WAN = wan('vwan', { wanType: 'Standard' })
export const HUB = hub('vhub', { virtualWanId: WAN.id, addressPrefix: '10.100.0.0/23' })
const { kind: _, links: _links, gatewayId: _gateway, siteId: _site, ...bare } = siteConnection('x')
export const GATEWAY: VpnHubGateway = {
  ...bare,
  id: idOf('vpnGateways', 'vpngw'),
  key: idOf('vpnGateways', 'vpngw').toLowerCase(),
  name: 'vpngw',
  kind: 'vpnGateway',
  virtualHubId: HUB.id,
  scaleUnits: 1,
  instances: [],
  connectionIds: [],
}
export const P2S = idOf('p2sVpnGateways', 'p2s')
export const SITE: VpnSite = {
  ...bare,
  id: idOf('vpnSites', 'site-old'),
  key: idOf('vpnSites', 'site-old').toLowerCase(),
  name: 'site-old',
  kind: 'vpnSite',
  virtualWanId: WAN.id,
  addressPrefixes: ['10.50.0.0/16'],
  links: [{ name: 'link-1', ipAddress: '203.0.113.50', speedInMbps: 100 }],
}

export const GOOD: Site = {
  ...emptySite([]),
  name: 'site-a',
  prefixes: ['10.60.0.0/16'],
  links: [
    { name: 'link-1', provider: '', speed: '100', endpoint: '203.0.113.1', asn: '', peer: '' },
    { name: 'link-2', provider: '', speed: '', endpoint: '203.0.113.2', asn: '', peer: '' },
  ],
}
export const KEYS: Keys = { [ONE_KEY]: 'a3xP9QmZ7LtR2vWk8YnB5cDf4HgJ6sTu' }
