import { contains, hasHostBits, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { ExpressRouteCircuit, MicrosoftPeeringFacts } from '../resources/expressroute.ts'
import type { Replacement } from './edit.ts'
import { oddAsnProblems } from './odd-peering.ts'
import {
  familiesTyped,
  type Family,
  type Numbered,
  peerAsnProblem,
  peeringOf,
  type PeeringProblem,
  peeringProblems,
  type Taken,
  type TypedPeering,
  typedPeering,
  whyNoPeering,
} from './peering.ts'
import { peeringWrite, type Wanted } from './peering-write.ts'

/** A Microsoft peering as it is typed; prefixes as lines. Its IPv6 half has prefixes and a filter of its own. */
export interface TypedMicrosoftPeering extends TypedPeering {
  prefixes: string
  prefixes6: string
  /** Whose AS number the prefixes are registered for, where that is not the peer's. */
  customerAsn: string
  registry: string
  /** ARM id; empty: none, and then nothing is advertised. */
  routeFilter: string
  routeFilter6: string
}

export type MicrosoftPeeringProblem = PeeringProblem<keyof TypedMicrosoftPeering>

/** Registries Azure knows (ExpressRoute document 3.1). */
export const REGISTRIES = ['NONE', 'ARIN', 'APNIC', 'AFRINIC', 'LACNIC', 'RIPENCC', 'RADB', 'ALTDB'] as const

export const MICROSOFT_PEERING = 'MicrosoftPeering'
const NAME = MICROSOFT_PEERING

/** Why none can be made (ExpressRoute document 2.6; the tier as recorded: `InvalidSkuTypeForMicrosoftPeering`). */
export function whyNoMicrosoftPeering(circuit: ExpressRouteCircuit): string | undefined {
  if (peeringOf(circuit, NAME)) return undefined
  const why = whyNoPeering(circuit, NAME)
  if (why !== undefined) return why
  const sku = whyNoMicrosoftOnSku(circuit.tier, 'this circuit')
  return sku === undefined ? undefined : `${sku} Change the SKU first.`
}

/** @param name of the circuit, as the sentence calls it */
export function whyNoMicrosoftOnSku(tier: string | undefined, name: string): string | undefined {
  return tier?.toLowerCase() === 'premium'
    ? undefined
    : `Microsoft peering needs the SKU Premium, and ${name} is ${tier ?? 'of an unknown SKU'}.`
}

export function typedMicrosoftPeering(circuit: ExpressRouteCircuit): TypedMicrosoftPeering {
  const peering = peeringOf(circuit, NAME)
  const [four, six] = [peering?.microsoft, peering?.ipv6?.microsoft]
  const owner = four?.customerASN ?? six?.customerASN
  return {
    ...typedPeering(circuit, NAME),
    prefixes: (four?.prefixes ?? []).join('\n'),
    prefixes6: (six?.prefixes ?? []).join('\n'),
    customerAsn: owner === undefined || owner === 0 ? '' : String(owner),
    registry: four?.registry ?? six?.registry ?? 'NONE',
    routeFilter: four?.routeFilterId ?? '',
    routeFilter6: six?.routeFilterId ?? '',
  }
}

/**
 * The rules of ExpressRoute document 3.1 and 3.2.
 * @param families that are asked for
 */
export function microsoftPeeringProblems(
  circuit: Numbered,
  typed: Omit<TypedMicrosoftPeering, 'enabled'>,
  taken: readonly Taken[],
  families: readonly Family[] = familiesTyped(typed),
): MicrosoftPeeringProblem[] {
  const problems: MicrosoftPeeringProblem[] = [
    ...peeringProblems(circuit, typed, taken, NAME, families),
    // Links that are set aside are not public, which is said of them.
    ...oddAsnProblems(typed.asn),
  ]
  const had = (field: MicrosoftPeeringProblem['field']) => problems.some((one) => one.field === field)
  for (const field of ['primary', 'secondary', 'primary6', 'secondary6'] as const) {
    const prefix = parsePrefix(typed[field].trim())
    if (prefix && !isPublic(prefix) && !had(field))
      problems.push({
        field,
        is: 'error',
        text: 'Microsoft peering takes public addresses alone: this range is not public.',
      })
  }
  const [four, six] = [families.includes(4), families.includes(6)]
  if (four) problems.push(...prefixProblems('prefixes', typed.prefixes, 4))
  if (six) problems.push(...prefixProblems('prefixes6', typed.prefixes6, 6))
  if (isPrivateAsn(Number(typed.asn)) && !had('asn'))
    problems.push({
      field: 'asn',
      is: 'advice',
      text: 'A private AS number is validated by hand at Microsoft, which takes longer, and is taken out of the path.',
    })
  const owner = typed.customerAsn.trim() === '' ? undefined : peerAsnProblem(typed.customerAsn)
  if (owner !== undefined) problems.push({ field: 'customerAsn', is: 'error', text: owner })
  for (const [field, wanted] of [
    ['routeFilter', four],
    ['routeFilter6', six],
  ] as const)
    if (wanted && typed[field] === '')
      problems.push({
        field,
        is: 'advice',
        text: 'Without a route filter Microsoft advertises nothing to you.',
      })
  return problems
}

function prefixProblems(
  field: 'prefixes' | 'prefixes6',
  text: string,
  family: 4 | 6,
): MicrosoftPeeringProblem[] {
  const wrong = (words: string): MicrosoftPeeringProblem[] => [{ field, is: 'error', text: words }]
  const all = prefixesIn(text)
  if (all.length === 0) return wrong('Enter at least one public prefix that you own and announce.')
  for (const one of all) {
    const prefix = parsePrefix(one)
    if (prefix?.family !== family) return wrong(`${one} is no IPv${family} prefix.`)
    if (hasHostBits(one)) return wrong(`${one} is no network address: bits after the mask are set.`)
    if (!isPublic(prefix)) return wrong(`${one} is not public: only public prefixes can be announced.`)
  }
  return []
}

/** RFC 6996. */
export function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294)
}

