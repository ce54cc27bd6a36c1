/**
 * Members that real answers have and no published schema lists, with where they were seen: `type#member`, at any depth.
 * `*` is any type.
 */
const EXCEPTIONS: Record<string, string> = {
  '*#type':
    'every recorded sub-resource (ipConfigurations, links, inlined connections) carries its type, 2017 to 2024',
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
]

/** Whether a complaint, of either kind, is a known difference between the descriptions and the service. */
export function tolerated(complaint: string): boolean {
  const kind = complaint.replaceAll(/\/\d+/g, '/*').replace(/^\/value\/\*/, '')
  return (
    LOOSE.some((one) => one.complaint.test(kind)) ||
    Object.keys(EXCEPTIONS).some((pattern) => isMember(pattern, complaint))
  )
}

/** `type#member`: a member of that name at any depth of that type; `*` is any type. */
function isMember(pattern: string, found: string): boolean {
  const [type, member] = pattern.split('#')
  const [foundType = '', foundPath = ''] = found.split('#')
  if (type !== '*' && type?.toLowerCase() !== foundType.toLowerCase().replace('microsoft.network/', ''))
    return false
  return foundPath.split('.').pop() === member
}
