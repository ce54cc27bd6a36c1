type Operation = [name: string, method: string, path: string]

// One row per operation that COVERAGE.md calls 501. RG/ and S/ as there.
const OPERATIONS: Operation[] = [
  ['virtualNetworks.moveIpConfigurations', 'POST', 'RG/virtualNetworks/{}/moveIpConfigurations'],
  ['virtualNetworks.listDdosProtectionStatus', 'POST', 'RG/virtualNetworks/{}/ddosProtectionStatus'],
  ['virtualNetworks.listUsage', 'GET', 'RG/virtualNetworks/{}/usages'],
  ['virtualNetworks.checkIPAddressAvailability', 'GET', 'RG/virtualNetworks/{}/checkIPAddressAvailability'],
  ['subnets.unprepareNetworkPolicies', 'POST', 'RG/virtualNetworks/{}/subnets/{}/unprepareNetworkPolicies'],
  ['subnets.prepareNetworkPolicies', 'POST', 'RG/virtualNetworks/{}/subnets/{}/prepareNetworkPolicies'],
  ['publicIPAddresses.ddosProtectionStatus', 'POST', 'RG/publicIPAddresses/{}/ddosProtectionStatus'],
  [
    'expressRouteCircuits.stopCircuitLinkFailoverTest',
    'POST',
    'RG/expressRouteCircuits/{}/stopCircuitLinkFailoverTest',
  ],
  [
    'expressRouteCircuits.startCircuitLinkFailoverTest',
    'POST',
    'RG/expressRouteCircuits/{}/startCircuitLinkFailoverTest',
  ],
  [
    'expressRouteCircuits.getCircuitLinkFailoverSingleTestDetails',
    'POST',
    'RG/expressRouteCircuits/{}/getCircuitLinkFailoverSingleTestDetails',
  ],
  [
    'expressRouteCircuits.getCircuitLinkFailoverAllTestsDetails',
    'POST',
    'RG/expressRouteCircuits/{}/getCircuitLinkFailoverAllTestsDetails',
  ],
  ['expressRouteProviderPortsLocation.list', 'GET', 'S/expressRouteProviderPorts'],
  [
    'expressRouteGateways.getResiliencyInformation',
    'POST',
    'RG/expressRouteGateways/{}/getResiliencyInformation',
  ],
  ['expressRouteGateways.getRoutesInformation', 'POST', 'RG/expressRouteGateways/{}/getRoutesInformation'],
  ['expressRouteGateways.stopSiteFailoverTest', 'POST', 'RG/expressRouteGateways/{}/stopSiteFailoverTest'],
  ['expressRouteGateways.startSiteFailoverTest', 'POST', 'RG/expressRouteGateways/{}/startSiteFailoverTest'],
  [
    'expressRouteGateways.getFailoverSingleTestDetails',
    'POST',
    'RG/expressRouteGateways/{}/getFailoverSingleTestDetails',
  ],
  [
    'expressRouteGateways.getFailoverAllTestsDetails',
    'POST',
    'RG/expressRouteGateways/{}/getFailoverAllTestsDetails',
  ],
  ['virtualHubs.getOutboundRoutes', 'POST', 'RG/virtualHubs/{}/outboundRoutes'],
  ['virtualHubs.getInboundRoutes', 'POST', 'RG/virtualHubs/{}/inboundRoutes'],
  ['virtualHubs.getEffectiveVirtualHubRoutes', 'POST', 'RG/virtualHubs/{}/effectiveRoutes'],
  [
    'virtualHubBgpConnections.listAdvertisedRoutes',
    'POST',
    'RG/virtualHubs/{}/bgpConnections/{}/advertisedRoutes',
  ],
  ['virtualHubBgpConnections.listLearnedRoutes', 'POST', 'RG/virtualHubs/{}/bgpConnections/{}/learnedRoutes'],
  ['connectionPolicies.list', 'GET', 'RG/virtualHubs/{}/connectionPolicies'],
  ['connectionPolicies.delete', 'DELETE', 'RG/virtualHubs/{}/connectionPolicies/{}'],
  ['connectionPolicies.createOrUpdate', 'PUT', 'RG/virtualHubs/{}/connectionPolicies/{}'],
  ['connectionPolicies.get', 'GET', 'RG/virtualHubs/{}/connectionPolicies/{}'],
  ['vpnGateways.stopPacketCapture', 'POST', 'RG/vpnGateways/{}/stoppacketcapture'],
  ['vpnGateways.startPacketCapture', 'POST', 'RG/vpnGateways/{}/startpacketcapture'],
  ['vpnGateways.reset', 'POST', 'RG/vpnGateways/{}/reset'],
  ['vpnConnections.stopPacketCapture', 'POST', 'RG/vpnGateways/{}/vpnConnections/{}/stoppacketcapture'],
  ['vpnConnections.startPacketCapture', 'POST', 'RG/vpnGateways/{}/vpnConnections/{}/startpacketcapture'],
  [
    'vpnLinkConnections.getIkeSas',
    'POST',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/getikesas',
  ],
  [
    'vpnLinkConnections.resetConnection',
    'POST',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/resetconnection',
  ],
  [
    'vpnLinkConnections.listDefaultSharedKey',
    'POST',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/sharedKeys/default/listSharedKey',
  ],
  [
    'vpnLinkConnections.listAllSharedKeys',
    'GET',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/sharedKeys',
  ],
  [
    'vpnLinkConnections.setOrInitDefaultSharedKey',
    'PUT',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/sharedKeys/default',
  ],
  [
    'vpnLinkConnections.getDefaultSharedKey',
    'GET',
    'RG/vpnGateways/{}/vpnConnections/{}/vpnLinkConnections/{}/sharedKeys/default',
  ],
  ['vpnSitesConfiguration.download', 'POST', 'RG/virtualWans/{}/vpnConfiguration'],
  ['vpnServerConfigurations.listRadiusSecrets', 'POST', 'RG/vpnServerConfigurations/{}/listRadiusSecrets'],
  [
    'configurationPolicyGroups.listByVpnServerConfiguration',
    'GET',
    'RG/vpnServerConfigurations/{}/configurationPolicyGroups',
  ],
  [
    'configurationPolicyGroups.delete',
    'DELETE',
    'RG/vpnServerConfigurations/{}/configurationPolicyGroups/{}',
  ],
  [
    'configurationPolicyGroups.createOrUpdate',
    'PUT',
    'RG/vpnServerConfigurations/{}/configurationPolicyGroups/{}',
  ],
  ['configurationPolicyGroups.get', 'GET', 'RG/vpnServerConfigurations/{}/configurationPolicyGroups/{}'],
  [
    'vpnServerConfigurationsAssociatedWithVirtualWan.list',
    'POST',
    'RG/virtualWans/{}/vpnServerConfigurations',
  ],
  ['p2SVpnGateways.disconnectP2SVpnConnections', 'POST', 'RG/p2svpnGateways/{}/disconnectP2sVpnConnections'],
  [
    'p2SVpnGateways.getP2SVpnConnectionHealthDetailed',
    'POST',
    'RG/p2svpnGateways/{}/getP2sVpnConnectionHealthDetailed',
  ],
  ['p2SVpnGateways.getP2SVpnConnectionHealth', 'POST', 'RG/p2svpnGateways/{}/getP2sVpnConnectionHealth'],
  ['p2SVpnGateways.generateVpnProfile', 'POST', 'RG/p2svpnGateways/{}/generatevpnprofile'],
  ['p2SVpnGateways.reset', 'POST', 'RG/p2svpnGateways/{}/reset'],
  ['azureFirewalls.packetCaptureOperation', 'POST', 'RG/azureFirewalls/{}/packetCaptureOperation'],
  ['azureFirewalls.packetCapture', 'POST', 'RG/azureFirewalls/{}/packetCapture'],
  ['azureFirewalls.listLearnedPrefixes', 'POST', 'RG/azureFirewalls/{}/learnedIPPrefixes'],
  ['operations.list', 'GET', '/providers/Microsoft.Network/operations'],
]

const SUBSCRIPTION = '/subscriptions/{}/providers/microsoft.network/'
const GROUP = '/subscriptions/{}/resourcegroups/{}/providers/microsoft.network/'

/** Operations that are known and not built, with the path as the router wants it. */
export const NOT_BUILT: Operation[] = OPERATIONS.map(([name, method, path]) => [name, method, routed(path)])

function routed(path: string): string {
  let index = 0
  return path
    .toLowerCase()
    .replace(/^rg\//, GROUP)
    .replace(/^s\//, SUBSCRIPTION)
    .replaceAll('{}', () => `:x${index++}`)
}
