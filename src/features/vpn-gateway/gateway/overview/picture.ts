import type { Estate } from '../../../../model/estate.ts'
import { keyOf, nameOfId, parentId } from '../../../../model/paths.ts'
import type { VirtualNetwork } from '../../../../model/resources/network.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { compareVerdicts, type Verdict } from '../../../../model/status/verdict.ts'
import type { GatewayTunnel } from '../../../../model/vpn/gateway-tunnels.ts'
import { type GatewayInstance, instancesOf } from '../../../../model/vpn/instances.ts'

/** A far end, with what joins it to the gateway. */
export interface PictureSite {
  id: string
  name: string
  verdict: Verdict
  /** Address and AS number. */
  facts: string[]
  tunnels: GatewayTunnel[]
}

export interface PictureInstance {
  instance: GatewayInstance
  verdict: Verdict
  up: number
  all: number
}

export interface PicturePeers {
  /** Where one goes to see them: the only one, or the network they are peered with. */
  id: string
  words: string
  facts: string[]
  verdict: Verdict
}

/** From on-premises to the networks behind a gateway. */
export interface Picture {
  sites: PictureSite[]
  /** Sites that are not drawn. */
  more: number
  instances: PictureInstance[]
  network?: { id: string; name: string; verdict: Verdict; facts: string[] }
  peers?: PicturePeers
}

/** More do not fit a picture that one takes in at a glance. */
const DRAWN = 6

export function pictureOf(
  gateway: VirtualNetworkGateway,
  estate: Estate,
  tunnels: readonly GatewayTunnel[],
): Picture {
  const sites = sitesOf(estate, tunnels)
  const network = networkOf(gateway, estate)
  return {
    sites: sites.slice(0, DRAWN),
    more: Math.max(0, sites.length - DRAWN),
    instances: instancesOf(gateway, estate).map((instance) => shareOf(instance, tunnels)),
    ...(network && { network }),
    ...(network && peersOf(network.id, estate)),
  }
}

/** Worst first, so that what is not drawn is what matters least. */
function sitesOf(estate: Estate, tunnels: readonly GatewayTunnel[]): PictureSite[] {
  const sites = new Map<string, PictureSite>()
  for (const tunnel of tunnels) {
    const id = tunnel.far?.id ?? tunnel.connection.id
    const known = sites.get(keyOf(id))
    if (known) known.tunnels.push(tunnel)
    else sites.set(keyOf(id), siteOf(id, estate, tunnel))
  }
  return [...sites.values()].toSorted((a, b) => compareVerdicts(worst(a.tunnels), worst(b.tunnels)))
}

function siteOf(id: string, estate: Estate, tunnel: GatewayTunnel): PictureSite {
  const end = estate.resources.get(keyOf(id))
  const asn =
    end?.kind === 'localNetworkGateway' || end?.kind === 'virtualNetworkGateway' ? end.bgp?.asn : undefined
  const [first, ...others] = tunnel.far?.addresses ?? []
  const address = first === undefined ? [] : [others.length > 0 ? `${first} +${others.length}` : first]
  return {
    id,
    name: end?.name ?? nameOfId(id),
    verdict: estate.judgement(keyOf(id))?.verdict ?? 'unknown',
    facts: [...address, ...(asn === undefined ? [] : [`AS ${asn}`])],
    tunnels: [tunnel],
  }
}

function worst(tunnels: readonly GatewayTunnel[]): Verdict {
  return tunnels.map(({ verdict }) => verdict).toSorted(compareVerdicts)[0] ?? 'unknown'
}

/** An instance is judged by its tunnels, and never Down for them. */
function shareOf(instance: GatewayInstance, tunnels: readonly GatewayTunnel[]): PictureInstance {
  const own = tunnels.filter((one) => one.instance?.label === instance.label)
  const verdict = worst(own)
  return {
    instance,
    verdict: own.length === 0 ? 'notChecked' : verdict === 'down' ? 'attention' : verdict,
    up: own.filter((one) => one.verdict === 'healthy').length,
    all: own.length,
  }
}

function networkOf(gateway: VirtualNetworkGateway, estate: Estate): Picture['network'] {
  const subnetId = gateway.ipConfigurations.find((one) => one.subnetId)?.subnetId
  const id = subnetId === undefined ? undefined : parentId(subnetId)
  if (id === undefined) return undefined
  const read = estate.resources.get(keyOf(id))
  const network = read?.kind === 'virtualNetwork' ? read : undefined
  const [first, ...others] = network?.addressPrefixes ?? []
  const subnet = network?.subnets.find((one) => keyOf(one.id) === keyOf(subnetId ?? ''))
  const length = subnet?.addressPrefixes[0]?.split('/')[1]
  return {
    id: read?.id ?? id,
    name: read?.name ?? nameOfId(id),
    verdict: estate.judgement(keyOf(id))?.verdict ?? 'unknown',
    facts: [
      ...(first === undefined ? [] : [others.length > 0 ? `${first} +${others.length}` : first]),
      ...(length === undefined ? [] : [`GatewaySubnet /${length}`]),
    ],
  }
}

/** The networks that use this gateway through a peering (VPN Gateway 10.3: transit on one side, remote gateways on the other). */
function peersOf(networkId: string, estate: Estate): { peers?: PicturePeers } {
  const own = estate.resources.get(keyOf(networkId))
  if (own?.kind !== 'virtualNetwork') return {}
  const open = own.peerings.filter(({ allowGatewayTransit }) => allowGatewayTransit)
  const users = open.filter((peering) => usesGateway(peering, own, estate))
  const [only] = users
  if (only === undefined) return {}
  const broken = users.filter(({ peeringState }) => peeringState?.toLowerCase() !== 'connected').length
  const subscriptions = new Set(users.map((one) => one.remoteVirtualNetworkId?.split('/')[2]?.toLowerCase()))
  const single = users.length === 1 ? only.remoteVirtualNetworkId : undefined
  return {
    peers: {
      id: single ?? own.id,
      words: single === undefined ? `${users.length} peered VNets` : nameOfId(single),
      facts: [
        single === undefined ? 'use this gateway' : 'uses this gateway',
        ...(subscriptions.size > 1 ? [`in ${subscriptions.size} subscriptions`] : []),
        ...(broken > 0 ? [`${broken} not Connected`] : []),
      ],
      verdict: broken > 0 ? 'attention' : 'healthy',
    },
  }
}

/** Where the other side was not read, its peering is taken to use the gateway it is offered. */
function usesGateway(
  { remoteVirtualNetworkId = '' }: VirtualNetwork['peerings'][number],
  own: VirtualNetwork,
  estate: Estate,
): boolean {
  const remote = estate.resources.get(keyOf(remoteVirtualNetworkId))
  if (remote?.kind !== 'virtualNetwork') return false
  return remote.peerings.some(
    (one) => one.useRemoteGateways && keyOf(one.remoteVirtualNetworkId ?? '') === own.key,
  )
}
