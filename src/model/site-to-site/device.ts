import { type DeviceOf, settingsOfConnection } from '../device/of-connection.ts'
import { PRESETS, type TypedPolicy } from '../edits/ipsec-policy.ts'
import type { Estate } from '../estate.ts'
import { keyOf, nameOfId, parseArmId, typeOfId } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Envelope, Resource } from '../resources/resource.ts'
import type { Connection, IpsecPolicy, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Site } from './answers.ts'

export interface SiteDevice {
  /** The site's key in the answers. */
  key: string
  /** The site's name, as far as it has one. */
  name: string
  device: DeviceOf
}

type Resources = Pick<Estate, 'resources'>

/**
 * What each device of the wizard has to know. What is there already is taken as it was read, so that addresses come in with the run;
 * until then they are marks. The answers are held in the shapes of an estate, so that one set of rules reads both.
 */
export function settingsOfAnswers(answers: Answers, estate: Resources): SiteDevice[] {
  return answers.sites.map((site) => {
    const made = plannedResources(answers, site, estate)
    const both = { resources: { get: (key: string) => estate.resources.get(key) ?? made.others.get(key) } }
    const found = estate.resources.get(made.connection.key)
    return {
      key: site.key,
      name: site.use === 'existing' ? nameOfId(site.existing) : site.name.trim(),
      device: settingsOfConnection(
        found?.kind === 'connection' ? found : made.connection,
        both,
        'which is known when Azure has made it',
      ),
    }
  })
}

/** How the wizard calls the IP configurations of a new gateway. */
const CONFIGURATIONS = ['default', 'activeActive']

function plannedResources(answers: Answers, site: Site, estate: Resources) {
  const { goal, gateway, network } = answers
  const group = `/subscriptions/${network.subscriptionId}/resourceGroups/${nameOf(network.group)}`
  const gatewayId =
    goal.gateway === 'existing'
      ? gateway.existing
      : `${group}/providers/Microsoft.Network/virtualNetworkGateways/${gateway.name.trim()}`
  const beside = (type: string, name: string) =>
    `${gatewayId.split('/').slice(0, 5).join('/')}/providers/Microsoft.Network/${type}/${name.trim()}`
  const networkId =
    network.network.is === 'existing' ? network.network.id : beside('virtualNetworks', network.network.name)
  const siteId = site.use === 'existing' ? site.existing : beside('localNetworkGateways', site.name)
  const known = estate.resources.get(keyOf(siteId))
  const bgp =
    site.use === 'new'
      ? site.values.bgp
      : goal.routing === 'bgp' && known?.kind === 'localNetworkGateway' && Boolean(known.bgp?.asn)
  const others: Resource[] = [
    plannedNetwork(networkId, answers),
    plannedSite(siteId, site),
    ...(goal.gateway === 'new' ? [plannedGateway(gatewayId, networkId, answers, beside)] : []),
  ]
  return {
    connection: plannedConnection(
      beside('connections', site.connection),
      { gatewayId, siteId, bgp },
      answers,
    ),
    others: new Map(others.map((one) => [one.key, one])),
  }
}

function nameOf(chosen: Chosen): string {
  return chosen.is === 'new' ? chosen.name.trim() : (chosen.id.split('/')[4] ?? '')
}

function plannedNetwork(id: string, { network }: Answers): VirtualNetwork {
  return {
    ...envelope(id),
    kind: 'virtualNetwork',
    addressPrefixes: typed(network.addressSpace),
    dnsServers: [],
    subnets: [],
    peerings: [],
  }
}

function plannedSite(id: string, { values }: Site): LocalNetworkGateway {
  const { by, address, fqdn, prefixes, bgp, asn, peer } = values
  return {
    ...envelope(id),
    kind: 'localNetworkGateway',
    ...(by === 'address' ? { gatewayIpAddress: address.trim() } : { fqdn: fqdn.trim() }),
    addressPrefixes: prefixes.map((prefix) => prefix.trim()).filter((prefix) => prefix !== ''),
    ...(bgp && { bgp: { asn: Number(asn), peeringAddress: peer.trim(), addresses: [] } }),
  }
}

