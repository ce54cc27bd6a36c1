/** What the form calls a field, by its place; `undefined` where the words of a check stand by themselves. */
export function fieldLabel(field: string): string | undefined {
  const place = field.replaceAll(/\.\d+/g, '.*')
  if (/^gateway\.addresses\.\*$/.test(place))
    return `Public IP address of instance ${field.split('.')[2] ?? ''}`
  return LABELS[place]
}

const LABELS: Readonly<Record<string, string>> = {
  'goal.routing': 'Routing',
  'network.network': 'Virtual network',
  'network.region': 'Region',
  'network.group': 'Resource group',
  'network.addressSpace': 'Address space',
  'network.gatewaySubnet': 'GatewaySubnet',
  'gateway.existing': 'Which gateway',
  'gateway.name': 'Name',
  'gateway.sku': 'SKU',
  'gateway.activeActive': 'Instances',
  'gateway.bgp': 'BGP',
  'gateway.asn': 'AS number',
  'gateway.apipa.*': 'APIPA addresses',
  'sites.*.existing': 'Local network gateway',
  'sites.*.name': 'Name',
  'sites.*.connection': 'Connection',
  'sites.*.values.address': 'IP address',
  'sites.*.values.fqdn': 'DNS name',
  'sites.*.values.prefixes': 'Address space',
  'sites.*.values.prefixes.*': 'Address space',
  'sites.*.values.bgp': 'BGP',
  'sites.*.values.asn': 'AS number',
  'sites.*.values.peer': 'Peer address',
  'sites.*.values.weight': 'Weight',
  'keys.*': 'Shared key',
  'connection.dpd': 'DPD timeout',
  'connection.policyBased': 'Traffic selectors',
  'connection.selectors': 'Traffic selectors',
  'connection.selectors.*': 'Traffic selectors',
}
