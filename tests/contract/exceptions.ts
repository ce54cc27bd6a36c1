/**
 * Members that real answers have and no published schema lists, with where they were seen: `type#member`, at any depth, or
 * `type#properties.list.member` for one place.
 */
const EXCEPTIONS: Record<string, string> = {
  'virtualNetworkGateways#properties.ipConfigurations.type':
    'recordings 2017 to 2024: sub-resources carry their type',
  'virtualNetworkGateways#properties.vpnClientConfiguration.vpnClientRootCertificates.type': 'the same',
  'virtualNetworkGateways#properties.vpnClientConfiguration.vpnClientRevokedCertificates.type': 'the same',
  'expressRoutePorts#properties.links.type': 'the same',
  'routeFilters#properties.rules.type':
    'sub-resources carry their type since 2019; the only recording of rules is of 2018 and has none',
  'vpnGateways#properties.connections.type': 'the same',
  'p2sVpnGateways#properties.p2SConnectionConfigurations.type': 'the same',
  'expressRouteGateways#properties.expressRouteConnections.type':
    'azure-cli recording 2023: a connection carries it when read by itself; inside its gateway it was not recorded',
  'expressRouteGateways#etag': 'azure-cli recording 2023: hub connections carry one, the schema forgot it',
  'expressRouteGateways/expressRouteConnections#etag': 'the same',
  'expressRouteGateways/expressRouteConnections#resourceGuid': 'azure-cli recording 2023',
  'virtualHubs/hubVirtualNetworkConnections#resourceGuid': 'azure-cli virtual-wan recording 2024',
  'expressRouteCircuits#allowGlobalReach': 'azure-cli recordings 2022 to 2024',
  'virtualNetworkGateways#isMigrateToCSES': 'azure-cli recordings 2022 to 2024',
  'virtualNetworkGateways#packetCaptureDiagnosticState': 'azure-cli recordings 2022 to 2024',
  'virtualNetworkGateways#vpnClientConnectionHealth': 'azure-cli recordings 2021 to 2024, with point-to-site',
  'p2sVpnGateways#radiusProxyIPs': 'azure-cli virtual-wan recordings 2024',
  'p2sVpnGateways#useRadiusProxyIPs': 'azure-cli virtual-wan recordings 2024',
  'p2sVpnGateways#vpnGatewayDetachStatus': 'azure-cli virtual-wan recordings 2024',
  'p2sVpnGateways#vpnServerConfigurationLocation': 'azure-cli virtual-wan recordings 2024',
  'virtualHubs#networkVirtualAppliances': 'azure-cli virtual-wan recordings 2024',
  'virtualHubs/hubVirtualNetworkConnections#connectivityStatus': 'azure-cli virtual-wan recordings 2024',
  'vpnGateways#packetCaptureDiagnosticState': 'azure-cli virtual-wan recordings 2024',
  'vpnGateways/vpnConnections#packetCaptureDiagnosticState': 'azure-cli virtual-wan recordings 2024',
  'expressRouteCircuits#resourceGuid': 'azure-cli recording 2023, express route gateway connection',
  'expressRouteGateways#resourceGuid': 'azure-cli recording 2023, express route gateway connection',
}

/** Complaints of the published descriptions that the service itself causes. */
const LOOSE: { complaint: RegExp; evidence: string }[] = [
  {
    complaint:
      /^\/properties\/(virtualNetworkGateway[12]|localNetworkGateway2) must have required property 'properties'/,
    evidence: 'the schema says whole gateway, the service answers { id } (azure-cli recordings 2021 to 2024)',
  },
  {
    complaint: /^ must have required property 'nextLink'/,
    evidence:
      'GET /subscriptions: the OpenAPI demands it, the last page has none (paging of Azure Resource Manager)',
  },
  {
    complaint: /\/routeFilters(\/\S+)? is not described$/,
    evidence:
      'the OpenAPI that is at hand leaves out the file of route filters; their bodies are held to the schema',
  },
  {
    complaint: /networkVirtualAppliances(\/\S+)? is not described$/,
    evidence: 'neither the OpenAPI nor the schema that is at hand has the file of appliances in a hub',
  },
]

/** Whether a complaint, of either kind, is a known difference between the descriptions and the service. */
export function tolerated(complaint: string): boolean {
  const kind = complaint.replaceAll(/\/\d+/g, '/*').replace(/^\/value\/\*/, '')
  return (
    LOOSE.some((one) => one.complaint.test(kind)) ||
    Object.keys(EXCEPTIONS).some((pattern) => isMember(pattern, complaint))
  )
}

function isMember(pattern: string, found: string): boolean {
  const [type, member] = pattern.split('#')
  const [foundType = '', foundPath = ''] = found.split('#')
  if (type?.toLowerCase() !== foundType.toLowerCase().replace('microsoft.network/', '')) return false
  return foundPath === member || foundPath.split('.').pop() === member
}
