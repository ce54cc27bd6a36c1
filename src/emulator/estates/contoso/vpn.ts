import { localGateway, natRule, vpnGateway } from '../build/build-vpn.ts'
import { rootCertificate } from './certificate.ts'
import { ips, vnets } from './network.ts'
import { at, bench, business, groups, platform } from './places.ts'

const { netWeu, netNeu, netEus, netSea, netSwc, analyticsEus, labNeu, labOld } = groups

/** Three people who work from elsewhere. */
const clientsOfSwc = [
  {
    id: 'IKEv2_6f1c0d52-9b3e-4a77-8f20-1d5e90c3b7a1',
    user: 'vpn-laptop-0412',
    publicIpAddress: '203.0.113.211:45522',
    privateIpAddress: '172.27.0.2',
    connectedSecondsAgo: 5 * 3600 + 1260,
    receivedPerSecond: 6_200,
    sentPerSecond: 21_400,
  },
  {
    id: 'OVPN_2b8e71c4-0d6f-4c19-a5e3-7f40b2d9168c',
    user: 'i.lindqvist@contoso.com',
    publicIpAddress: '203.0.113.214:51194',
    privateIpAddress: '172.27.0.3',
    connectedSecondsAgo: 2 * 3600 + 95,
    receivedPerSecond: 2_900,
    sentPerSecond: 11_700,
  },
  {
    id: 'OVPN_c03d5a9e-4f17-4e82-9b6a-e81f27c05d34',
    user: 'e.sandberg@contoso.com',
    publicIpAddress: '198.51.100.233:50871',
    privateIpAddress: '172.27.0.4',
    connectedSecondsAgo: 17 * 60,
    receivedPerSecond: 900,
    sentPerSecond: 4_100,
  },
]

export const gateways = {
  weu: vpnGateway(netWeu, 'vgw-weu-prod', {
    vnet: vnets.hubWeu,
    sku: 'VpnGw2AZ',
    generation: 'Generation2',
    ips: [ips.vgwWeu1, ips.vgwWeu2],
    asn: 65515,
    tags: platform,
  }),
  depots: vpnGateway(netWeu, 'vgw-weu-depots', {
    vnet: vnets.hubDepots,
    sku: 'VpnGw1AZ',
    ips: [ips.vgwDepots],
    tags: platform,
  }),
  // Its last change failed; the tunnels it had are still up.
  neu: vpnGateway(netNeu, 'vgw-neu-dr', {
    vnet: vnets.hubNeu,
    sku: 'VpnGw1AZ',
    ips: [ips.vgwNeu],
    tags: platform,
    provisioningState: 'Failed',
  }),
  eus: vpnGateway(netEus, 'vgw-eus-prod', {
    vnet: vnets.hubEus,
    sku: 'VpnGw3AZ',
    generation: 'Generation2',
    ips: [ips.vgwEus1, ips.vgwEus2],
    asn: 65040,
    tags: platform,
  }),
  sea: vpnGateway(netSea, 'vgw-sea-prod', { vnet: vnets.hubSea, sku: 'VpnGw1AZ', ips: [ips.vgwSea] }),
  swc: vpnGateway(netSwc, 'vgw-swc-people', {
    vnet: vnets.hubSwc,
    sku: 'VpnGw2AZ',
    ips: [ips.vgwSwc],
    pointToSite: {
      pool: '172.27.0.0/20',
      rootCertificate,
      radius: { address: '10.80.4.8', secret: 'contoso-radius-SECRET-swc-4tVn' },
    },
    tags: platform,
    inside: { clients: clientsOfSwc },
  }),
  // Being resized at the moment, see `running`.
  analytics: vpnGateway(analyticsEus, 'vgw.analytics.eus', {
    vnet: vnets.analyticsEus,
    sku: 'VpnGw1AZ',
    ips: [ips.vgwAnalytics],
    tags: { ...business, owner: 'data-science' },
  }),
  lab: vpnGateway(labNeu, 'vgw-lab-basic', {
    vnet: vnets.labNeu,
    sku: 'Basic',
    ips: [ips.vgwLab],
    tags: bench,
  }),
}