function plannedGateway(
  id: string,
  networkId: string,
  { gateway }: Answers,
  beside: (type: string, name: string) => string,
): VirtualNetworkGateway {
  const { activeActive, bgp, asn, addresses, apipa } = gateway
  const configurations = CONFIGURATIONS.slice(0, activeActive ? 2 : 1)
  const idOf = (name: string) => `${id}/ipConfigurations/${name}`
  return {
    ...envelope(id),
    kind: 'virtualNetworkGateway',
    gatewayType: 'Vpn',
    vpnType: 'RouteBased',
    activeActive,
    enableBgp: bgp,
    ...(bgp && {
      bgp: {
        asn: Number(asn),
        addresses: configurations.map((name, index) => ({
          ipConfigurationId: idOf(name),
          defaultAddresses: [],
          customAddresses: typed(apipa[index] ?? ''),
          tunnelAddresses: [],
        })),
      },
    }),
    ipConfigurations: configurations.map((name, index) => {
      const address = addresses[index]
      const addressId =
        address?.is === 'existing' ? address.id : address && beside('publicIPAddresses', address.name)
      return {
        id: idOf(name),
        name,
        subnetId: `${networkId}/subnets/GatewaySubnet`,
        ...(addressId !== undefined && { publicIPAddressId: addressId }),
      }
    }),
    clientAddressPool: [],
    clientProtocols: [],
    clientAuthentication: [],
    customRoutes: [],
    natRuleIds: [],
  }
}

function plannedConnection(
  id: string,
  { gatewayId, siteId, bgp }: { gatewayId: string; siteId: string; bgp: boolean },
  { connection }: Answers,
): Connection {
  const policy = policyOf(connection)
  return {
    ...envelope(id),
    kind: 'connection',
    connectionType: 'IPsec',
    connectionProtocol: connection.protocol,
    gateway1Id: gatewayId,
    localNetworkGatewayId: siteId,
    tunnels: [],
    enableBgp: bgp,
    connectionMode: connection.mode,
    // What cannot be read is a check of its own; Azure's default stands here meanwhile.
    dpdTimeoutSeconds: Number(connection.dpd) || 0,
    usePolicyBasedTrafficSelectors: connection.policyBased,
    trafficSelectors: connection.selectors,
    ipsecPolicies: policy === undefined ? [] : [policy],
    expressRouteGatewayBypass: false,
    natRuleIds: [],
  }
}

function policyOf({ policy, custom }: Answers['connection']): IpsecPolicy | undefined {
  switch (policy) {
    case 'default':
      return undefined
    case 'Strong':
    case 'Compatible':
      return read(PRESETS[policy])
    case 'custom':
      return read(custom)
    default:
      return policy satisfies never
  }
}

function read({ saLifeTimeSeconds, saDataSizeKilobytes, ...algorithms }: TypedPolicy): IpsecPolicy {
  return {
    ...Object.fromEntries(Object.entries(algorithms).filter(([, value]) => value !== '')),
    saLifeTimeSeconds: Number(saLifeTimeSeconds) || 0,
    saDataSizeKilobytes: Number(saDataSizeKilobytes) || 0,
  }
}

/** A list as somebody types it. */
function typed(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '')
}

/** Of something that is not there yet. */
function envelope(id: string): Envelope {
  return {
    id,
    key: keyOf(id),
    // A name that nobody typed yet is empty, and the id none.
    name: id.split('/').at(-1) ?? '',
    type: typeOfId(id) ?? '',
    subscriptionId: parseArmId(id)?.subscriptionId ?? '',
    resourceGroup: parseArmId(id)?.resourceGroup ?? '',
    location: '',
    tags: {},
    zones: [],
    source: 'list',
    readAt: 0,
    body: {},
  }
}
