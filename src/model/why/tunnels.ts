import { readTime, sentenceList, shortTime } from '../format.ts'
import type { IkeAssociation } from '../diagnostics/ike-association.ts'
import type { TunnelTraffic } from '../diagnostics/tunnel-traffic.ts'
import type { Facts } from './facts.ts'
import type { Evidence, NotChecked } from './finding.ts'
import { addressesIn } from '../vpn/instances.ts'
import { valueOf } from './asked.ts'

export interface TunnelFact {
  /** "Instance 1", or "Tunnel x" where nothing tells whose it is. */
  label: string
  instance?: number
  /** The gateway's address at this end. */
  address?: string
  status?: string
  isUp: boolean
  isDown: boolean
  establishedAt?: number
  /** Of one that is down: the end of the last five minutes in which it carried something, where metrics tell. */
  endedAt?: number
  ingressBytes?: number
  egressBytes?: number
}

export interface Tunnels {
  /** `connecting`: negotiating. `unknown`: Azure does not say, which is no finding. */
  state: 'up' | 'partly' | 'down' | 'connecting' | 'unknown'
  all: TunnelFact[]
  up: TunnelFact[]
  /** Not up; where Azure reports no tunnels of a connection that is down, empty. */
  down: TunnelFact[]
  /** When the last of those that are down came up, where Azure tells. */
  lastUpAt?: number
  /** When the first of those that are down ended, where metrics tell. */
  endedAt?: number
}

/** The tunnels of a connection, with whose they are (VPN Gateway 6.4: the name of a tunnel has no documented form). */
export function tunnelsOf({ connection, addresses, traffic }: Facts): Tunnels {
  const all = connection.tunnels.map((tunnel): TunnelFact => {
    const instance = addresses.length === 1 ? 0 : instanceNamed(tunnel.name, addresses)
    const status = tunnel.connectionStatus
    const establishedAt = readTime(tunnel.lastEstablished)
    const address = instance === undefined ? undefined : addresses[instance]
    const isDown = same(status, 'NotConnected')
    const endedAt = isDown ? endOf(valueOf(traffic) ?? [], instance, connection.tunnels.length) : undefined
    return {
      label:
        connection.tunnels.length === 1
          ? 'The tunnel'
          : instance === undefined
            ? `Tunnel ${tunnel.name}`
            : `Instance ${instance}`,
      ...(instance !== undefined && { instance }),
      ...(address !== undefined && { address }),
      ...(status !== undefined && { status }),
      isUp: same(status, 'Connected'),
      isDown,
      ...(establishedAt !== undefined && { establishedAt }),
      ...(endedAt !== undefined && endedAt > (establishedAt ?? 0) && { endedAt }),
      ...(tunnel.ingressBytes !== undefined && { ingressBytes: tunnel.ingressBytes }),
      ...(tunnel.egressBytes !== undefined && { egressBytes: tunnel.egressBytes }),
    }
  })
  const up = all.filter(({ isUp }) => isUp)
  const down = all.filter(({ isDown }) => isDown)
  const last = down.flatMap(({ establishedAt }) => establishedAt ?? [])
  const ends = down.flatMap(({ endedAt }) => endedAt ?? [])
  return {
    state: stateOf(connection.connectionStatus, up.length, down.length),
    all,
    up,
    down,
    ...(last.length > 0 && { lastUpAt: Math.max(...last) }),
    ...(ends.length > 0 && { endedAt: Math.min(...ends) }),
  }
}

function stateOf(status: string | undefined, up: number, down: number): Tunnels['state'] {
  switch (status?.toLowerCase()) {
    case 'connected':
      if (down === 0) return 'up'
      return up === 0 ? 'down' : 'partly'
    case 'notconnected':
      return 'down'
    case 'connecting':
      return up > 0 && down > 0 ? 'partly' : 'connecting'
    default:
      return 'unknown'
  }
}

export function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

/** Metrics lag behind: what carried something in their last minutes may still do so. */
const LAG = 15 * 60_000

/** Azure Monitor names instances with a number at the end; where that does not fit it is not told. */
function endOf(
  traffic: readonly TunnelTraffic[],
  instance: number | undefined,
  tunnels: number,
): number | undefined {
  const own =
    tunnels === 1 && traffic.length === 1
      ? traffic[0]
      : traffic.find((one) => instance !== undefined && Number(/\d+$/.exec(one.instance)?.[0]) === instance)
  if (own?.lastAt === undefined || own.until - own.lastAt < LAG) return undefined
  return own.lastAt
}

/** What Azure calls a tunnel holds an address; its form is not published (VPN Gateway 6.4). */
function instanceNamed(tunnel: string, addresses: readonly (string | undefined)[]): number | undefined {
  const named = addressesIn(tunnel)
  const found = addresses.findIndex((address) => address !== undefined && named.includes(address))
  return found < 0 ? undefined : found
}

/** What is known of the tunnels that are not up, one sentence each. */
export function downEvidence({ connection, traffic }: Facts, { down }: Tunnels): Evidence[] {
  const source = 'Connection'
  const at = connection.readAt
  if (down.length === 0)
    return [{ text: `Azure reports connectionStatus ${connection.connectionStatus ?? ''}`, source, at }]
  return down.flatMap(({ label, status = '', establishedAt, endedAt }) => [
    {
      text:
        establishedAt === undefined
          ? `${label} is ${status}, and Azure tells of no time when it was up`
          : `${label} is ${status}, last established ${shortTime(establishedAt)}`,
      source,
      at,
    },
    ...(endedAt === undefined ? [] : [carriedUntil(label, endedAt, traffic)]),
  ])
}

function carriedUntil(label: string, endedAt: number, traffic: Facts['traffic']): Evidence {
  return {
    text: `${label} carried its last traffic in the five minutes before ${shortTime(endedAt)}`,
    source: 'Metrics',
    at: traffic.is === 'known' ? traffic.at : endedAt,
  }
}

/** The association of one tunnel, by the gateway's address. */
export function associationOf(
  associations: readonly IkeAssociation[],
  { address }: TunnelFact,
): IkeAssociation | undefined {
  return associations.find(({ localEndpoint }) => address !== undefined && localEndpoint === address)
}

/** A rule that looks at tunnels has nothing to look at: not checked, whatever the reason. */
export function noState({ connection, gateway }: Facts): NotChecked {
  const basic = same(valueOf(gateway)?.sku, 'Basic')
  const status = connection.connectionStatus
  return {
    is: 'notChecked',
    missing:
      status === undefined
        ? 'the state of its tunnels: not read'
        : `the state of its tunnels: Azure reports ${status}${basic ? ', and a Basic gateway reports no tunnels' : ''}`,
    how: 'Look at the tunnel on the device, or paste its log here.',
    waiting: false,
  }
}

/** "Instance 0 and Instance 1". */
export function labels(tunnels: readonly TunnelFact[]): string {
  return sentenceList(tunnels.map(({ label }, index) => (index === 0 ? label : lowerFirst(label))))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** "198.51.100.22 and 198.51.100.23", or "the gateway's addresses" where they were not read. */
export function addressList({ addresses }: Facts): string {
  const read = addresses.flatMap((address) => address ?? [])
  return read.length > 0 ? sentenceList(read) : 'the gateway’s addresses'
}

/** Where the other end is: an address or a name. */
export function farEnd({ site, connection }: Facts): string {
  const { gatewayIpAddress, fqdn } = valueOf(site) ?? {}
  return (
    gatewayIpAddress ?? fqdn ?? (connection.gateway2Id === undefined ? 'the device' : 'the other gateway')
  )
}
