import { contains, parseAddress, prefixOf } from '../../lib/cidr.ts'
import { isJsonObject, type Json } from '../../lib/json.ts'
import { isPolicyBased } from '../ipsec/effective-policy.ts'
import { gatewayOf, selectorsOf } from '../ipsec/selectors.ts'
import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf, nameOfId, parentId } from '../paths.ts'
import type { Connection, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { type GatewayInstance, instancesOf } from '../vpn/instances.ts'
import { isApipa } from '../why/bgp-settings.ts'
import { addressOr, asnOr, isUsable, nameOr } from './hostile.ts'
import {
  type DeviceSelectors,
  type DeviceSettings,
  type DeviceTunnel,
  DPD_SECONDS,
  type Known,
  open,
} from './settings.ts'

type Resources = Pick<Estate, 'resources'>

/** What a device at the other end of a connection has to know, or why there is none; `why` is a whole sentence. */
export type DeviceOf = { is: 'settings'; settings: DeviceSettings } | { is: 'none'; why: string }

/**
 * Read from a connection, its gateway, its local network gateway and the networks (VPN Gateway 9.1).
 * @param missing why something is not known, a clause that goes on from its name
 */
export function settingsOfConnection(
  connection: Connection,
  estate: Resources,
  missing = 'which was not read',
): DeviceOf {
  if (connection.connectionType?.toLowerCase() !== 'ipsec')
    return {
      is: 'none',
      why:
        connection.gateway2Id === undefined
          ? 'This connection does not lead to a VPN device.'
          : 'The far side of this connection is another gateway in Azure, which Azure configures itself.',
    }
  const gateway = gatewayOf(connection.gateway1Id, estate)
  const found = estate.resources.get(keyOf(connection.localNetworkGatewayId ?? ''))
  const site = found?.kind === 'localNetworkGateway' ? found : undefined
  const networks = azureNetworks(gateway, estate)
  const selectors = selectorsOf(connection, estate)
  const [policy] = connection.ipsecPolicies
  const settings: DeviceSettings = {
    connection: connection.name,
    gateway: gateway?.name ?? nameOfId(connection.gateway1Id ?? 'the gateway'),
    site: site?.name ?? nameOfId(connection.localNetworkGatewayId ?? 'the site'),
    device: siteEndpoint(site?.gatewayIpAddress, site?.fqdn),
    nat: { is: 'none' },
    tunnels: tunnelsOf({ connection, gateway, site, estate, missing }),
    protocol: connection.connectionProtocol?.toLowerCase() === 'ikev1' ? 'IKEv1' : 'IKEv2',
    authentication: connection.authenticationType?.toLowerCase() === 'certificate' ? 'certificate' : 'key',
    policy: policy === undefined ? { is: 'azureDefault' } : { is: 'custom', policy },
    dpdSeconds: connection.dpdTimeoutSeconds || DPD_SECONDS,
    starts: starterOf(connection.connectionMode),
    azureNetworks: networks.filter(isUsable),
    deviceNetworks: (site?.addressPrefixes ?? []).filter(isUsable),
    selectors: selectorsFor(selectors),
    ...(connection.enableBgp && {
      bgp: {
        azureAsn: asnOr(gateway?.bgp?.asn, 'AZURE_ASN', `the ASN of the gateway, ${missing}`),
        ...siteBgp(site?.bgp?.asn, site?.bgp?.peeringAddress),
      },
    }),
    notes: notesOf(connection, gateway, site, networks),
  }
  return { is: 'settings', settings }
}

/** How Azure finds the device. */
function siteEndpoint(address: string | undefined, fqdn: string | undefined): DeviceSettings['device'] {
  if (fqdn !== undefined && fqdn !== '')
    return { by: 'name', endpoint: nameOr(fqdn, 'NAME_OF_THE_DEVICE', 'the name of the device') }
  return {
    by: 'address',
    endpoint: addressOr(address, 'PUBLIC_ADDRESS', 'the public address of the device, as Azure has it'),
  }
}

function siteBgp(asn: string | number | undefined, peer: string | undefined) {
  return {
    deviceAsn: asnOr(asn, 'DEVICE_ASN', 'the ASN of the device, as the local network gateway has it'),
    devicePeer: addressOr(peer, 'DEVICE_BGP_PEER', 'the BGP peer address of the device'),
  }
}

/** @param mode as ARM spells it (VPN Gateway 3.3) */
function starterOf(mode: string | undefined): DeviceSettings['starts'] {
  switch (mode?.toLowerCase()) {
    case 'initiatoronly':
      return 'azure'
    case 'responderonly':
      return 'device'
    default:
      return 'either'
  }
}

interface Around {
  connection: Connection
  gateway: VirtualNetworkGateway | undefined
  site: LocalNetworkGateway | undefined
  estate: Resources
  missing: string
}

function tunnelsOf({ connection, gateway, site, estate, missing }: Around): DeviceTunnel[] {
  const ends = gateway === undefined ? [] : instancesOf(gateway, estate)
  if (ends.length === 0)
    return [
      {
        label: 'Instance 0',
        address: open('AZURE_ADDRESS_0', `the address of the gateway, ${missing}`),
        bgpPeer: open('AZURE_BGP_PEER_0', `the BGP peer address of the gateway, ${missing}`),
      },
    ]
  const usesPrivate = propertyOf(connection, 'useLocalAzureIpAddress') === true
  const peers = (gateway?.bgp?.peeringAddress ?? '').split(',')
  const chosen = customPeers(connection)
  return ends.map((end, index) => {
    const privateAddress = gateway?.ipConfigurations.find(
      ({ id }) => id !== undefined && keyOf(id) === keyOf(end.ipConfigurationId ?? ''),
    )?.privateIPAddress
    return {
      label: end.label,
      address: usesPrivate
        ? addressOr(
            privateAddress,
            `AZURE_PRIVATE_ADDRESS_${index}`,
            `the private address of ${end.label.toLowerCase()}, which this connection uses`,
          )
        : addressOr(
            end.addresses[0],
            `AZURE_ADDRESS_${index}`,
            `the public address of ${end.label.toLowerCase()}, ${missing}`,
          ),
      bgpPeer: azurePeer(end, {
        index,
        chosen: chosen.get(keyOf(end.ipConfigurationId ?? '')),
        devicePeer: site?.bgp?.peeringAddress,
        told: peers[index]?.trim(),
        missing,
      }),
    }
  })
}

/**
 * Azure's peer for a connection: the custom address it chose for that instance, for a device with an APIPA peer one of the instance's
 * custom addresses, else the one from GatewaySubnet (VPN Gateway 3.2). Which of several custom ones Azure picks is not documented
 * beyond “the matching one”: the one in the device's own /30 is taken, and where that does not decide the value stays open.
 */
function azurePeer(
  end: GatewayInstance,
  {
    index,
    chosen,
    devicePeer,
    told,
    missing,
  }: {
    index: number
    chosen: string | undefined
    devicePeer: string | undefined
    /** From the list of all instances' peers. */
    told: string | undefined
    missing: string
  },
): Known {
  const mark = `AZURE_BGP_PEER_${index}`
  if (chosen !== undefined) return addressOr(chosen, mark, 'the custom BGP address of the instance')
  const { customBgpAddresses: custom, bgpAddresses } = end
  if (isApipa(devicePeer) && custom.length > 0) {
    const near = custom.filter((one) => sharesLink(one, devicePeer))
    const [only] = custom.length === 1 ? custom : near
    return addressOr(
      custom.length === 1 || near.length === 1 ? only : undefined,
      mark,
      `one of the custom BGP addresses of ${end.label.toLowerCase()}: ${sentenceList(custom.filter((one) => parseAddress(one)))}`,
    )
  }
  return addressOr(
    bgpAddresses[0] ?? told,
    mark,
    `the BGP peer address of ${end.label.toLowerCase()}, ${missing}`,
  )
}

/** Both in one /30. */
function sharesLink(one: string, other: string | undefined): boolean {
  const [first, second] = [parseAddress(one), parseAddress(other ?? '')]
  return (
    first !== undefined &&
    second !== undefined &&
    contains(prefixOf(first, first.family === 4 ? 30 : 126), second)
  )
}

/** By the key of the ip configuration. */
function customPeers(connection: Connection): Map<string, string> {
  const list = propertyOf(connection, 'gatewayCustomBgpIpAddresses')
  const entries = (Array.isArray(list) ? list : []).flatMap((one): [string, string][] => {
    if (!isJsonObject(one)) return []
    const { ipConfigurationId: id, customBgpIpAddress: address } = one
    return typeof id === 'string' && typeof address === 'string' ? [[keyOf(id), address]] : []
  })
  return new Map(entries)
}

function propertyOf({ body }: Connection, name: string): Json | undefined {
  return isJsonObject(body.properties) ? body.properties[name] : undefined
}

/** The prefixes of the gateway's virtual network, and of the networks that use the gateway by peering. */
function azureNetworks(gateway: VirtualNetworkGateway | undefined, estate: Resources): string[] {
  const subnetId = gateway?.ipConfigurations[0]?.subnetId
  const networkId = subnetId === undefined ? undefined : parentId(subnetId)
  const network = estate.resources.get(keyOf(networkId ?? ''))
  if (network?.kind !== 'virtualNetwork') return []
  const spokes = network.peerings.flatMap(({ remoteVirtualNetworkId, allowGatewayTransit }) => {
    const remote = allowGatewayTransit ? estate.resources.get(keyOf(remoteVirtualNetworkId ?? '')) : undefined
    if (remote?.kind !== 'virtualNetwork') return []
    const back = remote.peerings.find((one) => keyOf(one.remoteVirtualNetworkId ?? '') === network.key)
    return back?.useRemoteGateways === true ? remote.addressPrefixes : []
  })
  return [...new Set([...network.addressPrefixes, ...spokes])]
}

function selectorsFor(selectors: ReturnType<typeof selectorsOf>): DeviceSelectors {
  switch (selectors.is) {
    case 'any':
      return { is: 'any' }
    case 'custom':
    case 'prefixes': {
      const pairs = selectors.pairs.filter(({ local, remote }) => isUsable(local) && isUsable(remote))
      return pairs.length > 0
        ? { is: 'pairs', pairs }
        : {
            is: 'unknown',
            why: 'The connection has policy-based traffic selectors, and no pair of prefixes is known.',
          }
    }
    case 'notRead':
      return {
        is: 'unknown',
        why: `The traffic selectors are made of prefixes that were not read: ${sentenceList(selectors.of)}.`,
      }
    case 'notTold':
      return {
        is: 'unknown',
        why: 'The gateway is policy-based, and Azure does not tell its traffic selectors.',
      }
    default:
      return selectors satisfies never
  }
}

function notesOf(
  connection: Connection,
  gateway: VirtualNetworkGateway | undefined,
  site: LocalNetworkGateway | undefined,
  networks: readonly string[],
): string[] {
  const notes: string[] = []
  if (gateway === undefined) notes.push('The gateway was not read.')
  if (site === undefined) notes.push('The local network gateway was not read.')
  if (connection.natRuleIds.length > 0)
    notes.push(
      'NAT rules are on this connection: each side sees the other by its translated prefixes, which are not worked in here.',
    )
  if (isPolicyBased(gateway)) notes.push('The gateway is policy-based.')
  const other = [...networks, ...(site?.addressPrefixes ?? [])].filter((prefix) => !isUsable(prefix))
  if (other.length > 0) notes.push(`${other.length} prefixes are not IPv4 and are left out.`)
  if (gateway !== undefined && networks.length === 0)
    notes.push('The virtual network of the gateway was not read, so its prefixes are missing.')
  return notes
}
