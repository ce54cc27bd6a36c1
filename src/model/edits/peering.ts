import { hasHostBits, overlaps, parseAddress, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

/** A peering as it is typed: one pair of links for IPv4, one for IPv6, or both. */
export interface TypedPeering {
  asn: string
  vlan: string
  primary: string
  secondary: string
  primary6: string
  secondary6: string
  /** Off: its IPv4 sessions end and come back when it is on again. */
  enabled: boolean
}

export interface PeeringProblem<Field extends string = keyof TypedPeering> {
  field: Field
  /** Advice keeps nothing from being sent. */
  is: 'error' | 'advice'
  text: string
}

export type Peering = ExpressRouteCircuit['peerings'][number]
/** The peerings that can still be made (ExpressRoute document 3). */
export type PeeringName = 'AzurePrivatePeering' | 'MicrosoftPeering'

const PRIVATE_PEERING = 'AzurePrivatePeering'
const TYPE = 'Microsoft.Network/expressRouteCircuits/peerings'
const [FIRST_VLAN, LAST_VLAN] = [1, 4094]
/** Lengths of a link's prefix by family (ExpressRoute document 3.1). */
const LINK_LENGTH = { 4: 30, 6: 126 } as const

const EXAMPLE = { 4: '172.16.0.0/30', 6: 'fd00:16::/126' } as const

/**
 * Why no peering can be made (ExpressRoute document 2.6); `undefined`: nothing is in the way. One that is there can be switched off and
 * deleted whatever the provider does: that comes before it takes the circuit down.
 */
export function whyNoPeering(
  circuit: ExpressRouteCircuit,
  name: PeeringName = PRIVATE_PEERING,
): string | undefined {
  if (peeringOf(circuit, name)) return undefined
  const { expressRoutePortId, serviceProviderProvisioningState: state, serviceProviderName } = circuit
  if (expressRoutePortId !== undefined || state?.toLowerCase() === 'provisioned') return undefined
  return `${serviceProviderName ?? 'The provider'} has not provisioned the circuit: its provider state is ${state ?? 'not given'}. A peering can be made once it is Provisioned.`
}

export function peeringOf(circuit: ExpressRouteCircuit, wanted: PeeringName): Peering | undefined {
  return circuit.peerings.find(({ name }) => keyOf(name) === keyOf(wanted))
}

export function privatePeeringOf(circuit: ExpressRouteCircuit): Peering | undefined {
  return peeringOf(circuit, PRIVATE_PEERING)
}

/** The form as it is filled: from the peering, or empty. */
export function typedPeering(
  circuit: ExpressRouteCircuit,
  name: PeeringName = PRIVATE_PEERING,
): TypedPeering {
  const peering = peeringOf(circuit, name)
  return {
    asn: numberText(peering?.peerASN),
    vlan: numberText(peering?.vlanId),
    primary: peering?.primaryPrefix ?? '',
    secondary: peering?.secondaryPrefix ?? '',
    primary6: peering?.ipv6?.primaryPrefix ?? '',
    secondary6: peering?.ipv6?.secondaryPrefix ?? '',
    enabled: peering?.state?.toLowerCase() !== 'disabled',
  }
}

/** Prefixes a peering must keep clear of, and whose they are. */
export interface Taken {
  prefix: Prefix
  whose: string
  /** A virtual network that the circuit leads to, its own other peering or Global Reach, must not overlap; another circuit's link had better not. */
  is: 'network' | 'own' | 'link'
}

/**
 * The rules of ExpressRoute document 3.1 and 3.2 that both peerings have.
 * @param taken of the virtual networks that the circuit is connected to, and of other peerings
 */
export function peeringProblems(
  circuit: Pick<ExpressRouteCircuit, 'peerings'>,
  typed: TypedPeering,
  taken: readonly Taken[],
  name: PeeringName = PRIVATE_PEERING,
): PeeringProblem[] {
  const problems: PeeringProblem[] = []
  const wrong = (field: keyof TypedPeering, text: string) => problems.push({ field, is: 'error', text })
  const asnText = peerAsnProblem(typed.asn)
  if (asnText !== undefined) wrong('asn', asnText)
  const vlan = numberIn(typed.vlan)
  if (!(vlan >= FIRST_VLAN && vlan <= LAST_VLAN))
    wrong('vlan', `Enter a VLAN ID from ${FIRST_VLAN} to ${LAST_VLAN}.`)
  else {
    // Azure has silently taken a duplicate before.
    const other = circuit.peerings.find((one) => keyOf(one.name) !== keyOf(name) && one.vlanId === vlan)
    if (other) wrong('vlan', `${other.name} of this circuit has VLAN ${vlan} already.`)
  }
  const [four, six] = [
    typed.primary.trim() !== '' || typed.secondary.trim() !== '',
    typed.primary6.trim() !== '' || typed.secondary6.trim() !== '',
  ]
  // With neither, IPv4 is what is asked for.
  if (four || !six) problems.push(...pairProblems(typed, ['primary', 'secondary'], 4, taken))
  if (six) problems.push(...pairProblems(typed, ['primary6', 'secondary6'], 6, taken))
  return problems
}

/** An AS number at the far end of a circuit (ExpressRoute document 3.1; those excluded with VPN gateways are left to Azure). */
export function peerAsnProblem(text: string): string | undefined {
  const asn = numberIn(text)
  if (!(asn >= 1 && asn <= 4_294_967_294)) return 'Enter a whole number from 1 to 4294967294.'
  if (asn === 12_076) return 'AS 12076 is Microsoft’s own on every circuit.'
  if (asn === 65_515) return 'AS 65515 belongs to Azure and cannot be used on-premises.'
  if (asn > 65_515 && asn <= 65_520) return `AS ${asn} is reserved.`
  return undefined
}

type Link = 'primary' | 'secondary' | 'primary6' | 'secondary6'

function pairProblems(
  typed: TypedPeering,
  links: readonly [Link, Link],
  family: 4 | 6,
  taken: readonly Taken[],
): PeeringProblem[] {
  const problems = links.flatMap((field): PeeringProblem[] => {
    const problem = linkProblem(typed[field], family, taken)
    return problem === undefined ? [] : [{ field, ...problem }]
  })
  const [one, two] = links.map((field) => parsePrefix(typed[field].trim()))
  return one && two && overlaps(one, two)
    ? [
        ...problems,
        { field: links[1], is: 'error', text: 'The two links need subnets of their own: these overlap.' },
      ]
    : problems
}

function linkProblem(
  text: string,
  family: 4 | 6,
  taken: readonly Taken[],
): Omit<PeeringProblem, 'field'> | undefined {
  const trimmed = text.trim()
  const prefix = parsePrefix(trimmed)
  const length = LINK_LENGTH[family]
  const [address = ''] = trimmed.split('/')
  if (address !== '' && parseAddress(address) === undefined)
    return {
      is: 'error',
      text: `“${address}” is no IP address. Enter a /${length}, such as ${EXAMPLE[family]}.`,
    }
  if (prefix?.family !== family || prefix.length !== length)
    return {
      is: 'error',
      text: `Enter a /${length}, such as ${EXAMPLE[family]}. Your router gets its first address, Microsoft’s the second.`,
    }
  if (hasHostBits(trimmed))
    return { is: 'error', text: 'This is no network address: bits after the mask are set.' }
  const over = taken.filter((one) => overlaps(one.prefix, prefix))
  const other = over.find(({ is }) => is !== 'link') ?? over[0]
  return other && { is: other.is === 'link' ? 'advice' : 'error', text: `It overlaps ${other.whose}.` }
}

/** An MD5 key of a peering: 1 to 25 characters; letters and digits alone, as people tell (ExpressRoute document 3.1). */
export function md5KeyProblem(key: string): string | undefined {
  return key === '' || /^[A-Za-z0-9]{1,25}$/.test(key) ? undefined : 'Use 1 to 25 letters and digits.'
}

/** A member of the peering's body and what it is to be. */
export type Wanted = readonly [path: readonly string[], to: Json | undefined]

/**
 * The peering as wanted: a new one, or the members that differ.
 * @param hasKey an MD5 key was typed: it goes with the write apart
 * @param more what only this peering has
 */
export function peeringWrite(
  circuit: ExpressRouteCircuit,
  typed: TypedPeering,
  hasKey = false,
  name: PeeringName = PRIVATE_PEERING,
  more: readonly Wanted[] = [],
): Replacement {
  const peering = peeringOf(circuit, name)
  const body = peering === undefined ? {} : bodyIn(circuit, peering.id)
  const wanted: Wanted[] = [
    [['properties', 'peeringType'], name],
    [['properties', 'peerASN'], Number(typed.asn)],
    [['properties', 'vlanId'], Number(typed.vlan)],
    [['properties', 'primaryPeerAddressPrefix'], textOrNothing(typed.primary)],
    [['properties', 'secondaryPeerAddressPrefix'], textOrNothing(typed.secondary)],
    [['properties', 'state'], typed.enabled ? 'Enabled' : 'Disabled'],
    ...ipv6Wanted(typed, body),
    ...more,
  ]
  const words = wordsOf(name)
  return {
    is: 'edit',
    method: 'PUT',
    topic: TOPICS[name],
    id: peering?.id ?? `${circuit.id}/peerings/${name}`,
    name,
    ...(peering === undefined && { creates: true as const }),
    changes: setMembers(body, wanted),
    ...(hasKey && { secret: `the MD5 key of ${words} of ${circuit.name}` }),
    what: `${words} of ${circuit.name}`,
    effect:
      peering === undefined
        ? 'Microsoft’s routers speak BGP on both links; yours have to be set up to match.'
        : 'The BGP sessions of both links start anew. Traffic over the circuit stops until they are back.',
    action: writeAction(TYPE),
    holds: heldBy(circuit),
  }
}

/** Where IPv6 was and is not wanted any more, its half of the peering goes as a whole. */
function ipv6Wanted({ primary6, secondary6 }: TypedPeering, body: JsonObject): Wanted[] {
  const half = ['properties', 'ipv6PeeringConfig']
  const links = [textOrNothing(primary6), textOrNothing(secondary6)]
  if (links.every((one) => one === undefined))
    return memberAt(body, half) === undefined ? [] : [[half, undefined]]
  return [
    [[...half, 'primaryPeerAddressPrefix'], links[0]],
    [[...half, 'secondaryPeerAddressPrefix'], links[1]],
  ]
}

const TOPICS = { AzurePrivatePeering: 'peering', MicrosoftPeering: 'microsoft-peering' } as const

function wordsOf(name: PeeringName): string {
  return name === PRIVATE_PEERING ? 'the private peering' : 'the Microsoft peering'
}

export function peeringRemoval(
  circuit: ExpressRouteCircuit,
  name: PeeringName = PRIVATE_PEERING,
): Removal | undefined {
  const peering = peeringOf(circuit, name)
  return (
    peering && {
      is: 'removal',
      method: 'DELETE',
      topic: TOPICS[name],
      id: peering.id,
      name: peering.name,
      what: `Delete ${wordsOf(name)} of ${circuit.name}`,
      effect:
        name === PRIVATE_PEERING
          ? 'Both BGP sessions end, and no virtual network is reached over the circuit any more.'
          : 'Both BGP sessions end, and Microsoft’s public services are reached over the internet again.',
      action: `${TYPE}/delete`,
      holds: heldBy(circuit),
    }
  )
}

/** As the circuit's body has it inside: what a change is compared with, before Azure is read again. */
function bodyIn({ body }: ExpressRouteCircuit, id: string): JsonObject {
  const inside = memberAt(body, ['properties', 'peerings'])
  const found = Array.isArray(inside)
    ? inside.find((one) => isJsonObject(one) && typeof one.id === 'string' && keyOf(one.id) === keyOf(id))
    : undefined
  return isJsonObject(found) ? found : {}
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function numberIn(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
}

function textOrNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}
