import { hasHostBits, overlaps, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { asnProblem } from '../vpn/asn.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

/** A private peering as it is typed. */
export interface TypedPeering {
  asn: string
  vlan: string
  primary: string
  secondary: string
  /** Off: its sessions end and come back when it is on again. */
  enabled: boolean
}

export interface PeeringProblem {
  field: keyof TypedPeering
  /** Advice keeps nothing from being sent. */
  is: 'error' | 'advice'
  text: string
}

const PRIVATE_PEERING = 'AzurePrivatePeering'
const TYPE = 'Microsoft.Network/expressRouteCircuits/peerings'
const [FIRST_VLAN, LAST_VLAN] = [1, 4094]

/**
 * Why no peering can be made (ExpressRoute document 2.6); `undefined`: nothing is in the way. One that is there can be switched off and
 * deleted whatever the provider does: that comes before it takes the circuit down.
 */
export function whyNoPeering(circuit: ExpressRouteCircuit): string | undefined {
  if (privatePeeringOf(circuit)) return undefined
  const { expressRoutePortId, serviceProviderProvisioningState: state, serviceProviderName } = circuit
  if (expressRoutePortId !== undefined || state?.toLowerCase() === 'provisioned') return undefined
  return `${serviceProviderName ?? 'The provider'} has not provisioned the circuit: its provider state is ${state ?? 'not given'}. A peering can be made once it is Provisioned.`
}

export function privatePeeringOf(
  circuit: ExpressRouteCircuit,
): ExpressRouteCircuit['peerings'][number] | undefined {
  return circuit.peerings.find(({ name }) => keyOf(name) === keyOf(PRIVATE_PEERING))
}

/** The form as it is filled: from the peering, or empty. */
export function typedPeering(circuit: ExpressRouteCircuit): TypedPeering {
  const peering = privatePeeringOf(circuit)
  return {
    asn: numberText(peering?.peerASN),
    vlan: numberText(peering?.vlanId),
    primary: peering?.primaryPrefix ?? '',
    secondary: peering?.secondaryPrefix ?? '',
    enabled: peering?.state?.toLowerCase() !== 'disabled',
  }
}

/** Prefixes a peering must keep clear of, and whose they are. */
export interface Taken {
  prefix: Prefix
  whose: string
  /** A virtual network that the circuit leads to, or its own other peering, must not overlap; another circuit's link had better not. */
  is: 'network' | 'own' | 'link'
}

/**
 * The rules of ExpressRoute document 3.1 and 3.2.
 * @param taken of the virtual networks that the circuit is connected to, and of other peerings
 */
export function peeringProblems(
  circuit: Pick<ExpressRouteCircuit, 'peerings'>,
  typed: TypedPeering,
  taken: readonly Taken[],
): PeeringProblem[] {
  const problems: PeeringProblem[] = []
  const asn = /^\s*\d+\s*$/.test(typed.asn) ? Number(typed.asn) : NaN
  const asnText =
    asn === 12_076 ? 'AS 12076 is Microsoft’s own on every circuit.' : asnProblem(asn, 'onPremises')
  const wrong = (field: keyof TypedPeering, text: string) => problems.push({ field, is: 'error', text })
  if (asnText !== undefined) wrong('asn', asnText)
  const vlan = /^\s*\d+\s*$/.test(typed.vlan) ? Number(typed.vlan) : NaN
  if (!(vlan >= FIRST_VLAN && vlan <= LAST_VLAN))
    wrong('vlan', `Enter a VLAN ID from ${FIRST_VLAN} to ${LAST_VLAN}.`)
  else {
    // Azure has silently taken a duplicate before.
    const other = circuit.peerings.find(
      ({ name, vlanId }) => keyOf(name) !== keyOf(PRIVATE_PEERING) && vlanId === vlan,
    )
    if (other) wrong('vlan', `${other.name} of this circuit has VLAN ${vlan} already.`)
  }
  for (const field of ['primary', 'secondary'] as const) {
    const problem = linkProblem(typed[field], taken)
    if (problem) problems.push({ field, ...problem })
  }
  const [one, two] = [parsePrefix(typed.primary.trim()), parsePrefix(typed.secondary.trim())]
  if (one && two && overlaps(one, two))
    wrong('secondary', 'The two links need subnets of their own: these overlap.')
  return problems
}

function linkProblem(text: string, taken: readonly Taken[]): Omit<PeeringProblem, 'field'> | undefined {
  const trimmed = text.trim()
  const prefix = parsePrefix(trimmed)
  if (prefix?.family !== 4 || prefix.length !== 30)
    return {
      is: 'error',
      text: 'Enter a /30, such as 172.16.0.0/30. Your router gets its first address, Microsoft’s the second.',
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

/**
 * The peering as wanted: a new one, or the members that differ.
 * @param hasKey an MD5 key was typed: it goes with the write apart
 */
export function peeringWrite(circuit: ExpressRouteCircuit, typed: TypedPeering, hasKey = false): Replacement {
  const peering = privatePeeringOf(circuit)
  const wanted = [
    [['properties', 'peeringType'], PRIVATE_PEERING],
    [['properties', 'peerASN'], Number(typed.asn)],
    [['properties', 'vlanId'], Number(typed.vlan)],
    [['properties', 'primaryPeerAddressPrefix'], typed.primary.trim()],
    [['properties', 'secondaryPeerAddressPrefix'], typed.secondary.trim()],
    [['properties', 'state'], typed.enabled ? 'Enabled' : 'Disabled'],
  ] as const
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'peering',
    id: peering?.id ?? `${circuit.id}/peerings/${PRIVATE_PEERING}`,
    name: PRIVATE_PEERING,
    ...(peering === undefined && { creates: true as const }),
    changes: setMembers(peering === undefined ? {} : bodyIn(circuit, peering.id), wanted),
    ...(hasKey && { secret: `the MD5 key of the private peering of ${circuit.name}` }),
    what: `the private peering of ${circuit.name}`,
    effect:
      peering === undefined
        ? 'Microsoft’s routers speak BGP on both links; yours have to be set up to match.'
        : 'The BGP sessions of both links start anew. Traffic over the circuit stops until they are back.',
    action: writeAction(TYPE),
    holds: heldBy(circuit),
  }
}

export function peeringRemoval(circuit: ExpressRouteCircuit): Removal | undefined {
  const peering = privatePeeringOf(circuit)
  return (
    peering && {
      is: 'removal',
      method: 'DELETE',
      topic: 'peering',
      id: peering.id,
      name: peering.name,
      what: `Delete the private peering of ${circuit.name}`,
      effect: 'Both BGP sessions end, and no virtual network is reached over the circuit any more.',
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
