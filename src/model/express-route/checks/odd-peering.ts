import { overlaps, parsePrefix } from '../../../lib/cidr.ts'
import { asnProblem } from '../../vpn/asn.ts'
import { peerAsnProblem } from '../../edits/peering.ts'
import type { CircuitAnswers } from '../answers.ts'
import { advice, type WizardCheck } from './check.ts'

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
 */
export function oddPeering({ peering }: CircuitAnswers, index: number): WizardCheck[] {
  const { addressing, asn } = peering
  const links = [
    ...(addressing === 'ipv6' ? [] : (['primary', 'secondary'] as const)),
    ...(addressing === 'ipv4' ? [] : (['primary6', 'secondary6'] as const)),
  ]
  const number = /^\s*\d+\s*$/.test(asn) ? Number(asn) : undefined
  const isReserved =
    number !== undefined &&
    peerAsnProblem(asn) === undefined &&
    asnProblem(number, 'onPremises') !== undefined
  return [
    ...(isReserved
      ? [
          advice(
            'peering-odd',
            ['peering', `circuits.${index}.peering.asn`],
            `AS ${number} is reserved: routers may not take it as a neighbour’s, and Azure may refuse it. Private numbers are 64512 to 65514 and 4200000000 to 4294967294.`,
          ),
        ]
      : []),
    ...links.flatMap((field) => {
      const prefix = parsePrefix(peering[field].trim())
      const special =
        prefix &&
        SPECIAL.find(([range]) => {
          const reserved = parsePrefix(range)
          return reserved !== undefined && overlaps(reserved, prefix)
        })
      return special
        ? [
            advice(
              'peering-odd',
              ['peering', `circuits.${index}.peering.${field}`],
              `${special[0]} is set aside for ${special[1]}, so no BGP session comes up over it.`,
            ),
          ]
        : []
    }),
  ]
}
