import type { Estate } from '../../estate.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { VpnHubGateway, VpnSite } from '../../resources/virtual-wan.ts'
import type { About, DrawnField, DrawnForm, DrawnProblem, DrawnSecrets } from '../drawn-form.ts'
import { heldBy } from '../held-by.ts'
import type { Replacement } from '../edit.ts'
import { topicOf } from '../write-topic.ts'
import { allOf, childrenPath, resourceOf } from './around-hub.ts'
import { routingLocked } from './hub-routing.ts'
import { blankLink, type LinkRow, linkProblems, linkRows, newLink, typedKeys } from './link-fields.ts'
import { creationOf } from './made.ts'
import { policyFaults, policyFields, policyOf, type PolicyValues, policyValues } from './policy-fields.ts'
import { listed, nameText, wrong } from './said.ts'
import { siteConnectionsOf, touched } from './touched.ts'

type Common = PolicyValues & { name: string; internet: boolean; labels: string; links: LinkRow[] }
type FromGateway = Common & { site: string }
type FromSite = Common & { gateway: string }

/** A site that joins a hub, from the gateway that it joins. */
export const CONNECT_TO_GATEWAY: DrawnForm<VpnHubGateway, FromGateway> = {
  topic: 'connect',
  title: 'Connect a site to',
  reads: ({ virtualHubId }) => intentsOf([virtualHubId]),
  values: () => ({ site: '', ...common(undefined) }),
  settled: (values, { estate }) => ({
    ...values,
    links: linksFor(values.links, resourceOf(estate, 'vpnSite', values.site)),
  }),
  fields: (values, about) => {
    const { resource, estate } = about
    const connected = new Set(siteConnectionsOf(resource.id, estate).map(({ siteId }) => keyOf(siteId ?? '')))
    const wan = wanOf(resource, estate)
    return [
      {
        is: 'choice',
        name: 'site',
        label: 'Site',
        options: [
          { value: '', label: 'Choose one' },
          ...allOf(estate, 'vpnSite')
            .filter(({ virtualWanId }) => wan === undefined || keyOf(virtualWanId ?? '') === keyOf(wan))
            .map(({ id, key, name }) => ({
              value: id,
              label: name,
              ...(connected.has(key) && { why: 'is connected' }),
            })),
        ],
      },
      ...commonFields(
        values,
        resourceOf(estate, 'vpnSite', values.site),
        routingLocked(about, resource.virtualHubId ?? ''),
      ),
    ]
  },
  problems: (values, { resource, estate }, secrets) => {
    const site = resourceOf(estate, 'vpnSite', values.site)
    if (!site) return [wrong('site', 'Choose a site.')]
    return commonProblems(values, site, resource, estate, secrets)
  },
  write: (values, about, secrets) => connection(values, values.site, about.resource, about, secrets),
  secret: (values, _, secrets) => typedKeys(values.links, secrets),
  consequences: ({ site }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
    depends: [
      ...touched(site, estate, 'its device has to be set up to match'),
      ...touched(resource.virtualHubId, estate, 'takes no other change meanwhile'),
    ],
    after:
      'Set up the device with a tunnel to each of the two instances; then the connection comes up by itself.',
  }),
  verb: () => 'Connect site',
}

/** The same from the site: a hub is chosen. */
export const CONNECT_TO_HUB: DrawnForm<VpnSite, FromSite> = {
  topic: 'connect',
  title: 'Connect to a hub:',
  reads: (site, estate) => intentsOf(gatewaysFor(site, estate).map(({ virtualHubId }) => virtualHubId)),
  values: ({ resource }) => ({ gateway: '', ...common(resource) }),
  settled: (values, { resource }) => ({ ...values, links: linksFor(values.links, resource) }),
  fields: (values, { resource, estate, ...about }) => [
    {
      is: 'choice',
      name: 'gateway',
      label: 'Hub and its VPN gateway',
      options: [
        { value: '', label: 'Choose one' },
        ...gatewaysFor(resource, estate).map((gateway) => ({
          value: gateway.id,
          label: `${nameOfId(gateway.virtualHubId ?? '')}, ${gateway.name}`,
          ...(siteConnectionsOf(gateway.id, estate).some(
            ({ siteId }) => keyOf(siteId ?? '') === resource.key,
          ) && {
            why: 'is connected',
          }),
        })),
      ],
    },
    ...commonFields(
      values,
      resource,
      routingLocked(about, resourceOf(estate, 'vpnGateway', values.gateway)?.virtualHubId ?? ''),
    ),
  ],
  problems: (values, { resource, estate }, secrets) => {
    const gateway = resourceOf(estate, 'vpnGateway', values.gateway)
    if (!gateway) return [wrong('gateway', 'Choose a hub with a VPN gateway.')]
    return commonProblems(values, resource, gateway, estate, secrets)
  },
  write: (values, about, secrets) => {
    const { resource, estate } = about
    const gateway = resourceOf(estate, 'vpnGateway', values.gateway)
    if (!gateway) return creationOf(resource, estate, nothing(resource))
    const made = connection(values, resource.id, gateway, about, secrets)
    return { ...made, topic: topicOf('connect', resource.id) }
  },
  secret: (values, _, secrets) => typedKeys(values.links, secrets),
  consequences: ({ gateway }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'stays as it is' }],
    depends: touched(gateway, estate, 'takes no other change meanwhile'),
    after:
      'Set up the device with a tunnel to each of the two instances; then the connection comes up by itself.',
  }),
  verb: () => 'Connect site',
}

