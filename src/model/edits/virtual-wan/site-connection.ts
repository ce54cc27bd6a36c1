import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import { keyOf } from '../../paths.ts'
import type { VpnConnection } from '../../resources/virtual-wan.ts'
import type { About, DrawnForm } from '../drawn-form.ts'
import { memberAt, type MemberChange } from '../edit.ts'
import { ofNamed, setMembers, unlessByItself } from '../set-members.ts'
import { resourceOf } from './around-hub.ts'
import {
  blankLink,
  type LinkRow,
  linkProblems,
  linkRows,
  linkWanted,
  newLink,
  typedKeys,
  typedLink,
} from './link-fields.ts'
import { editOf } from './made.ts'
import { policyFaults, policyFields, policyOf, type PolicyValues, policyValues } from './policy-fields.ts'
import { advise, wrong } from './said.ts'
import { touched } from './touched.ts'

const LINKS = ['properties', 'vpnLinkConnections']

type Values = { internet: boolean; links: LinkRow[] }

/** Links of a site's connection; a second one is sent with all there are (Virtual WAN document 14, no. 10). */
export const SITE_CONNECTION: DrawnForm<VpnConnection, Values> = {
  topic: 'site-connection',
  title: 'Links and routing of',
  values: ({ resource, estate }) => {
    const now = linksIn(resource.body).map(typedLink)
    const site = resourceOf(estate, 'vpnSite', resource.siteId)
    const others = (site?.links ?? []).filter(
      ({ id, name }) => !now.some((row) => keyOf(String(row.link)) === keyOf(id ?? '') || row.name === name),
    )
    return {
      internet: resource.enableInternetSecurity,
      links: [
        ...now,
        ...others.map((link, index) => ({ ...blankLink(link, now.length + index), use: false })),
      ],
    }
  },
  fields: () => [
    {
      is: 'switch',
      name: 'internet',
      label: 'Propagate default route',
      hint: 'The branch gets the hub’s way to the internet, where the hub has one',
    },
    linkRows(true),
  ],
  problems: ({ links }, { resource, estate }, secrets) =>
    linkProblems(links, resourceOf(estate, 'vpnSite', resource.siteId), secrets),
  write: ({ internet, links }, { resource, estate }, secrets) => {
    const keys = Object.keys(typedKeys(links, secrets))
    return {
      ...editOf(
        resource,
        estate,
        [[['properties', 'enableInternetSecurity'], internet]],
        {
          topic: 'site-connection',
          what: `the links and routing of ${resource.name}`,
          effect:
            'The tunnels of a link whose settings change are built anew. Keys of links that stay are read and sent back with it.',
        },
        linkChanges(resource.body, links),
      ),
      ...(keys.length > 0 && { secret: `the shared key of ${keys.join(', ')}` }),
    }
  },
  secret: ({ links }, _, secrets) => typedKeys(links, secrets),
  consequences: (_, about) =>
    ends(
      about,
      'The tunnels of links that change, until both sides have negotiated them anew. Those of a link that goes end.',
    ),
  verb: () => 'Change connection',
}

/** `of`: the link whose policy stands in the fields. */
type LinkPolicy = PolicyValues & { link: string; of: string }

