import { contains, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import { asnProblem } from '../../vpn/asn.ts'
import type { DrawnField, DrawnProblem, DrawnRow } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { isDnsName, isPublicAddress } from '../endpoint.ts'
import { advise, listed, nameText, prefixText, type Used, usedBy, wholeNumber, wrong } from './said.ts'

export type SiteValues = {
  vendor: string
  model: string
  prefixes: string
  links: DrawnRow[]
}

const LINKS = ['properties', 'vpnSiteLinks']
/** (Virtual WAN document 5.1) */
const MOST_LINKS = 4

/** What a branch is: its device, the networks behind it, and its ways to the internet. */
export function siteFields(isOld: boolean): DrawnField[] {
  return [
    { is: 'text', name: 'vendor', label: 'Device vendor' },
    { is: 'text', name: 'model', label: 'Device model' },
    {
      is: 'long',
      name: 'prefixes',
      label: 'Networks behind it',
      hint: 'Prefixes, several with commas; may be empty where every link speaks BGP',
    },
    isOld
      ? {
          is: 'note',
          name: 'old',
          text: 'This site has one address and no links, as older ones do. Azure turns it into one with links only together with a link that has the same values.',
        }
      : {
          is: 'rows',
          name: 'links',
          label: 'Links',
          hint: 'One for each provider, up to 4. Two on two devices keep the branch up when one fails.',
          add: 'Add a link',
          blank: { name: '', provider: '', speed: '', endpoint: '', asn: '', peer: '' },
          nameOf: ({ name }) => textIn(name),
          fields: () => [
            { is: 'text', name: 'name', label: 'Name' },
            { is: 'text', name: 'endpoint', label: 'Public address', hint: 'IPv4, or a DNS name' },
            { is: 'text', name: 'provider', label: 'Provider' },
            { is: 'number', name: 'speed', label: 'Speed in Mbps' },
            { is: 'number', name: 'asn', label: 'AS number', hint: 'Empty: no BGP' },
            { is: 'text', name: 'peer', label: 'BGP address', hint: 'The device speaks BGP from it' },
          ],
        },
  ]
}

export function typedSite(body: JsonObject): SiteValues {
  const at = (...path: string[]) => memberAt(body, ['properties', ...path])
  const prefixes = at('addressSpace', 'addressPrefixes')
  return {
    vendor: textIn(at('deviceProperties', 'deviceVendor')),
    model: textIn(at('deviceProperties', 'deviceModel')),
    prefixes: Array.isArray(prefixes) ? prefixes.filter((one) => typeof one === 'string').join(', ') : '',
    links: linksIn(body).map((link, key) => {
      const of = (...path: string[]) => memberAt(link, ['properties', ...path])
      const name = textIn(link.name)
      return {
        key,
        was: name,
        name,
        provider: textIn(of('linkProperties', 'linkProviderName')),
        speed: textIn(of('linkProperties', 'linkSpeedInMbps')),
        endpoint: textIn(of('fqdn')) || textIn(of('ipAddress')),
        asn: textIn(of('bgpProperties', 'asn')),
        peer: textIn(of('bgpProperties', 'bgpPeeringAddress')),
      }
    }),
  }
}

/** The old form of a site: one address of its own (ARM contract 9.8). */
export function isOldSite(body: JsonObject): boolean {
  return linksIn(body).length === 0 && textIn(memberAt(body, ['properties', 'ipAddress'])) !== ''
}

/** What is wanted of the body of a site. @param body as it was read; absent: it is new */
export function siteWanted(
  typed: SiteValues,
  body: JsonObject = {},
): [path: readonly string[], to: Json | undefined][] {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim())
  return [
    [['properties', 'deviceProperties', 'deviceVendor'], text(typed.vendor)],
    [['properties', 'deviceProperties', 'deviceModel'], text(typed.model)],
    [['properties', 'addressSpace', 'addressPrefixes'], listed(typed.prefixes)],
    ...(isOldSite(body) ? [] : [[LINKS, linksOf(typed.links, body)] as [readonly string[], Json]]),
  ]
}

/** Members of a link that nobody here knows stay. */
function linksOf(rows: readonly DrawnRow[], body: JsonObject): Json {
  const before = linksIn(body)
  return rows.map((row) => {
    const link = row.was === undefined ? undefined : before.find(({ name }) => name === row.was)
    const properties = isJsonObject(link?.properties) ? link.properties : {}
    const { ipAddress: _, fqdn: __, bgpProperties, linkProperties, ...rest } = properties
    const endpoint = textIn(row.endpoint).trim()
    const speed = wholeNumber(textIn(row.speed))
    const asn = wholeNumber(textIn(row.asn))
    const provider = textIn(row.provider).trim()
    const name = textIn(row.name).trim()
    // With another name it is another link, and Azure's own members are of the old one.
    const { id: ___, etag: ____, type: _____, ...unnamed } = link ?? {}
    return {
      ...(name === row.was ? link : unnamed),
      name,
      properties: {
        ...rest,
        linkProperties: {
          ...(isJsonObject(linkProperties) && linkProperties),
          ...(provider !== '' && { linkProviderName: provider }),
          ...(speed >= 0 && { linkSpeedInMbps: speed }),
        },
        ...(parseAddress(endpoint) ? { ipAddress: endpoint } : { fqdn: endpoint }),
        ...(asn > 0 && {
          bgpProperties: {
            ...(isJsonObject(bgpProperties) && bgpProperties),
            asn,
            bgpPeeringAddress: textIn(row.peer).trim(),
          },
        }),
      },
    }
  })
}

