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
  ['connectionPolicies.list', 'GET', 'RG/virtualHubs/{}/connectionPolicies'],
  ['connectionPolicies.delete', 'DELETE', 'RG/virtualHubs/{}/connectionPolicies/{}'],
  ['connectionPolicies.createOrUpdate', 'PUT', 'RG/virtualHubs/{}/connectionPolicies/{}'],
  ['connectionPolicies.get', 'GET', 'RG/virtualHubs/{}/connectionPolicies/{}'],
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
