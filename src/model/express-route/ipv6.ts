import { contains, formatPrefix, freeBlocks, hasHostBits, parsePrefix } from '../../lib/cidr.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import { gatewaySubnetOf } from '../wizard/underlay.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { isCircuitUnread, networkIdOf, peeringThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Of a GatewaySubnet, for gateways of both families (ExpressRoute document 4.4). */
const SUBNET_LENGTH = 64

/** What a virtual network can have: no link-local, no multicast, nothing reserved. */
const FOR_NETWORKS = ['fc00::/7', '2000::/3'].flatMap((text) => parsePrefix(text) ?? [])

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

/** The virtual network of the plan where an earlier run has made it: it has what it was made with, whatever is answered since. */
export function madeNetwork(answers: Answers, around: Surroundings): VirtualNetwork | undefined {
  const { goal, gateway } = answers
  if (goal.to === 'hub' || gateway.use === 'existing' || gateway.network.is === 'existing') return undefined
  const found = around.estate.resources.get(keyOf(networkIdOf(answers, around) ?? ''))
  return found?.kind === 'virtualNetwork' ? found : undefined
}

/** Whether a virtual network that is still to be made is to carry what comes over IPv6. */
export function wantsIpv6(answers: Answers, around: Surroundings): boolean {
  const { goal, gateway } = answers
  const isNew = goal.to === 'network' && gateway.use === 'new' && gateway.network.is === 'new'
  return (
    isNew &&
    madeNetwork(answers, around) === undefined &&
    answers.circuits.some((circuit) => hasIpv6(circuit, answers, around))
  )
}

/** A private space of the set-up's own (RFC 4193), by its tag, which is chance enough; empty where that tells none. */
export function spaceOfSetUp(setUp: string): string {
  if (!/^[0-9a-f]{8}$/i.test(setUp)) return ''
  const hex = setUp.toLowerCase()
  const prefix = parsePrefix(`fd${hex.slice(0, 2)}:${hex.slice(2, 6)}:${hex.slice(6)}00::/48`)
  return prefix ? formatPrefix(prefix) : ''
}

/**
 * What the virtual network of the plan and its GatewaySubnet have of IPv6, as lists: as it is there, or as it is to be made, which is
 * nothing where none is wanted or typed.
 */
export function newIpv6(
  answers: Answers,
  around: Surroundings,
): { space: string; subnet: string } | undefined {
  const made = madeNetwork(answers, around)
  if (made) return { space: ipv6In(made.addressPrefixes), subnet: ipv6In(gatewaySubnetOf(made)) }
  if (!wantsIpv6(answers, around) || ipv6Problem(answers.gateway.addressSpace6) !== undefined)
    return undefined
  const space = parsePrefix(answers.gateway.addressSpace6.trim())
  const [last] = space ? freeBlocks([space], [], SUBNET_LENGTH) : []
  return space && last && { space: formatPrefix(space), subnet: formatPrefix(last) }
}

function ipv6In(prefixes: readonly string[]): string {
  return prefixes.filter((one) => parsePrefix(one)?.family === 6).join(', ')
}

/** What is wrong with an IPv6 address space; nothing typed is nothing wrong. */
export function ipv6Problem(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const prefix = parsePrefix(typed)
  if (prefix?.family !== 6) return `${typed} is no IPv6 prefix: fd00:1::/48 is one.`
  if (prefix.length > SUBNET_LENGTH) return `${typed} has no room for the /64 that GatewaySubnet needs.`
  if (!FOR_NETWORKS.some((one) => contains(one, prefix)))
    return `${typed} is neither private, in fc00::/7, nor public, in 2000::/3: Azure takes no other IPv6 address space.`
  return hasHostBits(typed) ? `${typed}: bits after the mask are set.` : undefined
}
