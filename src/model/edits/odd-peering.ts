import { overlaps, parsePrefix } from '../../lib/cidr.ts'
import { asnProblem } from '../vpn/asn.ts'
import {
  familiesTyped,
  type Family,
  LINKS,
  peerAsnProblem,
  type PeeringProblem,
  type TypedPeering,
} from './peering.ts'

/** Ranges that mean something else to every router (RFC 6890): no document says that Azure refuses them, so they are advised against. */
const SPECIAL: readonly (readonly [range: string, what: string])[] = [
  ['0.0.0.0/8', '“this network”'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local addresses'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'no use yet'],
  ['::/126', 'loopback'],
  ['fe80::/10', 'link-local addresses'],
  ['ff00::/8', 'multicast'],
]

/**
 * What Azure may take and no router can use. AS numbers that IANA reserves are left out on ExpressRoute by analogy with VPN gateways alone
 * (ExpressRoute document 3.1), so they stop nobody either.
 * @param families that are asked for
 */
export function oddPeeringProblems(
  typed: Omit<TypedPeering, 'enabled' | 'vlan'>,
  families: readonly Family[] = familiesTyped(typed),
): PeeringProblem[] {
  return [
    ...oddAsnProblems(typed.asn),
    ...families
      .flatMap((family) => LINKS[family])
      .flatMap((field): PeeringProblem[] => {
        const special = specialRange(typed[field])
        return special
          ? [
              {
                field,
                is: 'advice',
                text: `${special[0]} is set aside for ${special[1]}, so no BGP session comes up over it.`,
              },
            ]
          : []
      }),
  ]
}

/** An AS number that is reserved, and that Azure may take. */
export function oddAsnProblems(asn: string): PeeringProblem<'asn'>[] {
  const number = /^\s*\d+\s*$/.test(asn) ? Number(asn) : undefined
  const isReserved =
    number !== undefined &&
    peerAsnProblem(asn) === undefined &&
    asnProblem(number, 'onPremises') !== undefined
  return isReserved
    ? [
        {
          field: 'asn',
          is: 'advice',
          text: `AS ${number} is reserved: routers may not take it as a neighbour’s, and Azure may refuse it. Private numbers are 64512 to 65514 and 4200000000 to 4294967294.`,
        },
      ]
    : []
}

function specialRange(text: string): (typeof SPECIAL)[number] | undefined {
  const prefix = parsePrefix(text.trim())
  return (
    prefix &&
    SPECIAL.find(([range]) => {
      const reserved = parsePrefix(range)
      return reserved !== undefined && overlaps(reserved, prefix)
    })
  )
}