/** Lines, or what stands between commas. */
export function prefixesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== '')
}

/** Private, shared, loopback, link-local, multicast and what lies above. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
].flatMap((text) => parsePrefix(text) ?? [])
const PUBLIC_6 = parsePrefix('2000::/3')

function isPublic(prefix: Prefix): boolean {
  return prefix.family === 4
    ? !NOT_PUBLIC.some((one) => contains(one, prefix) || contains(prefix, one))
    : PUBLIC_6 !== undefined && contains(PUBLIC_6, prefix)
}

export function microsoftPeeringWrite(
  circuit: ExpressRouteCircuit,
  typed: TypedMicrosoftPeering,
  hasKey = false,
): Replacement {
  const peering = peeringOf(circuit, NAME)
  const [four, six] = [typed.primary.trim() !== '', typed.primary6.trim() !== '']
  const more = [
    ...(four ? half([], typed, typed.prefixes, typed.routeFilter, peering?.microsoft) : []),
    ...(six
      ? half(['ipv6PeeringConfig'], typed, typed.prefixes6, typed.routeFilter6, peering?.ipv6?.microsoft)
      : []),
  ]
  return peeringWrite(circuit, typed, hasKey, NAME, more)
}

function half(
  at: readonly string[],
  { customerAsn, registry }: TypedMicrosoftPeering,
  prefixes: string,
  filter: string,
  before: MicrosoftPeeringFacts | undefined,
): Wanted[] {
  const config = ['properties', ...at, 'microsoftPeeringConfig']
  const owner = customerAsn.trim() === '' ? 0 : Number(customerAsn)
  return [
    [[...config, 'advertisedPublicPrefixes'], prefixesIn(prefixes)],
    ...(owner === (before?.customerASN ?? 0) ? [] : [[[...config, 'customerASN'], owner] as const]),
    ...(registry === (before?.registry ?? 'NONE')
      ? []
      : [[[...config, 'routingRegistryName'], registry] as const]),
    ...(filter === (before?.routeFilterId ?? '')
      ? []
      : [
          filter === ''
            ? ([['properties', ...at, 'routeFilter'], undefined] as const)
            : ([['properties', ...at, 'routeFilter', 'id'], filter] as const),
        ]),
  ]
}
