import { formatPrefix, overlaps, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Taken } from '../edits/peering.ts'
import { homeOf } from '../edits/site-surroundings.ts'
import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { spokesOf } from '../status/overlap.ts'

/** What the links of a circuit's peerings must keep clear of: the networks it leads to, and every other peering that was read. */
export function takenAround(circuit: ExpressRouteCircuit, estate: Estate, own: string): Taken[] {
  const find = (id: string) => estate.resources.get(keyOf(id))
  const homes = connectionsOf(circuit, estate)
    .map(({ gateway1Id }) => (gateway1Id === undefined ? undefined : find(gateway1Id)))
    .flatMap((gateway) => (gateway?.kind === 'virtualNetworkGateway' ? (homeOf(gateway, estate) ?? []) : []))
  const networks = [...new Set(homes.flatMap((home) => [home, ...spokesOf(home, { find })]))].flatMap(
    ({ name, addressPrefixes }) => takenOf('network', addressPrefixes, `the virtual network ${name}`),
  )
  return [...networks, ...linksTaken(estate, circuit.key, own)]
}

/**
 * Links of every peering and of Global Reach that was read.
 * @param circuitKey of the circuit whose other peerings must not be overlapped
 * @param own ARM id of the peering that is looked at, which is left out
 */
export function linksTaken(estate: Estate, circuitKey: string, own: string): Taken[] {
  return estate.rows.flatMap(({ key, kind }) => {
    const one = kind === 'expressRouteCircuit' ? estate.resources.get(key) : undefined
    if (one?.kind !== 'expressRouteCircuit') return []
    return [
      ...one.peerings
        .filter(({ id }) => keyOf(id) !== keyOf(own))
        .flatMap(({ name, primaryPrefix, secondaryPrefix, ipv6 }) =>
          takenOf(
            one.key === circuitKey ? 'own' : 'link',
            [primaryPrefix, secondaryPrefix, ipv6?.primaryPrefix, ipv6?.secondaryPrefix],
            `a link of ${name} of ${one.name}`,
          ),
        ),
      ...reachesTaken(one, circuitKey),
    ]
  })
}

/** Global Reach makes its links of a subnet too, at both ends (ExpressRoute document 3.4). */
function reachesTaken(one: ExpressRouteCircuit, circuitKey: string): Taken[] {
  return one.peerings.flatMap(({ reaches = [], reachedBy = [] }) =>
    [
      ...reaches.map((reach) => ({ ...reach, called: reach.name })),
      ...reachedBy.map((reach) => ({ ...reach, called: reach.connectionName ?? reach.name })),
    ].flatMap(({ called, peerPeeringId = '', addressPrefix, ipv6AddressPrefix }) =>
      takenOf(
        one.key === circuitKey || keyOf(peerPeeringId).startsWith(`${circuitKey}/`) ? 'own' : 'link',
        [addressPrefix, ipv6AddressPrefix],
        `Global Reach ${called} of ${one.name}`,
      ),
    ),
  )
}

/** Where links are proposed, by family; each has the last two bits of an address for itself. */
const PROPOSED = { 4: ['172.16.0.0/16', 30], 6: ['fd00:16::/112', 126] } as const

/** The first two free subnets for links: /30s in 172.16.0.0/16, or /126s in fd00:16::/112. */
export function freeLinks(
  taken: readonly Taken[],
  family: 4 | 6 = 4,
): { primary: string; secondary: string } | undefined {
  const [from, length] = PROPOSED[family]
  const range = parsePrefix(from)
  if (!range) return undefined
  const free: string[] = []
  for (let index = 0n; index < 1n << 14n && free.length < 2; index++) {
    const link: Prefix = { family, first: range.first + 4n * index, length }
    if (!taken.some(({ prefix }) => overlaps(prefix, link))) free.push(formatPrefix(link))
  }
  const [primary, secondary] = free
  return primary === undefined || secondary === undefined ? undefined : { primary, secondary }
}

/** @param whose `the virtual network vnet-hub-weu` */
export function takenOf(is: Taken['is'], prefixes: readonly (string | undefined)[], whose: string): Taken[] {
  return prefixes.flatMap((text) => {
    const prefix = text === undefined ? undefined : parsePrefix(text)
    return prefix ? [{ is, prefix, whose: `${whose}, ${formatPrefix(prefix)}` }] : []
  })
}
