import { sentenceList } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { PRIVATE_PEERING, peeringOf, type PeeringName, type TypedPeering, typedPeering } from './peering.ts'

/** What a change of a peering does to the sessions that it has. */
interface PeeringInterruption {
  /** Families whose traffic stops until somebody brings it back: the name of the circuit is asked for. */
  ends: readonly ('IPv4' | 'IPv6')[]
  effect: string
  /** What stops, as sentences; absent where there was no peering. */
  drops?: string
}

/**
 * `Disabled` switches IPv4 off until it is enabled again (ExpressRoute document 3.1); a family whose links are emptied is gone. Every
 * other change begins the sessions anew.
 */
export function peeringInterruption(
  circuit: ExpressRouteCircuit,
  typed: TypedPeering,
  name: PeeringName = PRIVATE_PEERING,
): PeeringInterruption {
  if (peeringOf(circuit, name) === undefined)
    return {
      ends: [],
      effect: 'Microsoft’s routers speak BGP on both links; yours have to be set up to match.',
    }
  const was = typedPeering(circuit, name)
  const [had, has] = [familiesOf(was), familiesOf(typed)]
  const off = was.enabled && !typed.enabled && had.four && has.four
  const emptied = [
    ...(had.four && !has.four ? (['IPv4'] as const) : []),
    ...(had.six && !has.six ? (['IPv6'] as const) : []),
  ]
  const ends = [...(off ? (['IPv4'] as const) : []), ...emptied]
  const traffic = name === PRIVATE_PEERING ? 'over this peering' : 'to Microsoft’s public services over it'
  if (ends.length === 0)
    return {
      ends,
      effect:
        'The BGP sessions of both links start anew. Traffic over the circuit stops until they are back.',
      drops: `Traffic ${traffic} until the sessions are back, seconds to minutes.`,
    }
  const stays = (['IPv4', 'IPv6'] as const).filter(
    (family) => !ends.includes(family) && (family === 'IPv4' ? has.four : has.six),
  )
  return {
    ends,
    effect: `The ${sentenceList(ends)} sessions of both links end, and none comes back by itself.`,
    drops: [
      ...(off ? [`All IPv4 traffic ${traffic}, until it is switched on again.`] : []),
      ...emptied.map((family) => `All ${family} traffic ${traffic}, until its subnets are entered again.`),
      ...(stays.length > 0
        ? [`Traffic over ${sentenceList(stays)} may stop too, until its sessions are back.`]
        : []),
    ].join(' '),
  }
}

function familiesOf({ primary, secondary, primary6, secondary6 }: TypedPeering) {
  return {
    four: primary.trim() !== '' || secondary.trim() !== '',
    six: primary6.trim() !== '' || secondary6.trim() !== '',
  }
}
