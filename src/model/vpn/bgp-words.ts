import type { BgpPeer } from '../diagnostics/bgp-peer.ts'
import { keyOf } from '../paths.ts'
import type { Estate } from '../estate.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Verdict } from '../status/verdict.ts'
import { ownConnections } from './gateway-tunnels.ts'
import { instancesOf } from './instances.ts'

/** What a state of a BGP session means; one that Azure may add is shown as it is (VPN Gateway 6.4). */
export function bgpState(state: string | undefined): { verdict: Verdict; meaning?: string } {
  switch (state?.toLowerCase()) {
    case 'connected':
      return { verdict: 'healthy' }
    case 'connecting':
      return { verdict: 'attention', meaning: 'no session yet' }
    case 'idle':
      return { verdict: 'attention', meaning: 'no session' }
    case 'stopped':
      return { verdict: 'down', meaning: 'the session is stopped' }
    case 'unknown':
      return { verdict: 'unknown', meaning: 'Azure does not know' }
    default:
      return { verdict: 'unknown' }
  }
}

/** Who is at the other end of a session. */
export type PeerOwner =
  | { is: 'resource'; id: string }
  /** Another instance of the same gateway. */
  | { is: 'inside'; label: string }
  | { is: 'untold' }

/** Found by the peer's address among the gateway's own instances and what its connections lead to. */
export function ownerOfPeer(
  { neighbor }: Pick<BgpPeer, 'neighbor'>,
  gateway: VirtualNetworkGateway,
  estate: Estate,
): PeerOwner {
  const inside = instancesOf(gateway, estate).find(({ bgpAddresses }) => bgpAddresses.includes(neighbor))
  if (inside) return { is: 'inside', label: inside.label }
  for (const connection of ownConnections(gateway, estate)) {
    for (const id of [connection.localNetworkGatewayId, connection.gateway2Id]) {
      const end = estate.resources.get(keyOf(id ?? ''))
      if (end?.kind === 'localNetworkGateway' && end.bgp?.peeringAddress === neighbor)
        return { is: 'resource', id: end.id }
      if (end?.kind === 'virtualNetworkGateway' && hasAddress(end, neighbor))
        return { is: 'resource', id: end.id }
    }
  }
  return { is: 'untold' }
}

function hasAddress({ bgp }: VirtualNetworkGateway, address: string): boolean {
  const listed = bgp?.addresses.flatMap((one) => [...one.defaultAddresses, ...one.customAddresses]) ?? []
  return [...listed, ...(bgp?.peeringAddress ?? '').split(',')].includes(address)
}

/**
 * Milliseconds of a time span as .NET writes it, `7.01:19:00.1234567`. The form is not published (VPN Gateway 6.4): of any
 * other text nothing is said.
 */
export function readTimeSpan(text: string | undefined): number | undefined {
  const [, days, hours, minutes, seconds] =
    /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(text ?? '') ?? []
  if (seconds === undefined) return undefined
  return (((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/** `7 d 1 h`, `1 h 19 min`, `19 min`, `12 s`: the two largest units. */
export function spanWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const units: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ]
  const first = units.findIndex(([value]) => value > 0)
  if (first < 0) return '0\u2009s'
  return units
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value}\u2009${unit}`)
    .join(' ')
}
