import { basicPublicIp, peering, peeringSide, publicIp, virtualNetwork } from '../build/build-network.ts'
import { at, bench, business, groups, platform } from './places.ts'

const { netWeu, netNeu, netEus, netSea, netSwc, erpWeu, shopWeu, plantNeu } = groups

/** 10.20–10.39 Europe, 10.40 Americas, 10.60 Asia, 10.80 Nordics, 10.110 behind Virtual WAN, 172.20 Lab. */
export const vnets = {
  hubWeu: virtualNetwork(
    netWeu,
    'vnet-hub-weu',
    '10.20.0.0/16',
    { GatewaySubnet: '10.20.0.0/27', AzureFirewallSubnet: '10.20.1.0/26', 'snet-dns': '10.20.2.0/27' },
    platform,
  ),
  hubDepots: virtualNetwork(
    netWeu,
    'vnet-hub-depots-weu',
    '10.22.0.0/22',
    { GatewaySubnet: '10.22.0.0/27' },
    platform,
  ),
  hubNeu: virtualNetwork(
    netNeu,
    'vnet-hub-neu',
    '10.30.0.0/16',
    { GatewaySubnet: '10.30.255.0/27', 'snet-jump': '10.30.0.0/26' },
    platform,
  ),
  hubEus: virtualNetwork(
    netEus,
    'vnet-hub-eus',
    '10.40.0.0/16',
    { GatewaySubnet: '10.40.0.0/27', 'snet-shared': '10.40.4.0/22' },
    platform,
  ),
  hubSea: virtualNetwork(
    netSea,
    'vnet-hub-sea',
    '10.60.0.0/20',
    { GatewaySubnet: '10.60.15.0/27' },
    platform,
  ),
  hubSwc: virtualNetwork(
    netSwc,
    'vnet-hub-swc',
    '10.80.0.0/16',
    { GatewaySubnet: '10.80.0.0/26', RouteServerSubnet: '10.80.0.64/27', 'snet-nva': '10.80.4.0/28' },
    platform,
  ),
  // From the years before the address plan: the depot in Poznań announces all of 10.48.0.0/16.
  erpWeu: virtualNetwork(
    erpWeu,
    'vnet-erp-weu',
    '10.48.8.0/22',
    { 'snet-erp-app': '10.48.8.0/24', 'snet-erp-db': '10.48.9.0/24' },
    { ...business, owner: 'erp-basis' },
  ),
  shopWeu: virtualNetwork(
    shopWeu,
    'vnet-shop-weu',
    '10.21.0.0/20',
    { 'snet-web': '10.21.0.0/24', 'snet-data': '10.21.1.0/24' },
    { ...business, owner: 'e-commerce' },
  ),
  dataWeu: virtualNetwork(shopWeu, 'vnet-data-weu', '10.21.16.0/20', { 'snet-lake': '10.21.16.0/22' }),
  mesNeu: virtualNetwork(
    plantNeu,
    'VNET_MES_NEU',
    '10.31.0.0/20',
    { GatewaySubnet: '10.31.15.0/27', snet_scada: '10.31.0.0/24' },
    at(business, 'Baile Átha Cliath'),
  ),
  drNeu: virtualNetwork(plantNeu, 'vnet-dr-neu', '10.32.0.0/20', { 'snet-dr': '10.32.0.0/22' }, business),
  analyticsEus: virtualNetwork(
    groups.analyticsEus,
    'vnet.analytics.eus',
    '10.41.0.0/20',
    { GatewaySubnet: '10.41.15.0/27', 'snet-notebooks': '10.41.0.0/22' },
    { ...business, owner: 'data-science' },
  ),
  telemetrySwc: virtualNetwork(
    groups.telemetrySwc,
    'vnet-telemetry-swc',
    '10.81.0.0/20',
    { 'snet-ingest': '10.81.0.0/23' },
    business,
  ),
  warehouseWeu: virtualNetwork(
    shopWeu,
    'vnet-warehouse-weu',
    '10.110.0.0/20',
    { 'snet-scanners': '10.110.0.0/24' },
    at(business, 'Łódź'),
  ),
  appsSea: virtualNetwork(groups.appsSea, 'vnet-apps-sea', '10.112.0.0/20', { 'snet-apps': '10.112.0.0/22' }),
  sharedSea: virtualNetwork(groups.appsSea, 'vnet-shared-sea', '10.113.0.0/22', {
    'snet-ad': '10.113.0.0/26',
  }),
  labWeu: virtualNetwork(
    groups.labVwan,
    'vnet-lab-weu',
    '10.21.64.0/22',
    { 'snet-test': '10.21.64.0/24' },
    bench,
  ),
  labNeu: virtualNetwork(
    groups.labNeu,
    'vnet-lab-neu',
    '172.20.0.0/16',
    { GatewaySubnet: '172.20.255.0/27', default: '172.20.0.0/24' },
    bench,
  ),
  labOld: virtualNetwork(groups.labOld, 'VNET-Lab-Old', '172.21.0.0/16', { default: '172.21.0.0/24' }),
}