export const LINK_POLICY: DrawnForm<VpnConnection, LinkPolicy> = {
  topic: 'policy',
  title: 'IPsec policy of',
  values: ({ resource }) => policyOfLink(resource, resource.links[0]?.name ?? ''),
  // Those of another link are not for this one.
  settled: (values, { resource }) =>
    values.of === values.link ? values : policyOfLink(resource, values.link),
  fields: (values, { resource }) => [
    {
      is: 'choice',
      name: 'link',
      label: 'Link',
      hint: 'The other links keep theirs',
      options: resource.links.map(({ name, ipsecPolicies }) => ({
        value: name,
        label: `${name}, ${ipsecPolicies.length > 0 ? 'custom' : 'Azure’s default'}`,
      })),
    },
    ...policyFields(values),
  ],
  problems: (values, { resource }) =>
    resource.links.length === 0
      ? [wrong('link', 'The connection has no link that a policy could be set for.')]
      : [
          ...(values.policy === 'default' && hasPolicy(resource, values.link)
            ? [advise('policy', `The custom policy of ${values.link} is taken away.`)]
            : []),
          ...policyFaults(values),
        ],
  write: (values, { resource, estate }) => {
    const at = linksIn(resource.body).findIndex(({ name }) => name === values.link)
    const policy = policyOf(values)
    const path = [...LINKS, String(at), 'properties', 'ipsecPolicies']
    const to = policy === undefined ? [] : [policy]
    return editOf(
      resource,
      estate,
      [],
      {
        topic: 'policy',
        what: `the IPsec policy of ${values.link} of ${resource.name}`,
        effect: 'The tunnels of the link are built anew with it.',
      },
      at < 0 ? [] : ofNamed(resource.body, LINKS, at, setMembers(resource.body, [[path, to]])),
    )
  },
  consequences: (_, about) => ends(about, 'The tunnels of this link until the device has the same policy.'),
  verb: () => 'Change policy',
}

function policyOfLink(connection: VpnConnection, link: string): LinkPolicy {
  const chosen = connection.links.find(({ name }) => name === link)
  return { link, of: link, ...policyValues(chosen?.ipsecPolicies[0]) }
}

function hasPolicy({ links }: VpnConnection, link: string): boolean {
  return links.some(({ name, ipsecPolicies }) => name === link && ipsecPolicies.length > 0)
}

/** What there is for a link is changed in its place; what is new comes after, and what goes is taken away last, the highest first. */
function linkChanges(body: JsonObject, rows: readonly LinkRow[]): MemberChange[] {
  const links = linksIn(body)
  const placeOf = (row: LinkRow) => links.findIndex(({ name }) => name === row.was)
  const stay = rows.filter((row) => row.was !== undefined && row.use === true)
  const come = rows.filter((row) => row.was === undefined && row.use === true)
  const go = rows
    .filter((row) => row.was !== undefined && row.use !== true)
    .map(placeOf)
    .filter((at) => at >= 0)
    .toSorted((one, other) => other - one)
  return [
    ...stay.flatMap((row) => {
      const at = placeOf(row)
      const path = [...LINKS, String(at), 'properties']
      return at < 0
        ? []
        : ofNamed(
            body,
            LINKS,
            at,
            setMembers(
              body,
              linkWanted(row).map(([name, to]) => [[...path, name], valueOf(links[at], name, to)]),
            ),
          )
    }),
    ...come.map((row, index) => ({ path: [...LINKS, String(links.length + index)], to: newLink(row) })),
    ...go.map((at) => {
      const from = links[at]
      return { path: [...LINKS, String(at)], ...(from !== undefined && { from }) }
    }),
  ]
}

function valueOf(link: JsonObject | undefined, name: string, to: Json | undefined): Json | undefined {
  const byItself = DEFAULTS[name]
  return to === undefined || byItself === undefined
    ? to
    : unlessByItself(memberAt(link, ['properties', name]), to, byItself)
}

const DEFAULTS: Readonly<Record<string, Json>> = {
  vpnConnectionProtocolType: 'IKEv2',
  vpnLinkConnectionMode: 'Default',
  routingWeight: 0,
}

function ends({ resource, estate }: About<VpnConnection>, drops: string) {
  return {
    touches: [
      { id: resource.id, name: resource.name, note: 'everything else of it stays' },
      ...touched(resource.gatewayId, estate, 'takes no other change meanwhile'),
    ],
    depends: touched(resource.siteId, estate, 'its device has to be set up to match'),
    drops,
  }
}

function linksIn(body: JsonObject): JsonObject[] {
  const links = memberAt(body, LINKS)
  return Array.isArray(links) ? links.filter(isJsonObject) : []
}
