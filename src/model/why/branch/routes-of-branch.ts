import { count } from '../../format.ts'
import { asnProblem } from '../../vpn/asn.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import type { BranchFacts } from './branch-facts.ts'
import { branchCause, lackingBranch, linkNames, linksUp } from './evidence.ts'

/** BGP of a link cannot work as it is set: an AS number or address is missing or not usable (Virtual WAN 5.1). */
export function bgpSettingsOfLink(facts: BranchFacts): Finding | undefined {
  const speaks = facts.links.filter(({ link }) => link.enableBgp)
  const site = valueOf(facts.site)
  if (speaks.length === 0 || site === undefined) return undefined
  const wrong = speaks.flatMap(({ link, end }) => {
    if (end === undefined) return []
    if (end.asn === undefined) return [`${link.name} speaks BGP, and the site’s link has no AS number`]
    if (end.bgpPeeringAddress === undefined)
      return [`${link.name} speaks BGP, and the site’s link has no BGP address`]
    if (end.bgpPeeringAddress === end.ipAddress)
      return [`The BGP address of ${link.name} is the public address of the device`]
    const problem = asnProblem(end.asn, 'onPremises')
    return problem === undefined ? [] : [`${link.name}: ${problem.replace(/\.$/, '')}`]
  })
  if (wrong.length === 0) return ruledOut('AS number and BGP address of every link can be used')
  return branchCause(
    'BGP cannot come up as the site is set',
    'very likely',
    wrong.map((text) => ({ text, source: 'VPN site', at: site.readAt })),
    {
      side: 'both',
      change:
        'Enter the AS number and the BGP address that the device has; the address lies inside the branch, or is one of 169.254.21.0/24 and 169.254.22.0/24.',
      link: { id: site.id, topic: 'branch', label: 'Edit site and links' },
    },
  )
}

/** The tunnel is up and BGP over it is not: no route with an AS path comes in (finding VW-011). */
export function bgpOfLink(facts: BranchFacts): Finding | undefined {
  const speaks = linksUp(facts).filter(({ link }) => link.enableBgp)
  if (speaks.length === 0) return undefined
  const { routes } = facts
  if (routes.is !== 'known') return lackingBranch(routes, 'routes')
  const learned = routes.value.filter(({ asPath }) => asPath !== undefined)
  if (learned.length > 0) return ruledOut(`${count(learned.length, 'route')} came by BGP`)
  return branchCause(
    `BGP over ${linkNames(speaks)} brings no route`,
    'very likely',
    [
      { text: 'No route of this connection has an AS path', source: 'Inbound routes', at: routes.at },
      ...speaks.map(({ link, end, connection }) => ({
        text: `${link.name} is up and speaks BGP with AS ${end?.asn ?? '?'} at ${end?.bgpPeeringAddress ?? '?'}`,
        source: 'VPN connection' as const,
        at: connection.readAt,
      })),
    ],
    {
      side: 'on-premises',
      change:
        'Let the device speak BGP with the BGP address of each instance and AS 65515, from the AS number and address of the site’s link, with a route to that address into the tunnel; and let it announce the branch’s prefixes.',
    },
  )
}

/** Nothing tells the hub what is behind the device: no prefixes, and no BGP (Virtual WAN 5.1). */
export function prefixes(facts: BranchFacts): Finding | undefined {
  const site = valueOf(facts.site)
  if (site === undefined || facts.links.length === 0) return undefined
  if (facts.links.some(({ link }) => link.enableBgp)) return ruledOut('The branch tells its prefixes by BGP')
  if (site.addressPrefixes.length > 0)
    return ruledOut(`The site has ${count(site.addressPrefixes.length, 'prefix', 'prefixes')}`)
  return branchCause(
    'The site has no prefixes and no link speaks BGP',
    'very likely',
    [
      {
        text: 'addressSpace of the site is empty, and enableBgp is off on every link',
        source: 'VPN site',
        at: site.readAt,
      },
    ],
    {
      side: 'azure',
      change:
        'Enter the prefixes of the branch, or switch BGP on for its links: without either nothing is routed to it.',
      link: { id: site.id, topic: 'branch', label: 'Edit site and links' },
    },
  )
}