export const peerings = {
  shop: peering(vnets.hubWeu, vnets.shopWeu, { transit: true }),
  data: peering(vnets.hubWeu, vnets.dataWeu, { transit: true }),
  lab: peering(vnets.hubWeu, vnets.labWeu, { transit: true }),
  // A spoke can use one hub's gateways only: ERP takes the depots' ones.
  erp: peering(vnets.hubWeu, vnets.erpWeu, { transit: false }),
  erpDepots: peering(vnets.hubDepots, vnets.erpWeu, { transit: true }),
  dr: peering(vnets.hubNeu, vnets.drNeu, { transit: true }),
  telemetry: peering(vnets.hubSwc, vnets.telemetrySwc, { transit: true }),
  analytics: peering(vnets.hubEus, vnets.analyticsEus, { transit: false }),
  // The hub side was made and the spoke's owner never answered.
  mes: peeringSide(vnets.hubNeu, vnets.mesNeu, { state: 'Initiated' }),
  // The other side was deleted with the rest of the old lab.
  labOld: peeringSide(vnets.labOld, vnets.labNeu, { state: 'Disconnected' }),
}

export const ips = {
  vgwWeu1: publicIp(netWeu, 'pip-vgw-weu-1', '198.51.100.22', platform),
  vgwWeu2: publicIp(netWeu, 'pip-vgw-weu-2', '198.51.100.23', platform),
  ergwWeu: publicIp(netWeu, 'pip-ergw-weu', '198.51.100.24', platform),
  vgwDepots: publicIp(netWeu, 'pip-vgw-weu-depots', '198.51.100.30', platform),
  // Free: for a second instance of that gateway.
  vgwDepots2: publicIp(netWeu, 'pip-vgw-weu-depots-2', '198.51.100.31', platform),
  vgwNeu: publicIp(netNeu, 'pip-vgw-neu-dr', '198.51.100.50', platform),
  vgwEus1: publicIp(netEus, 'pip-vgw-eus-1', '198.51.100.60', platform),
  vgwEus2: publicIp(netEus, 'pip-vgw-eus-2', '198.51.100.61', platform),
  vgwAnalytics: publicIp(groups.analyticsEus, 'pip.vgw.analytics', '198.51.100.64', business),
  vgwSea: publicIp(netSea, 'pip-vgw-sea', '198.51.100.70', platform),
  vgwSwc: publicIp(netSwc, 'pip-vgw-swc', '198.51.100.80', platform),
  routeServer: publicIp(netSwc, 'pip-rs-swc', '198.51.100.82', platform),
  vgwLab: basicPublicIp(groups.labNeu, 'pip-vgw-lab', '198.51.100.90', bench),
  // Nobody holds it, so it has no address.
  leftOver: basicPublicIp(groups.labOld, 'test_ip_1', ''),
}
