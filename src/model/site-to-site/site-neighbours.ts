import { parsePrefix } from '../../lib/cidr.ts'
import { connectionsOf } from '../edits/gateway-connections.ts'
import type { SiteSurroundings } from '../edits/site-surroundings.ts'
import { instancesOf } from '../vpn/instances.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Connection, LocalNetworkGateway } from '../resources/vpn.ts'
import type { Answers, Site } from './answers.ts'
import { prefixesOf } from './bodies.ts'
import {
  existingGateway,
  existingNetwork,
  existingSite,
  gatewayNameOf,
  siteNameOf,
  usesBgp,
} from './place.ts'
import { nameOfChosen } from '../wizard/place.ts'
import type { Surroundings } from './surroundings.ts'
import { typedList } from '../wizard/typed-list.ts'

/** A virtual network of the gateway, its own or a peered one, there or to be made. */
export interface NearNetwork {
  name: string
  addressPrefixes: readonly string[]
  key?: string
}

/** The gateway's virtual network and all it is peered with: a peered one may come to use the gateway. */
export function nearNetworks(answers: Answers, around: Surroundings): NearNetwork[] {
  const home = existingNetwork(answers, around)
  if (home) return [home, ...peersOf(home, around)]
  const { network, addressSpace } = answers.network
  if (answers.goal.gateway === 'existing' || network.is === 'existing') return []
  return [{ name: nameOfChosen(network), addressPrefixes: typedList(addressSpace) }]
}

function peersOf(home: VirtualNetwork, { estate }: Surroundings): VirtualNetwork[] {
  return home.peerings.flatMap(({ remoteVirtualNetworkId }) => {
    const found = estate.resources.get(keyOf(remoteVirtualNetworkId ?? ''))
    return found?.kind === 'virtualNetwork' ? [found] : []
  })
}

/** Connections that the gateway has already, but for those of the same plan that an earlier run has made. */
export function otherConnections(
  answers: Answers,
  around: Surroundings,
  own: ReadonlySet<string>,
): Connection[] {
  const gateway = existingGateway(answers, around)
  return gateway ? connectionsOf(gateway, around.estate).filter(({ key }) => !own.has(key)) : []
}

/** Local network gateways that the gateway is connected to already. */
export function connectedSites(
  connections: readonly Connection[],
  around: Surroundings,
): LocalNetworkGateway[] {
  return connections.flatMap(({ localNetworkGatewayId }) => {
    const found = around.estate.resources.get(keyOf(localNetworkGatewayId ?? ''))
    return found?.kind === 'localNetworkGateway' ? [found] : []
  })
}

export function sitePrefixes(site: Site, around: Surroundings): readonly string[] {
  return site.use === 'new' ? prefixesOf(site.values) : (existingSite(site, around)?.addressPrefixes ?? [])
}

/** What a site is held against by VAL-LNG-02 and 04 to 08. */
export function siteSurroundings(
  site: Site,
  answers: Answers,
  around: Surroundings,
  connections: readonly Connection[],
): SiteSurroundings {
  const gateway = existingGateway(answers, around)
  const bgp = usesBgp(site, answers, around)
  // Ranges behind two devices that both speak BGP are meant: the routes tell which to take.
  const others = [
    ...answers.sites
      .filter((other) => other.key !== site.key && !(bgp && usesBgp(other, answers, around)))
      .map((other) => ({ name: siteNameOf(other), addressPrefixes: sitePrefixes(other, around) })),
    ...connections
      .filter(({ enableBgp }) => !(bgp && enableBgp))
      .flatMap((connection) => connectedSites([connection], around))
      .filter(({ key }) => key !== keyOf(site.existing)),
  ]
  return {
    connections: [],
    gateways: gateway ? [gateway] : answers.goal.gateway === 'new' ? [newGateway(answers)] : [],
    networks: nearNetworks(answers, around).flatMap(named),
    sites: others.flatMap(named),
    gatewayAddresses: new Set([
      ...(gateway ? instancesOf(gateway, around.estate).flatMap(({ addresses }) => addresses) : []),
      ...answers.gateway.addresses.flatMap((address) => {
        const found = address.is === 'existing' ? around.estate.resources.get(keyOf(address.id)) : undefined
        return found?.kind === 'publicIPAddress' && found.ipAddress ? [found.ipAddress] : []
      }),
    ]),
    translated: false,
    overPrivate: false,
  }
}

function newGateway(answers: Answers): SiteSurroundings['gateways'][number] {
  const { bgp, asn, apipa } = answers.gateway
  const name = gatewayNameOf(answers)
  if (!bgp) return { name }
  return {
    name,
    bgp: {
      asn: /^\s*\d+\s*$/.test(asn) ? Number(asn) : undefined,
      addresses: apipa.map((typed) => ({
        defaultAddresses: [],
        customAddresses: typedList(typed),
        tunnelAddresses: [],
      })),
    },
  }
}

function named({ name, addressPrefixes }: { name: string; addressPrefixes: readonly string[] }) {
  return addressPrefixes.flatMap((text) => {
    const prefix = parsePrefix(text)
    return prefix ? [{ prefix, name }] : []
  })
}