/**
 * Virtual WAN document 5.1.
 * @param used what the prefixes should not overlap
 * @param hubs of the WAN: no device speaks BGP from within them
 */
export function siteProblems(
  { prefixes, links }: SiteValues,
  isOld: boolean,
  used: readonly Used[],
  hubs: readonly string[],
): DrawnProblem[] {
  const all = listed(prefixes)
  const bad = all.map(prefixText).find((one) => one !== undefined)
  const over = all.flatMap((one) => {
    const other = usedBy(one, used)
    return other ? [`${one} is also used by ${other.of}.`] : []
  })
  const everyBgp = links.length > 0 && links.every(({ asn }) => textIn(asn).trim() !== '')
  return [
    ...(bad === undefined ? [] : [wrong('prefixes', bad)]),
    ...(all.length === 0 && !everyBgp && !isOld
      ? [wrong('prefixes', 'Enter a prefix, or give every link BGP.')]
      : []),
    ...over.slice(0, 1).map((text) => advise('prefixes', text)),
    ...(isOld ? [] : linkListProblems(links)),
    ...(isOld ? [] : links.flatMap((row) => linkProblems(row, links, hubs))),
  ]
}

function linkListProblems(links: readonly DrawnRow[]): DrawnProblem[] {
  if (links.length === 0) return [wrong('links', 'Add a link: a site is reached over one at least.')]
  return links.length > MOST_LINKS ? [wrong('links', `A site has up to ${MOST_LINKS} links.`)] : []
}

function linkProblems(row: DrawnRow, all: readonly DrawnRow[], hubs: readonly string[]): DrawnProblem[] {
  const others = all.filter(({ key }) => key !== row.key)
  const about = (part: string, text: string | undefined) =>
    text === undefined ? [] : [wrong('links', text, row.key, part)]
  const [endpoint, asn, peer, speed] = [row.endpoint, row.asn, row.peer, row.speed].map((one) =>
    textIn(one).trim(),
  )
  const twin = others.find((one) => textIn(one.endpoint).trim() === endpoint)
  return [
    ...about(
      'name',
      nameText(
        textIn(row.name),
        others.map((one) => textIn(one.name)),
      ),
    ),
    ...about('endpoint', endpointText(endpoint ?? '')),
    ...(endpoint !== '' && twin ? about('endpoint', `The link ${textIn(twin.name)} has this address.`) : []),
    ...(speed !== '' && !(wholeNumber(speed ?? '') >= 0)
      ? about('speed', 'Enter a whole number of Mbps.')
      : []),
    ...(asn === '' && peer === '' ? [] : about('asn', asnProblem(wholeNumber(asn ?? ''), 'onPremises'))),
    ...(asn === '' ? [] : about('peer', peerText(peer ?? '', endpoint ?? '', hubs))),
    ...linkAdvice(row, others),
  ]
}

/** Azure's own side speaks BGP from these ranges where it uses APIPA (Virtual WAN document 4); of the site's side it is not verified. */
const APIPA = ['169.254.21.0/24', '169.254.22.0/24'].flatMap((text) => parsePrefix(text) ?? [])

/** What Azure takes, and what is rarely meant. */
function linkAdvice(row: DrawnRow, others: readonly DrawnRow[]): DrawnProblem[] {
  const [speed, peer, asn] = [row.speed, row.peer, row.asn].map((one) => textIn(one).trim())
  const address = parseAddress(peer ?? '')
  const twin = asn === '' || !address ? undefined : others.find((one) => textIn(one.peer).trim() === peer)
  const outside =
    peer?.startsWith('169.254.') === true && address && !APIPA.some((range) => contains(range, address))
  return [
    ...(wholeNumber(speed ?? '') === 0
      ? [
          advise(
            'links',
            'A speed of 0 says nothing: leave it empty where it is not known.',
            row.key,
            'speed',
          ),
        ]
      : []),
    ...(twin
      ? [
          advise(
            'links',
            `The link ${textIn(twin.name)} has this BGP address too: usually each link has its own.`,
            row.key,
            'peer',
          ),
        ]
      : []),
    ...(outside && asn !== ''
      ? [
          advise(
            'links',
            'An address of 169.254.0.0/16 usually has to be of 169.254.21.0/24 or 169.254.22.0/24 here.',
            row.key,
            'peer',
          ),
        ]
      : []),
  ]
}

function endpointText(text: string): string | undefined {
  if (text === '') return 'Enter the public address of the device, or its DNS name.'
  const address = parseAddress(text)
  if (!address) return isDnsName(text) ? undefined : 'Enter an IPv4 address or a DNS name.'
  if (address.family !== 4) return 'Azure takes IPv4 here.'
  return isPublicAddress(text) ? undefined : 'Enter the device’s public address, not a private one.'
}

function peerText(peer: string, endpoint: string, hubs: readonly string[]): string | undefined {
  const address = parseAddress(peer)
  if (address?.family !== 4) return 'Enter the IPv4 address the device speaks BGP from.'
  if (peer === endpoint) return 'Use another address than the link’s own, for example a loopback.'
  const hub = hubs.find((text) => {
    const prefix = parsePrefix(text)
    return prefix !== undefined && contains(prefix, address)
  })
  return hub === undefined ? undefined : `It lies in ${hub}, which a hub has.`
}

function linksIn(body: JsonObject): JsonObject[] {
  const links = memberAt(body, LINKS)
  return Array.isArray(links) ? links.filter(isJsonObject) : []
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
