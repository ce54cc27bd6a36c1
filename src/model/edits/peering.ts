import {
  formatPrefix,
  hasHostBits,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
} from '../../lib/cidr.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'

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
/** What of a circuit's other peerings counts, there or planned. */
export interface Numbered {
  peerings: readonly Pick<Peering, 'name' | 'vlanId'>[]
}
export type Family = 4 | 6
/** The peerings that can still be made (ExpressRoute document 3). */
export type PeeringName = 'AzurePrivatePeering' | 'MicrosoftPeering'

export const PRIVATE_PEERING = 'AzurePrivatePeering'
const [FIRST_VLAN, LAST_VLAN] = [1, 4094]
/** Lengths of a link's prefix by family (ExpressRoute document 3.1). */
const LINK_LENGTH = { 4: 30, 6: 126 } as const

/** Of Microsoft peering they are public: ranges for documentation stand for one's own. */
const EXAMPLES = {
  AzurePrivatePeering: { 4: '172.16.0.0/30', 6: 'fd00:16::/126' },
  MicrosoftPeering: { 4: '203.0.113.0/30', 6: '2001:db8::/126' },
} as const

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

export function peeringOf(circuit: ExpressRouteCircuit, wanted: string): Peering | undefined {
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
 * @param families that are asked for
 */
export function peeringProblems(
  circuit: Numbered,
  typed: Omit<TypedPeering, 'enabled'>,
  taken: readonly Taken[],
  name: PeeringName = PRIVATE_PEERING,
  families: readonly Family[] = familiesTyped(typed),
): PeeringProblem[] {
  return [
    ...sessionProblems(circuit, typed, name),
    ...families.flatMap((family) => linkProblems(typed, family, taken, EXAMPLES[name][family])),
  ]
}

/** Those of which a link is filled in; with neither, IPv4 is what is asked for. */
export function familiesTyped(typed: Pick<TypedPeering, Link>): readonly Family[] {
  const has = (family: Family) => LINKS[family].some((link) => typed[link].trim() !== '')
  if (!has(6)) return [4]
  return has(4) ? [4, 6] : [6]
}

/** What is wrong with the AS number and the VLAN (ExpressRoute document 3.1). */
function sessionProblems(
  circuit: Numbered,
  typed: Pick<TypedPeering, 'asn' | 'vlan'>,
  name: PeeringName = PRIVATE_PEERING,
): PeeringProblem<'asn' | 'vlan'>[] {
  const problems: PeeringProblem<'asn' | 'vlan'>[] = []
  const wrong = (field: 'asn' | 'vlan', text: string) => problems.push({ field, is: 'error', text })
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
  return problems
}

/**
 * With Dot1Q a VLAN is there once in the whole port pair, and Azure has silently taken a duplicate before (ExpressRoute document 3.1).
 * @param others the other circuits on `port`
 */
export function portVlanProblem(
  vlan: string,
  port: Pick<ExpressRoutePort, 'name' | 'encapsulation'> | undefined,
  others: readonly ({ name: string } & Numbered)[],
): PeeringProblem<'vlan'>[] {
  if (port === undefined || port.encapsulation?.toLowerCase() === 'qinq') return []
  const wanted = numberIn(vlan)
  const other = others.find(({ peerings }) => peerings.some(({ vlanId }) => vlanId === wanted))
  return other === undefined
    ? []
    : [
        {
          field: 'vlan',
          is: 'error',
          text: `${other.name} on the same port has VLAN ${wanted} already. With Dot1Q each VLAN is there once on ${port.name}.`,
        },
      ]
}

/**
 * Who changed a peering of a provider's circuit last, where that was not the customer: then the provider may run layer 3, and owns it
 * (ExpressRoute document 10). Words other than Customer are recorded nowhere.
 */
export function changedByOther(
  { expressRoutePortId }: Pick<ExpressRouteCircuit, 'expressRoutePortId'>,
  { lastModifiedBy }: Peering,
): string | undefined {
  const known = lastModifiedBy !== undefined && lastModifiedBy.trim() !== ''
  return expressRoutePortId === undefined && known && lastModifiedBy.toLowerCase() !== 'customer'
    ? lastModifiedBy
    : undefined
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

/** The fields of both links of a family. */
export const LINKS = { 4: ['primary', 'secondary'], 6: ['primary6', 'secondary6'] } as const

export type Link = (typeof LINKS)[Family][number]

/** What is wrong with both links of a family, which are asked for (ExpressRoute document 3.1). */
function linkProblems(
  typed: Pick<TypedPeering, Link>,
  family: Family,
  taken: readonly Taken[],
  example: string,
): PeeringProblem<Link>[] {
  const links = LINKS[family]
  const problems = links.flatMap((field): PeeringProblem<Link>[] => {
    const problem = linkProblem(typed[field], family, taken, example)
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
  family: Family,
  taken: readonly Taken[],
  example: string,
): Omit<PeeringProblem, 'field'> | undefined {
  const trimmed = text.trim()
  const prefix = parsePrefix(trimmed)
  const length = LINK_LENGTH[family]
  const [address = ''] = trimmed.split('/')
  if (address !== '' && parseAddress(address) === undefined)
    return {
      is: 'error',
      text: `“${address}” is no IP address. Enter a /${length}, such as ${example}.`,
    }
  if (prefix?.family !== family || prefix.length !== length)
    return {
      is: 'error',
      text: `Enter a /${length}, such as ${example}. Your router gets its first address, Microsoft’s the second.`,
    }
  if (hasHostBits(trimmed))
    return {
      is: 'error',
      text: `This is no network address: bits after the mask are set. ${formatPrefix(prefix)} is one.`,
    }
  const over = taken.filter((one) => overlaps(one.prefix, prefix))
  const other = over.find(({ is }) => is !== 'link') ?? over[0]
  return other && { is: other.is === 'link' ? 'advice' : 'error', text: `It overlaps ${other.whose}.` }
}

/** An MD5 key of a peering: 1 to 25 characters (ExpressRoute document 3.1). */
export function md5KeyProblem(key: string): string | undefined {
  return key.length <= 25 ? undefined : 'Use 1 to 25 characters.'
}

/** That it takes letters and digits alone is reported and unverified (ExpressRoute document 3.1), so it stops nobody. */
export function md5KeyAdvice(key: string): string | undefined {
  return /[^A-Za-z0-9]/.test(key)
    ? 'Azure may refuse it: a key of letters and digits alone is the safe choice.'
    : undefined
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function numberIn(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
}
