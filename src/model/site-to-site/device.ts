import { type DeviceOf, settingsOfConnection } from '../device/of-connection.ts'
import type { TypedPolicy } from '../edits/ipsec-policy.ts'
import type { Estate } from '../estate.ts'
import { keyOf, nameOfId, parseArmId, typeOfId } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Envelope, Resource } from '../resources/resource.ts'
import type { Connection, IpsecPolicy, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { idOfChosen, type Place } from '../wizard/place.ts'
import { typedList } from '../wizard/typed-list.ts'
import type { Answers, Site } from './answers.ts'
import { configurationName, policyOf, prefixesOf } from './bodies.ts'
import { connectionIdOf, gatewayIdOf, networkIdOf, placeOf, siteIdOf, usesBgp } from './place.ts'

export interface SiteDevice {
  /** The site's key in the answers. */
  key: string
  /** The site's name, as far as it has one. */
  name: string
  device: DeviceOf
}

/**
 * What each device of the wizard has to know. What is there already is taken as it was read, so that addresses come in with the run;
 * until then they are marks. The answers are held in the shapes of an estate, so that one set of rules reads both.
 */
export function settingsOfAnswers(answers: Answers, estate: Pick<Estate, 'resources'>): SiteDevice[] {
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

function plannedResources(answers: Answers, site: Site, estate: Pick<Estate, 'resources'>) {
  const around = { estate }
  const ends = {
    gateway: gatewayIdOf(answers, around),
    site: siteIdOf(site, answers, around),
    bgp: usesBgp(site, answers, around),
  }
  const networkId = networkIdOf(answers, around) ?? ''
  const others: Resource[] = [
    plannedNetwork(networkId, answers),
    plannedSite(ends.site, site),
    ...(answers.goal.gateway === 'new'
      ? [plannedGateway(ends.gateway, networkId, answers, placeOf(answers, around))]
      : []),
  ]
  return {
    connection: plannedConnection(connectionIdOf(site, answers, around), ends, answers),
    others: new Map(others.map((one) => [one.key, one])),
  }
}

function plannedNetwork(id: string, { network }: Answers): VirtualNetwork {
  return {
    ...envelope(id),
    kind: 'virtualNetwork',
    addressPrefixes: typedList(network.addressSpace),
    dnsServers: [],
    subnets: [],
    peerings: [],
  }
}

function plannedSite(id: string, { values }: Site): LocalNetworkGateway {
  const { by, address, fqdn, bgp, asn, peer } = values
  return {
    ...envelope(id),
    kind: 'localNetworkGateway',
    ...(by === 'address' ? { gatewayIpAddress: address.trim() } : { fqdn: fqdn.trim() }),
    addressPrefixes: prefixesOf(values),
    ...(bgp && { bgp: { asn: Number(asn), peeringAddress: peer.trim(), addresses: [] } }),
  }
}

function plannedGateway(
  id: string,
  networkId: string,
  { gateway }: Answers,
  place: Place,
): VirtualNetworkGateway {
  const { activeActive, bgp, asn, addresses, apipa } = gateway
  const configurations = addresses.slice(0, activeActive ? 2 : 1).map((_, index) => configurationName(index))
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
          customAddresses: typedList(apipa[index] ?? ''),
          tunnelAddresses: [],
        })),
      },
    }),
    ipConfigurations: configurations.map((name, index) => {
      const address = addresses[index]
      const addressId = address && idOfChosen(address, place, 'publicIPAddresses')
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
  ends: { gateway: string; site: string; bgp: boolean },
  { connection }: Answers,
): Connection {
  const policy = policyOf(connection)
  return {
    ...envelope(id),
    kind: 'connection',
    connectionType: 'IPsec',
    connectionProtocol: connection.protocol,
    gateway1Id: ends.gateway,
    localNetworkGatewayId: ends.site,
    tunnels: [],
    enableBgp: ends.bgp,
    connectionMode: connection.mode,
    // What cannot be read is a check of its own; Azure's default stands here meanwhile.
    dpdTimeoutSeconds: Number(connection.dpd) || 0,
    usePolicyBasedTrafficSelectors: connection.policyBased,
    trafficSelectors: connection.selectors,
    ipsecPolicies: policy === undefined ? [] : [readPolicy(policy)],
    expressRouteGatewayBypass: false,
    natRuleIds: [],
  }
}

function readPolicy({ saLifeTimeSeconds, saDataSizeKilobytes, ...algorithms }: TypedPolicy): IpsecPolicy {
  return {
    ...Object.fromEntries(Object.entries(algorithms).filter(([, value]) => value !== '')),
    saLifeTimeSeconds: Number(saLifeTimeSeconds) || 0,
    saDataSizeKilobytes: Number(saDataSizeKilobytes) || 0,
  }
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
