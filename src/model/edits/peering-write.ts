import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { PRIVATE_PEERING, peeringOf, type PeeringName, type TypedPeering } from './peering.ts'
import { peeringInterruption } from './peering-interruption.ts'
import { setMembers, writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

const TYPE = 'Microsoft.Network/expressRouteCircuits/peerings'

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
    effect: peeringInterruption(circuit, typed, name).effect,
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

function wordsOf(name: string): string {
  if (name === PRIVATE_PEERING) return 'the private peering'
  return name === 'MicrosoftPeering' ? 'the Microsoft peering' : name
}

/** @param name of any peering that the circuit has, also of one that cannot be made any more */
export function peeringRemoval(
  circuit: ExpressRouteCircuit,
  name: string = PRIVATE_PEERING,
): Removal | undefined {
  const peering = peeringOf(circuit, name)
  return (
    peering && {
      is: 'removal',
      method: 'DELETE',
      topic: TOPICS[name === PRIVATE_PEERING ? name : 'MicrosoftPeering'],
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

function textOrNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}
