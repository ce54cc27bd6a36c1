import type { Json, JsonObject } from '../../../lib/json.ts'
import { keyOf } from '../../paths.ts'
import type { VpnSite } from '../../resources/virtual-wan.ts'
import type { DrawnField, DrawnProblem, DrawnRow, DrawnSecrets } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { keyRemarks } from '../shared-key.ts'
import { advise, wholeNumber, wrong } from './said.ts'

/** One row for each link of the site, whether it is connected or not (Virtual WAN document 5.3). */
export type LinkRow = DrawnRow

const LINK_MODES = [
  { value: 'Default', label: 'Either side begins' },
  { value: 'ResponderOnly', label: 'The device begins' },
  { value: 'InitiatorOnly', label: 'Azure begins' },
] as const

const MOST_WEIGHT = 32_000

/** A link that is not connected yet, as it would be. */
export function blankLink(link: VpnSite['links'][number], key: number): LinkRow {
  return {
    key,
    name: link.name,
    link: link.id ?? '',
    use: true,
    bgp: link.asn !== undefined,
    protocol: 'IKEv2',
    mode: 'Default',
    bandwidth: String(link.speedInMbps ?? 10),
    weight: '0',
  }
}

export function typedLink(connection: Json, key: number): LinkRow {
  const at = (...path: string[]) => memberAt(connection, ['properties', ...path])
  const name = textIn(memberAt(connection, ['name']))
  return {
    key,
    was: name,
    name,
    link: textIn(at('vpnSiteLink', 'id')),
    use: true,
    bgp: at('enableBgp') === true,
    protocol: textIn(at('vpnConnectionProtocolType')) || 'IKEv2',
    mode: textIn(at('vpnLinkConnectionMode')) || 'Default',
    bandwidth: textIn(at('connectionBandwidth')),
    weight: textIn(at('routingWeight')) || '0',
  }
}

/** @param withKey a key may be typed with it: for links that are new */
export function linkRows(withKey: boolean): DrawnField {
  return {
    is: 'rows',
    name: 'links',
    label: 'Links',
    hint: 'Each is a pair of tunnels, to both instances of the gateway. All that are chosen are sent together, as Azure asks.',
    fields: (row) => [
      { is: 'switch', name: 'use', label: `Use ${textIn(row.name)}` },
      ...(row.use === true
        ? ([
            ...(withKey && row.was === undefined
              ? [{ is: 'secret', name: 'key', label: 'Shared key', hint: 'Empty: Azure makes one' } as const]
              : []),
            {
              is: 'choice',
              name: 'protocol',
              label: 'Protocol',
              options: [
                { value: 'IKEv2', label: 'IKEv2' },
                { value: 'IKEv1', label: 'IKEv1, for old devices' },
              ],
            },
            { is: 'choice', name: 'mode', label: 'Who begins', options: LINK_MODES },
            { is: 'number', name: 'bandwidth', label: 'Expected Mbps' },
            {
              is: 'number',
              name: 'weight',
              label: 'Routing weight',
              hint: 'Of two links the larger is taken',
            },
            {
              is: 'switch',
              name: 'bgp',
              label: 'BGP',
              hint: 'The link of the site needs an AS number and an address',
            },
          ] as const)
        : []),
    ],
    blank: {},
    secretOf: linkOf,
    nameOf: ({ name }) => textIn(name),
  }
}

export function linkProblems(
  rows: readonly LinkRow[],
  site: VpnSite | undefined,
  secrets: DrawnSecrets,
): DrawnProblem[] {
  const used = rows.filter(({ use }) => use === true)
  if (used.length === 0)
    return [wrong('links', 'Use one link at least; to end it all, delete the connection.')]
  return used.flatMap((row) => {
    const about = (part: string, text: string) => [wrong('links', text, row.key, part)]
    const weight = wholeNumber(textIn(row.weight))
    const link = site?.links.find(({ name, id }) => id === row.link || name === row.name)
    const key = secrets.get(keyPlace(row)) ?? ''
    const bad = key === '' ? undefined : keyRemarks(key).find(({ level }) => level === 'error')
    return [
      ...(weight >= 0 && weight <= MOST_WEIGHT
        ? []
        : about('weight', `Enter a whole number from 0 to ${MOST_WEIGHT}.`)),
      ...(textIn(row.bandwidth) === '' || wholeNumber(textIn(row.bandwidth)) >= 0
        ? []
        : about('bandwidth', 'Enter a whole number of Mbps.')),
      ...(row.bgp === true && site && link?.asn === undefined
        ? about('bgp', 'The link of the site has no AS number: set it there first.')
        : []),
      ...(row.protocol === 'IKEv1'
        ? [advise('links', 'IKEv1 is old: use IKEv2 where the device can.', row.key, 'protocol')]
        : []),
      ...(bad ? about('key', bad.text) : []),
    ]
  })
}

/** The settings of a link, as they are wanted; `undefined`: nothing is said of it. */
export function linkWanted(row: LinkRow): [name: string, to: Json | undefined][] {
  const bandwidth = textIn(row.bandwidth).trim()
  return [
    ['enableBgp', row.bgp === true],
    ['vpnConnectionProtocolType', textIn(row.protocol)],
    ['vpnLinkConnectionMode', textIn(row.mode)],
    ['routingWeight', wholeNumber(textIn(row.weight))],
    ...(bandwidth === '' ? [] : [['connectionBandwidth', wholeNumber(bandwidth)] as [string, Json]]),
  ]
}

/** A link connection that is new: it is made with the connection it is in, never by itself (ARM contract 9.8). */
export function newLink(row: LinkRow): JsonObject {
  return {
    name: textIn(row.name),
    properties: { vpnSiteLink: { id: textIn(row.link) }, ...Object.fromEntries(linkWanted(row)) },
  }
}

/** Keys that were typed, by the name of their link. */
export function typedKeys(rows: readonly LinkRow[], secrets: DrawnSecrets): JsonObject {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const key = row.use === true && row.was === undefined ? (secrets.get(keyPlace(row)) ?? '') : ''
      return key === '' ? [] : [[textIn(row.name), key]]
    }),
  )
}

/** The key of a link is typed for it alone: rows of another site have the same numbers. */
function linkOf(row: LinkRow): string {
  return keyOf(textIn(row.link))
}

function keyPlace(row: LinkRow): string {
  return `links/${linkOf(row)}/key`
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
