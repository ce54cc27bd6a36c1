import { contains, formatPrefix, hasHostBits, parseAddress, parsePrefix } from '../../lib/cidr.ts'
import { hostPrefix } from '../addresses.ts'
import { asnProblem } from '../vpn/asn.ts'
import type { Answers, Site, SiteLink } from './answers.ts'
import { prefixesOf } from './bodies.ts'
import { usesBgp } from './place.ts'
import { wholeNumber } from './speeds.ts'

/** What is wrong with one field of a site whatever is around it, in a form and in a line of a file. */
export interface SiteFault {
  rule: string
  /** `name`, `prefixes.2`, `links.0.endpoint` */
  field: string
  text: string
  /** What a click puts in its place. */
  instead?: string
}

type NewSite = Pick<Site, 'name' | 'prefixes' | 'links'>

/** Links of one connection (Virtual WAN document 5.1, 15.3). */
export const MOST_LINKS = 4

/** Letters, digits, `_ . -`; a letter or digit first, one of them or `_` last (VPN Gateway 3). `cn-` comes before it in its connection. */
const NAME = /^[a-z0-9]([\w.-]{0,75}\w)?$/i
/** RFC 1918, 0.0.0.0, loopback, link-local, multicast and what lies above (VPN Gateway 4). */
const NOT_PUBLIC = ranges(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
)
const DNS_NAME = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** Rules of Virtual WAN document 5.1 that one site answers by itself. */
export function siteFaults(site: NewSite, connection: Pick<Answers, 'connection'>): SiteFault[] {
  return [...nameFaults(site), ...prefixFaults(site, connection), ...linkFaults(site, connection)]
}

function nameFaults({ name }: NewSite): SiteFault[] {
  if (name.trim() === '') return [{ rule: 'name', field: 'name', text: 'Enter a name for the site.' }]
  return NAME.test(name.trim())
    ? []
    : [
        {
          rule: 'name',
          field: 'name',
          text: nameText(name.trim()),
        },
      ]
}

/** A letter that only looks allowed is named: whoever reads `letters` does not think of it. */
function nameText(name: string): string {
  const rule = 'Use 1 to 77 letters, digits, _ . - ; start with a letter or digit, end with one or _.'
  const [other] = /[^\x20-\x7e]/u.exec(name) ?? []
  return other === undefined
    ? rule
    : `Azure takes no ${other === '\ufffd' ? 'sign that the file does not tell' : other} in a name, only a to z of the letters. ${rule}`
}

function prefixFaults(site: NewSite, connection: Pick<Answers, 'connection'>): SiteFault[] {
  const seen = new Set<string>()
  const faults = site.prefixes.flatMap((typed, index): SiteFault[] => {
    const text = typed.trim()
    const field = `prefixes.${index}`
    if (text === '') return []
    const prefix = parsePrefix(text)
    if (!prefix) {
      const host = hostPrefix(text)
      return [
        {
          rule: 'prefix',
          field,
          text: `${text} is no prefix: 10.1.0.0/16 is one.`,
          ...(host && { instead: formatPrefix(host) }),
        },
      ]
    }
    if (prefix.family !== 4)
      return [{ rule: 'prefix', field, text: `${text}: Azure takes IPv4 prefixes here.` }]
    const right = formatPrefix(prefix)
    if (hasHostBits(text))
      return [{ rule: 'prefix', field, text: `${text}: bits after the mask are set.`, instead: right }]
    if (prefix.length === 0)
      return [{ rule: 'prefix', field, text: `${text} is every address. Name the networks of the branch.` }]
    if (seen.has(right)) return [{ rule: 'prefix', field, text: `${text} stands there twice.` }]
    seen.add(right)
    return []
  })
  const everyLinkSpeaks = site.links.length > 0 && site.links.every(({ asn }) => usesBgp(asn, connection))
  if (prefixesOf(site).length === 0 && !everyLinkSpeaks)
    faults.push({
      rule: 'prefix',
      field: 'prefixes',
      text: 'Enter at least one prefix. Only where every link speaks BGP it may stay empty.',
    })
  return faults
}

function linkFaults({ links, prefixes }: NewSite, connection: Pick<Answers, 'connection'>): SiteFault[] {
  if (links.length === 0) return [{ rule: 'links', field: 'links', text: 'A site needs a link.' }]
  const faults: SiteFault[] = links.flatMap((link, index) => [
    ...linkNameFaults(link, index, links),
    ...endpointFaults(link, index, links),
    ...speedFaults(link, index),
    ...bgpFaults(link, index, prefixes, connection),
  ])
  if (links.length > MOST_LINKS)
    faults.push({
      rule: 'links',
      field: 'links',
      text: `It has ${links.length} links. Azure takes ${MOST_LINKS} of one site.`,
    })
  return faults
}