function gatewaysFor({ virtualWanId }: VpnSite, estate: Estate): VpnHubGateway[] {
  return allOf(estate, 'vpnGateway').filter((gateway) => {
    const wan = wanOf(gateway, estate)
    return wan === undefined || keyOf(wan) === keyOf(virtualWanId ?? '')
  })
}

function intentsOf(hubIds: readonly (string | undefined)[]): string[] {
  return [...new Set(hubIds)].flatMap((id) => (id === undefined ? [] : [childrenPath(id, 'routingIntent')]))
}

function common(site: VpnSite | undefined): Common {
  return {
    name: site === undefined ? '' : `con-${site.name}`,
    internet: false,
    labels: 'default',
    links: site ? site.links.map(blankLink) : [],
    ...policyValues(undefined),
  }
}

/** Those of the site that is chosen, in its order; what was typed for another site's links goes. */
function linksFor(rows: readonly LinkRow[], site: VpnSite | undefined): LinkRow[] {
  return (site?.links ?? []).map((link, key) => {
    const typed = rows.find((row) => row.link === (link.id ?? ''))
    return typed ? { ...typed, key, name: link.name } : blankLink(link, key)
  })
}

/** @param locked why its routing is not to be chosen */
function commonFields(values: Common, site: VpnSite | undefined, locked: string | undefined): DrawnField[] {
  return [
    { is: 'text', name: 'name', label: 'Name of the connection' },
    {
      is: 'switch',
      name: 'internet',
      label: 'Propagate default route',
      hint: 'The branch gets the hub’s way to the internet, where the hub has one',
    },
    {
      is: 'text',
      name: 'labels',
      label: 'Propagates to labels',
      hint: 'Branches look into the default table always; several with commas',
      ...(locked !== undefined && { locked }),
    },
    ...(site ? [linkRows(true)] : []),
    ...policyFields(values),
  ]
}

function commonProblems(
  values: Common,
  site: VpnSite,
  gateway: VpnHubGateway,
  estate: Estate,
  secrets: DrawnSecrets,
): DrawnProblem[] {
  const taken = siteConnectionsOf(gateway.id, estate)
  const bad = nameText(
    values.name,
    taken.map(({ name }) => name),
  )
  const twice = taken.some(({ siteId }) => keyOf(siteId ?? '') === site.key)
  return [
    ...(twice ? [wrong('name', `${site.name} is connected to this gateway.`)] : []),
    ...(bad === undefined ? [] : [wrong('name', bad)]),
    ...(site.links.length === 0
      ? [wrong('name', 'The site has no links: older ones are connected in the Azure portal.')]
      : linkProblems(values.links, site, secrets)),
    ...policyFaults(values),
  ]
}

function connection(
  values: Common,
  siteId: string,
  gateway: VpnHubGateway,
  about: Pick<About, 'estate' | 'found'>,
  secrets: DrawnSecrets,
): Replacement {
  const { estate } = about
  const { virtualHubId = '' } = gateway
  const rows = values.links.filter(({ use }) => use === true)
  const policy = policyOf(values)
  const keys = Object.keys(typedKeys(rows, secrets))
  const links = rows.map((row) => {
    const link = newLink(row)
    const properties = link.properties
    return policy === undefined || typeof properties !== 'object' || Array.isArray(properties)
      ? link
      : { ...link, properties: { ...properties, ipsecPolicies: [policy] } }
  })
  return {
    ...creationOf(gateway, estate, {
      kind: 'vpnConnection',
      topic: 'connect',
      id: `${gateway.id}/vpnConnections/${values.name}`,
      name: values.name,
      what: `the site connections of ${gateway.name}: ${values.name} is new`,
      effect: 'The gateway tries to build the tunnels as soon as it is done.',
      body: [
        [['properties', 'remoteVpnSite', 'id'], siteId],
        [['properties', 'enableInternetSecurity'], values.internet],
        [['properties', 'vpnLinkConnections'], links],
        ...(routingLocked(about, virtualHubId) === undefined
          ? labelsWanted(values.labels, virtualHubId)
          : []),
      ],
    }),
    // Only its own links and the site itself are written with it, not what else the site is connected to.
    holds: [...new Set([...heldBy(gateway, estate), ...(siteId === '' ? [] : [keyOf(siteId)])])],
    ...(keys.length > 0 && { secret: `the shared key of ${keys.join(', ')}` }),
  }
}

/** Nothing is said of routing where it is as Azure has it by itself, which a routing intent asks for (Virtual WAN document 14, no. 6). */
function labelsWanted(labels: string, hubId: string) {
  const wanted = listed(labels)
  if (hubId === '' || (wanted.length === 1 && wanted[0] === 'default')) return []
  const table = `${hubId}/hubRouteTables/defaultRouteTable`
  return [
    [['properties', 'routingConfiguration', 'associatedRouteTable', 'id'], table],
    [['properties', 'routingConfiguration', 'propagatedRouteTables', 'labels'], wanted],
  ] as const
}

function wanOf({ virtualHubId }: VpnHubGateway, estate: Estate): string | undefined {
  return resourceOf(estate, 'virtualHub', virtualHubId)?.virtualWanId
}

function nothing({ id }: VpnSite) {
  return { kind: 'vpnConnection', id, name: '', topic: 'connect', what: '', effect: '', body: [] } as const
}
