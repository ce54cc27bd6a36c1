import { formatPrefix, freeBlocks, hasHostBits, parsePrefix } from '../../lib/cidr.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { isCircuitUnread, peeringThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Of a GatewaySubnet, for gateways of both families (ExpressRoute document 4.4). */
const SUBNET_LENGTH = 64

/** Whether the private peering of a circuit has IPv6, as it is there or as it is planned. */
export function hasIpv6(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  const there = peeringThere(circuit, answers, around)
  if (there) return there.ipv6?.primaryPrefix !== undefined
  const isPlanned =
    circuit.use !== 'redeemed' &&
    circuit.peering.by === 'customer' &&
    !isCircuitUnread(circuit, answers, around)
  return isPlanned && circuit.peering.addressing !== 'ipv4'
}

/** Whether a new virtual network is to carry what comes over IPv6. */
export function wantsIpv6(answers: Answers, around: Surroundings): boolean {
  const { goal, gateway } = answers
  const isNew = goal.to === 'network' && gateway.use === 'new' && gateway.network.is === 'new'
  return isNew && answers.circuits.some((circuit) => hasIpv6(circuit, answers, around))
}

/** A private space of the set-up's own (RFC 4193), by its tag, which is chance enough; empty where that tells none. */
export function spaceOfSetUp(setUp: string): string {
  if (!/^[0-9a-f]{8}$/i.test(setUp)) return ''
  const hex = setUp.toLowerCase()
  const prefix = parsePrefix(`fd${hex.slice(0, 2)}:${hex.slice(2, 6)}:${hex.slice(6)}00::/48`)
  return prefix ? formatPrefix(prefix) : ''
}

/** What the new virtual network and its GatewaySubnet have of IPv6: nothing where none is wanted or typed. */
export function newIpv6(
  answers: Answers,
  around: Surroundings,
): { space: string; subnet: string } | undefined {
  if (!wantsIpv6(answers, around) || ipv6Problem(answers.gateway.addressSpace6) !== undefined)
    return undefined
  const space = parsePrefix(answers.gateway.addressSpace6.trim())
  const [last] = space ? freeBlocks([space], [], SUBNET_LENGTH) : []
  return space && last && { space: formatPrefix(space), subnet: formatPrefix(last) }
}

/** What is wrong with an IPv6 address space; nothing typed is nothing wrong. */
export function ipv6Problem(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const prefix = parsePrefix(typed)
  if (prefix?.family !== 6) return `${typed} is no IPv6 prefix: fd00:1::/48 is one.`
  if (prefix.length > SUBNET_LENGTH) return `${typed} has no room for the /64 that GatewaySubnet needs.`
  return hasHostBits(typed) ? `${typed}: bits after the mask are set.` : undefined
}
