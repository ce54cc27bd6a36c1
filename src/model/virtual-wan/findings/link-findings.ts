import { weakness, type PolicyMember } from '../../ipsec/weak.ts'
import { count, sentenceList } from '../../format.ts'
import type { IpsecPolicy } from '../../resources/vpn.ts'
import { siteNameOf, type PlacedLink } from '../site-links.ts'
import type { LinkTunnel } from '../link-tunnels.ts'
import type { WanFinding } from './wan-finding.ts'

const SITES = 'Microsoft: create a site-to-site connection with Virtual WAN'
const FAQ = 'Microsoft: Virtual WAN FAQ'

/** A link with its tunnels, where the gateway was asked for them. */
export interface JudgedLink extends PlacedLink {
  tunnels?: readonly LinkTunnel[]
}

/** What may be better in links to sites (Virtual WAN 15.1, VW-009 to VW-014), one finding for all links that it is of. */
export function linkFindings(links: readonly JudgedLink[]): WanFinding[] {
  return [down(links), oneInstance(links), weak(links), oldProtocol(links), slowCipher(links)].filter(
    (one) => one !== undefined,
  )
}

/** Down or not told, or up on one instance alone. */
export function isWrong({ state, tunnels = [] }: JudgedLink): boolean {
  return state !== 'up' || tunnels.some((one) => one.state === 'none' || one.state === 'half')
}

/** How many links a finding names. */
const NAMED = 3

function named(links: readonly JudgedLink[], all: readonly JudgedLink[]): string {
  const many = new Set(all.map(({ connection }) => connection.key)).size > 1
  const names = links
    .slice(0, NAMED)
    .map((one) => (many ? `${one.link.name} of ${siteNameOf(one)}` : one.link.name))
  const more = links.length - NAMED
  return sentenceList(more > 0 ? [...names, `${more} more`] : names)
}

/** The connection, where it is another resource's page and only one. */
function about(links: readonly JudgedLink[], all: readonly JudgedLink[]): { about?: string } {
  const ids = new Set(links.map(({ connection }) => connection.id))
  const [only] = ids
  const every = new Set(all.map(({ connection }) => connection.id))
  return only !== undefined && ids.size === 1 && every.size > 1 ? { about: only } : {}
}

/** Azure does not tell since when a link is down. */
function down(all: readonly JudgedLink[]): WanFinding | undefined {
  const links = all.filter(({ state }) => state === 'down')
  if (links.length === 0) return undefined
  return {
    rule: 'VW-010',
    severity: 'high',
    what: `${count(links.length, 'link')} ${links.length === 1 ? 'is' : 'are'} NotConnected: ${named(links, all)}`,
    why: 'Nothing passes by it; Azure does not tell since when.',
    change: 'See why it is not up on the page of the connection: the device, its key and its policy.',
    source: 'Microsoft: status of a VPN connection',
    ...about(links, all),
  }
}

function oneInstance(all: readonly JudgedLink[]): WanFinding | undefined {
  const links = all.filter(({ tunnels = [] }) => {
    const told = tunnels.filter(({ state }) => state === 'up' || state === 'half' || state === 'none')
    const up = told.filter(({ state }) => state === 'up')
    return tunnels.length > 1 && told.length === tunnels.length && up.length > 0 && up.length < tunnels.length
  })
  if (links.length === 0) return undefined
  return {
    rule: 'VW-009',
    severity: 'high',
    what: `${count(links.length, 'link')} ${links.length === 1 ? 'has' : 'have'} a tunnel to one instance only: ${named(links, all)}`,
    why: 'Azure maintains one instance after the other, and then the branch is cut off.',
    change: 'Configure a second tunnel on the device, to the public address of the other instance.',
    source: SITES,
    ...about(links, all),
  }
}

const MEMBERS: readonly PolicyMember[] = [
  'ikeEncryption',
  'ikeIntegrity',
  'dhGroup',
  'ipsecEncryption',
  'ipsecIntegrity',
  'pfsGroup',
]

/** The values of a policy that are considered weak, as Azure spells them. */
export function weakParts(policy: IpsecPolicy): string[] {
  return MEMBERS.flatMap((member) => {
    const value = policy[member]
    if (value === undefined || weakness(member, value) === undefined) return []
    return member === 'pfsGroup' && value.toLowerCase() === 'none' ? ['no PFS'] : [value]
  })
}

function weak(all: readonly JudgedLink[]): WanFinding | undefined {
  const links = all.filter(({ link }) => link.ipsecPolicies.some((policy) => weakParts(policy).length > 0))
  if (links.length === 0) return undefined
  const parts = new Set(links.flatMap(({ link }) => link.ipsecPolicies.flatMap(weakParts)))
  return {
    rule: 'VW-012',
    severity: 'high',
    what: `The IPsec policy of ${named(links, all)} has ${sentenceList([...parts])}`,
    why: 'These are considered weak: what passes the tunnel may be read or changed.',
    change: 'Set a policy with GCMAES256 or AES256, SHA256 and a group of ECP256 or stronger, on both ends.',
    source: 'Microsoft: IPsec policies of Virtual WAN',
    ...about(links, all),
  }
}

function oldProtocol(all: readonly JudgedLink[]): WanFinding | undefined {
  const links = all.filter(({ link }) => link.protocol?.toLowerCase() === 'ikev1')
  if (links.length === 0) return undefined
  return {
    rule: 'VW-014',
    severity: 'medium',
    what: `${named(links, all)} ${links.length === 1 ? 'uses' : 'use'} IKEv1`,
    why: 'It is the old protocol: it begins anew more slowly and has fewer algorithms.',
    change: 'Use IKEv2, unless the device knows IKEv1 alone.',
    source: FAQ,
    ...about(links, all),
  }
}

/** From so many megabits a second a cipher may be what limits a link: half of what one tunnel carries. */
const BUSY = 500

/** Only metrics tell how busy a link is; here it is one whose line is fast. */
function slowCipher(all: readonly JudgedLink[]): WanFinding | undefined {
  const links = all.filter(
    ({ link, end }) =>
      (end?.speedInMbps ?? 0) >= BUSY &&
      link.ipsecPolicies.some(({ ipsecEncryption }) => /^aes/i.test(ipsecEncryption ?? '')),
  )
  if (links.length === 0) return undefined
  return {
    rule: 'VW-013',
    severity: 'low',
    what: `${named(links, all)} ${links.length === 1 ? 'encrypts' : 'encrypt'} with AES and a separate hash, on a fast line`,
    why: 'A tunnel carries the most with GCMAES256 for both encryption and integrity.',
    change: 'Set GCMAES256 for both on this link and on the device.',
    source: FAQ,
    ...about(links, all),
  }
}
