import { hubVpnConnection, hubVpnGateway, legacyVpnSite, vpnSite } from '../build/build-branches.ts'
import { at, groups, platform, psk } from './places.ts'
import { hubs, wans } from './virtual-wan.ts'

const { vwan } = groups

const day = 86_400

export const gateways = {
  weu: hubVpnGateway(vwan, 'vpngw-vhub-weu-01', {
    hub: hubs.weu,
    units: 2,
    publicAddresses: ['192.0.2.10', '192.0.2.11'],
    tags: platform,
  }),
  sea: hubVpnGateway(vwan, 'vpngw-vhub-sea-01', {
    hub: hubs.sea,
    units: 1,
    publicAddresses: ['192.0.2.30', '192.0.2.31'],
    tags: platform,
  }),
}

export const sites = {
  lyon: vpnSite(vwan, 'site-lyon', {
    wan: wans.prod,
    location: 'westeurope',
    prefixes: ['10.90.0.0/22'],
    device: { vendor: 'Cisco', model: 'ISR 4331' },
    links: [
      {
        name: 'link-orange',
        provider: 'Orange',
        mbps: 500,
        ip: '203.0.113.30',
        bgp: { asn: 64801, peer: '10.90.0.1' },
      },
      {
        name: 'link-sfr',
        provider: 'SFR',
        mbps: 200,
        ip: '203.0.113.31',
        bgp: { asn: 64801, peer: '10.90.0.2' },
      },
    ],
    tags: at(platform, 'Lyon'),
  }),
  antwerp: vpnSite(vwan, 'site-antwerp', {
    wan: wans.prod,
    location: 'westeurope',
    prefixes: ['10.90.4.0/22'],
    device: { vendor: 'Fortinet', model: 'FortiGate 100F' },
    links: [{ name: 'link-proximus', provider: 'Proximus', mbps: 100, ip: '203.0.113.34' }],
    tags: at(platform, 'Antwerpen'),
  }),
  hanoi: vpnSite(vwan, 'site-hanoi', {
    wan: wans.prod,
    location: 'southeastasia',
    prefixes: ['10.92.0.0/22'],
    device: { vendor: 'Fortinet', model: 'FortiGate 60F' },
    links: [{ name: 'link-fpt', provider: 'FPT', mbps: 100, ip: '203.0.113.40' }],
    tags: at(platform, 'Hà Nội'),
  }),
  singapore: vpnSite(vwan, 'site-singapore', {
    wan: wans.prod,
    location: 'southeastasia',
    prefixes: ['10.92.4.0/22'],
    device: { vendor: 'Palo Alto', model: 'PA-440' },
    links: [
      { name: 'link-singtel', provider: 'Singtel', mbps: 1000, ip: '203.0.113.44' },
      { name: 'link-starhub', provider: 'StarHub', mbps: 300, ip: '203.0.113.45' },
    ],
    tags: at(platform, 'Singapore'),
  }),
  // Known to the WAN, connected to no hub; from the time before sites had links.
  brno: legacyVpnSite(vwan, 'site_brno', {
    wan: wans.prod,
    location: 'westeurope',
    prefixes: ['10.90.12.0/22'],
    ip: '203.0.113.50',
    tags: at(platform, 'Brno'),
  }),
}

export const connections = {
  lyon: hubVpnConnection(gateways.weu, 'branch-lyon', {
    hub: hubs.weu,
    site: sites.lyon,
    links: {
      'link-orange': {
        status: 'Connected',
        sharedKey: psk('lyon-orange'),
        mbps: 200,
        received: 80_114_220_731,
        sent: 22_009_118_467,
        inside: { establishedSecondsAgo: 40 * day },
      },
      'link-sfr': {
        status: 'Connected',
        sharedKey: psk('lyon-sfr'),
        mbps: 100,
        received: 12_870_335_004,
        sent: 4_118_220_983,
        // Its device was given one of the two addresses only.
        inside: { upOn: [0], establishedSecondsAgo: 11 * day },
      },
    },
  }),
  antwerp: hubVpnConnection(gateways.weu, 'branch-antwerp', {
    hub: hubs.weu,
    site: sites.antwerp,
    links: {
      'link-proximus': {
        status: 'Connected',
        sharedKey: psk('antwerp'),
        received: 9_114_880_127,
        sent: 3_550_091_642,
      },
    },
  }),
  hanoi: hubVpnConnection(gateways.sea, 'branch-hanoi', {
    hub: hubs.sea,
    site: sites.hanoi,
    // The device was replaced, and has a key of its own.
    links: {
      'link-fpt': {
        status: 'NotConnected',
        sharedKey: psk('hanoi'),
        inside: { deviceKey: psk('hanoi-before') },
      },
    },
  }),
  singapore: hubVpnConnection(gateways.sea, 'branch-singapore', {
    hub: hubs.sea,
    site: sites.singapore,
    links: {
      'link-singtel': {
        status: 'Connected',
        sharedKey: psk('singapore-singtel'),
        mbps: 500,
        received: 501_220_114_998,
        sent: 230_774_190_015,
      },
      // Nobody answers there; the other link carries everything.
      'link-starhub': {
        status: 'NotConnected',
        sharedKey: psk('singapore-starhub'),
        received: 2_450_118_003,
        sent: 1_009_447_812,
        inside: { silent: true },
      },
    },
  }),
}
