import { contains, overlaps, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import { sentenceList } from '../../format.ts'
import { endpointOf, linksOfSite } from '../../virtual-wan/site-links.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Evidence, type Finding } from '../finding.ts'
import type { BranchFacts } from './branch-facts.ts'
import { branchCause, lackingBranch, linksDown } from './evidence.ts'

/** Not reached over the Internet: private, shared, of the link itself, and of documentation alone where nobody answers. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
]

function isPrivate(text: string): boolean {
  const address = parseAddress(text)
  if (address === undefined) return false
  return NOT_PUBLIC.some((one) => {
    const prefix = parsePrefix(one)
    return prefix !== undefined && contains(prefix, address)
  })
}

/** The address at which Azure expects the device: there, reachable, and of one site alone (Virtual WAN 5.1). */
export function siteAddress(facts: BranchFacts): Finding | undefined {
  const site = valueOf(facts.site)
  if (site === undefined) return lackingBranch(facts.site, 'site')
  const { twins, links } = facts
  const own = linksOfSite(site)
  const edit = { id: site.id, topic: 'branch' as const, label: 'Edit site and links' }
  const privately = new Set(
    links
      .filter(({ link }) => link.useLocalAzureIpAddress === true)
      .map(({ end }) => end?.name.toLowerCase()),
  )
  const said = (text: string): Evidence => ({ text, source: 'VPN site', at: site.readAt })
  const empty = own.filter((one) => endpointOf(one) === undefined)
  if (empty.length > 0)
    return branchCause(
      `${sentenceList(empty.map(({ name }) => name))} has neither an address nor a name`,
      'very likely',
      empty.map(({ name }) => said(`The link ${name} has no ipAddress and no fqdn`)),
      { side: 'azure', change: 'Enter the public address of the device, or its name.', link: edit },
    )
  const wrong = own.filter(
    ({ name, ipAddress }) =>
      ipAddress !== undefined && isPrivate(ipAddress) && !privately.has(name.toLowerCase()),
  )
  if (wrong.length > 0)
    return branchCause(
      'The address of the device is not a public one',
      'very likely',
      wrong.map(({ name, ipAddress = '' }) => said(`The link ${name} has ${ipAddress}`)),
      {
        side: 'azure',
        change:
          'Enter the public address that the device is seen with, that of the router before it where it stands behind NAT.',
        link: edit,
      },
    )
  const [twin] = twins
  if (twin !== undefined)
    return branchCause(
      `Another site has the same address`,
      linksDown(facts).length > 0 ? 'possible' : 'unlikely',
      twins.slice(0, 3).map(({ site: name, link, address }) => said(`${address} is also ${link} of ${name}`)),
      {
        side: 'azure',
        change: 'Give each site the address of its own device, or join the two as one site.',
        link: edit,
      },
    )
  const named = own.filter(({ ipAddress, fqdn }) => ipAddress === undefined && fqdn !== undefined)
  if (named.length > 0 && linksDown(facts).length > 0)
    return {
      is: 'notChecked',
      missing: `whether ${sentenceList(named.flatMap(({ fqdn }) => fqdn ?? []))} leads to the device`,
      how: 'Resolve the name and compare it with the address that the device has now.',
      waiting: false,
    }
  return ruledOut('Every link has a public address that no other site has')
}

/** The branch’s prefixes are the hub’s too, so that what is sent to one never leaves the other (finding VW-005). */
export function prefixOverlap(facts: BranchFacts): Finding | undefined {
  const site = valueOf(facts.site)
  const hub = valueOf(facts.hub)
  if (site === undefined || hub === undefined) return undefined
  const own = parsePrefix(hub.addressPrefix ?? '')
  const both =
    own === undefined
      ? []
      : site.addressPrefixes.filter((text) => {
          const prefix = parsePrefix(text)
          return prefix !== undefined && overlaps(prefix, own)
        })
  if (both.length === 0) return ruledOut('The prefixes of the site are not those of the hub')
  return branchCause(
    `${sentenceList(both)} of the site overlaps the hub`,
    'very likely',
    [
      {
        text: `The address space of ${hub.name} is ${hub.addressPrefix ?? ''}`,
        source: 'Hub of the gateway',
        at: hub.readAt,
      },
    ],
    {
      side: 'both',
      change: 'Give the branch other addresses: the address space of a hub cannot be changed.',
      link: { id: site.id, topic: 'branch', label: 'Edit site and links' },
    },
  )
}