function linkNameFaults({ name }: SiteLink, index: number, links: readonly SiteLink[]): SiteFault[] {
  const field = `links.${index}.name`
  const own = name.trim().toLowerCase()
  if (own === '') return [{ rule: 'link-name', field, text: 'Enter a name for the link.' }]
  if (!NAME.test(own))
    return [{ rule: 'link-name', field, text: 'Use 1 to 77 letters, digits, _ . - in the name of a link.' }]
  return links.slice(0, index).some((other) => other.name.trim().toLowerCase() === own)
    ? [{ rule: 'link-name', field, text: `Another link of the site is called ${name.trim()} already.` }]
    : []
}

function endpointFaults({ endpoint }: SiteLink, index: number, links: readonly SiteLink[]): SiteFault[] {
  const field = `links.${index}.endpoint`
  const text = endpoint.trim()
  if (text === '')
    return [{ rule: 'endpoint', field, text: 'Enter the public IP address or the DNS name of the device.' }]
  const address = parseAddress(text)
  if (!address)
    return DNS_NAME.test(text)
      ? sameEndpoint(text, index, links)
      : [{ rule: 'endpoint', field, text: `${text} is neither an IPv4 address nor a DNS name.` }]
  if (address.family !== 4)
    return [{ rule: 'endpoint', field, text: `${text}: Azure takes an IPv4 address here.` }]
  return NOT_PUBLIC.some((range) => contains(range, address))
    ? [
        {
          rule: 'endpoint',
          field,
          text: `${text} is not a public address. Enter the one that the internet knows the device by.`,
        },
      ]
    : sameEndpoint(text, index, links)
}

function sameEndpoint(text: string, index: number, links: readonly SiteLink[]): SiteFault[] {
  const before = links
    .slice(0, index)
    .find(({ endpoint }) => endpoint.trim().toLowerCase() === text.toLowerCase())
  return before
    ? [
        {
          rule: 'endpoint',
          field: `links.${index}.endpoint`,
          text: `${text} is that of the link ${before.name.trim()} already.`,
        },
      ]
    : []
}

function speedFaults({ speed }: SiteLink, index: number): SiteFault[] {
  if (speed.trim() === '' || (wholeNumber(speed) ?? 0) > 0) return []
  return [
    { rule: 'speed', field: `links.${index}.speed`, text: `${speed.trim()} is no whole number of Mbps.` },
  ]
}

function bgpFaults(
  { asn, peer, endpoint }: SiteLink,
  index: number,
  prefixes: readonly string[],
  connection: Pick<Answers, 'connection'>,
): SiteFault[] {
  const [at, number] = [`links.${index}`, asn.trim()]
  const address = peer.trim()
  if (number === '')
    return address === '' || !connection.connection.bgp
      ? []
      : [{ rule: 'bgp', field: `${at}.asn`, text: 'A BGP address needs the AS number of the device too.' }]
  const wrong = asnProblem(/^\d+$/.test(number) ? Number(number) : NaN, 'onPremises')
  const faults: SiteFault[] = wrong === undefined ? [] : [{ rule: 'asn', field: `${at}.asn`, text: wrong }]
  const field = `${at}.peer`
  if (parseAddress(address)?.family !== 4)
    return [...faults, { rule: 'peer', field, text: 'Enter the IPv4 address the device speaks BGP from.' }]
  if (address === endpoint.trim())
    return [
      ...faults,
      { rule: 'peer', field, text: 'Use another address than the link’s own, for example a loopback.' },
    ]
  const apipa = ranges('169.254.0.0/16')
  const listed = prefixes.find((text) => {
    const prefix = parsePrefix(text.trim())
    const parsed = parseAddress(address)
    return prefix && parsed && contains(prefix, parsed) && apipa.some((range) => contains(range, parsed))
  })
  return listed === undefined
    ? faults
    : [
        ...faults,
        {
          rule: 'peer',
          field,
          text: `An APIPA address must not be in the prefixes, as in ${listed.trim()}.`,
        },
      ]
}

function ranges(...texts: string[]) {
  return texts.flatMap((text) => parsePrefix(text) ?? [])
}