export const natRules = {
  dallas: natRule(gateways.eus, 'nat-dallas-in', {
    mode: 'IngressSnat',
    internal: '192.168.10.0/24',
    external: '100.64.10.0/24',
  }),
  dallasOut: natRule(gateways.eus, 'nat-dallas-out', {
    mode: 'EgressSnat',
    internal: '10.40.4.0/24',
    external: '100.64.40.0/24',
  }),
}

export const sites = {
  gdansk: localGateway(netWeu, 'lng-gdansk', {
    ip: '203.0.113.18',
    prefixes: ['10.64.0.0/20'],
    bgp: { asn: 64620, peer: '10.64.0.254' },
    tags: at(platform, 'Gdańsk'),
    announces: ['10.64.0.0/20', { network: '10.64.64.0/22', path: [64700] }],
  }),
  // Behind BGP only the peer itself has to be listed.
  rotterdam: localGateway(netWeu, 'lng-rotterdam-dc', {
    ip: '203.0.113.74',
    prefixes: ['10.66.0.1/32'],
    bgp: { asn: 64621, peer: '10.66.0.1' },
    tags: at(platform, 'Rotterdam'),
    announces: ['10.66.0.0/16', '10.68.0.0/22', { network: '10.69.0.0/20', path: [64710, 64711] }],
  }),
  // Contains vnet-erp-weu, which uses the gateway that this site is connected to.
  poznan: localGateway(netWeu, 'lng-poznan-depot', {
    ip: '203.0.113.90',
    prefixes: ['10.48.0.0/16'],
    tags: at(platform, 'Poznań'),
  }),
  lodz: localGateway(netWeu, 'lng-lodz-depot', {
    ip: '203.0.113.94',
    prefixes: ['10.65.0.0/22'],
    tags: at(platform, 'Łódź'),
  }),
  // Connected to nothing; kept by somebody for the day the plant comes back.
  katowice: localGateway(
    netWeu,
    'lng-on-premises-manufacturing-execution-systems-katowice-building-c-rack-12-old',
    {
      ip: '203.0.113.98',
      prefixes: ['10.67.0.0/20'],
      tags: { site: 'Katowice' },
    },
  ),
  galway: localGateway(netNeu, 'lng-galway', {
    ip: '203.0.113.110',
    prefixes: ['10.74.16.0/22'],
    tags: at(platform, 'Gaillimh'),
  }),
  denver: localGateway(netEus, 'lng-branch-denver', {
    ip: '198.51.100.40',
    prefixes: ['10.72.0.0/22'],
    bgp: { asn: 64720, peer: '10.72.0.254' },
    tags: at(platform, 'Denver'),
  }),
  dallas: localGateway(netEus, 'lng-branch-dallas', {
    ip: '203.0.113.130',
    prefixes: ['192.168.10.0/24'],
    tags: at(platform, 'Dallas'),
  }),
  // Named by a script that took its own file name.
  branch01: localGateway(netEus, 'lng.branch-01.js', {
    ip: '203.0.113.134',
    prefixes: ['10.72.16.0/24', '10.72.17.0/24'],
    bgp: { asn: 64721, peer: '10.72.16.254' },
  }),
  boston: localGateway(analyticsEus, 'lng-partner_boston', {
    ip: '203.0.113.138',
    prefixes: ['10.73.0.0/22'],
    tags: { ...business, owner: 'data-science', site: 'Boston' },
  }),
  malmo: localGateway(netSwc, 'lng-malmo', {
    ip: 'vpn-malmo.contoso.com',
    prefixes: ['10.78.0.0/22'],
    tags: at(platform, 'Malmö'),
  }),
  umea: localGateway(netSwc, 'lng-umea', {
    ip: '203.0.113.150',
    prefixes: ['10.78.8.0/22'],
    tags: at(platform, 'Umeå'),
  }),
  dublin: localGateway(labNeu, 'lng-dublin-dr', {
    ip: '203.0.113.114',
    prefixes: ['10.74.0.0/20'],
    tags: at(bench, 'Dublin'),
  }),
  leftOver: localGateway(labOld, 'lng-test_1', { ip: '203.0.113.200', prefixes: ['172.22.0.0/16'] }),
}
