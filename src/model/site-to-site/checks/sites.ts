import { count } from '../../format.ts'
import { siteProblems, type SiteProblem } from '../../edits/site-rules.ts'
import { siteValues } from '../../edits/site.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { LocalNetworkGateway } from '../../resources/vpn.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import type { Answers, Site } from '../answers.ts'
import { prefixesOf } from '../bodies.ts'
import { NO_VALUES } from '../empty-site.ts'
import { freeSpace } from '../free-prefixes.ts'
import { connectionIdOf, existingSite, hasBgp, siteNameOf, usesBgp } from '../place.ts'
import { parsePrefix } from '../../../lib/cidr.ts'
import { connectedSites, otherConnections, siteSurroundings } from '../site-neighbours.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** Prefixes of one local network gateway (VPN Gateway 10.1, unverified, so only advised against). */
const MOST_PREFIXES = 1000

/** Sites, new and existing: VAL-LNG-01 to 08, VAL-CON-06 and 09 (VPN Gateway 3.9, 4). */
export function siteChecks(looked: Looked): WizardCheck[] {
  const { answers } = looked
  if (answers.sites.length === 0) return [error('site', ['sites', 'sites'], 'Add a site.')]
  return [
    ...answers.sites.flatMap((site, index) =>
      site.use === 'new' ? newSite(site, index, looked) : existing(site, index, looked),
    ),
    ...answers.sites.flatMap((site, index) => [
      ...bgpChecks(site, index, looked),
      ...sameSiteChecks(site, index, looked),
    ]),
  ]
}

function connectionsOutside({ answers, around }: Looked) {
  const own = new Set(answers.sites.map((site) => keyOf(connectionIdOf(site, answers, around))))
  return otherConnections(answers, around, own)
}

function newSite(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const surroundings = siteSurroundings(site, answers, around, connectionsOutside(looked))
  const checks = siteProblems(site.values, NO_VALUES, surroundings).map((problem) =>
    checkOf(problem, site, index, looked),
  )
  if (prefixesOf(site.values).length > MOST_PREFIXES)
    checks.push(
      advice(
        'prefix-count',
        ['sites', `sites.${index}.values.prefixes`],
        `${siteNameOf(site)} has ${count(prefixesOf(site.values).length, 'prefix', 'prefixes')}. Azure may refuse more than ${MOST_PREFIXES}.`,
      ),
    )
  return [...checks, ...alreadyThere(site, index, looked)]
}

function checkOf(problem: SiteProblem, site: Site, index: number, looked: Looked): WizardCheck {
  const { rule, field, index: row, is, fix } = problem
  const place = `sites.${index}.values.${field}${row === undefined ? '' : `.${row}`}`
  const prefix = row === undefined ? undefined : site.values.prefixes[row]?.trim()
  const make = is === 'error' ? error : advice
  const mended =
    fix &&
    remedy(
      fix.label,
      Object.keys(fix.change).map((member) => `sites.${index}.values.${member}`),
      (answers) => withValues(answers, index, fix.change),
      looked.around,
    )
  const overlap = rule === 'VAL-LNG-04' || rule === 'VAL-LNG-05'
  return make(
    rule,
    ['sites', place],
    // Read beside the form, and in a list of all: there it has to say whose prefix it is.
    overlap && prefix ? problem.text.replace(prefix, `${prefix} of ${siteNameOf(site)}`) : problem.text,
    mended ?? (overlap ? overlapRemedy(rule, row, index, looked) : undefined),
  )
}

/** Another space for a new virtual network, or the prefix goes. */
function overlapRemedy(
  rule: string,
  row: number | undefined,
  index: number,
  { answers, around }: Looked,
): WizardCheck['remedy'] {
  const { goal, network } = answers
  if (rule === 'VAL-LNG-04' && goal.gateway === 'new' && network.network.is === 'new') {
    const others = answers.sites.flatMap(({ values }) =>
      prefixesOf(values).flatMap((text) => parsePrefix(text) ?? []),
    )
    const addressSpace = freeSpace(around.estate, others)
    if (addressSpace !== '')
      return remedy(
        `Use ${addressSpace} for ${network.network.name}`,
        ['network.addressSpace'],
        (now) => ({
          ...now,
          touched: now.touched.filter((field) => field !== 'network.gatewaySubnet'),
          network: { ...now.network, addressSpace },
        }),
        around,
      )
  }
  if (row === undefined) return undefined
  const prefixes = answers.sites[index]?.values.prefixes ?? []
  return remedy(
    `Remove ${prefixes[row]?.trim() ?? 'it'}`,
    [`sites.${index}.values.prefixes`],
    (now) => withValues(now, index, { prefixes: prefixes.toSpliced(row, 1) }),
    around,
  )
}

function withValues(answers: Answers, index: number, values: Partial<Site['values']>): Answers {
  return {
    ...answers,
    sites: answers.sites.map((site, at) =>
      at === index ? { ...site, values: { ...site.values, ...values } } : site,
    ),
  }
}

/** A local network gateway for the same device is there: one can be enough. */
function alreadyThere(site: Site, index: number, { answers, around }: Looked): WizardCheck[] {
  const found = sameEndpoint(
    site,
    around.estate.rows.map(({ key }) => around.estate.resources.get(key)),
  )
  if (!found || answers.sites.some(({ existing }) => keyOf(existing) === found.key)) return []
  if (found.name === site.name.trim()) return []
  return [
    advice(
      'site-there',
      ['sites', `sites.${index}.values.${site.values.by}`],
      `${found.name} in ${found.resourceGroup} stands for the device at ${endpointOf(site)} already.`,
      remedy(
        `Use ${found.name}`,
        [`sites.${index}.existing`],
        (now) => ({
          ...now,
          sites: now.sites.map((one, at) =>
            at === index ? { ...one, use: 'existing', existing: found.id } : one,
          ),
        }),
        around,
      ),
    ),
  ]
}

function endpointOf({ values }: Site): string {
  return (values.by === 'address' ? values.address : values.fqdn).trim()
}

function sameEndpoint(
  site: Site,
  resources: readonly ({ kind: string } | undefined)[],
): LocalNetworkGateway | undefined {
  const endpoint = endpointOf(site)
  if (endpoint === '') return undefined
  return resources.find((one): one is LocalNetworkGateway => isSite(one) && hasEndpoint(one, endpoint))
}

function isSite(one: { kind: string } | undefined): one is LocalNetworkGateway {
  return one?.kind === 'localNetworkGateway'
}

function hasEndpoint({ gatewayIpAddress, fqdn }: LocalNetworkGateway, endpoint: string): boolean {
  return gatewayIpAddress === endpoint || fqdn?.toLowerCase() === endpoint.toLowerCase()
}

function existing(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at = ['sites', `sites.${index}.existing`] as const
  if (site.existing === '') return [error('site', at, 'Choose a local network gateway.')]
  if (answers.sites.slice(0, index).some((other) => keyOf(other.existing) === keyOf(site.existing)))
    return [error('VAL-CON-09', at, `${nameOfId(site.existing)} is chosen twice.`)]
  const found = existingSite(site, around)
  if (!found)
    return [
      advice(
        'unread-site',
        at,
        `${nameOfId(site.existing)} could not be read, so nothing can be held against it.`,
      ),
    ]
  const [state] = provisioningReasons(found.provisioningState)
  if (state?.verdict === 'inProgress')
    return [error('VAL-CON-01', at, `${found.name} is still being updated. Wait until that has ended.`)]
  const values = { ...siteValues(found), bgp: usesBgp(site, answers, around) }
  const surroundings = siteSurroundings(site, answers, around, connectionsOutside(looked))
  // Azure has taken its endpoint and the form of its prefixes; how they go with this gateway is new.
  return siteProblems(values, NO_VALUES, surroundings)
    .filter(
      ({ rule, index: row }) =>
        !/^VAL-LNG-0[12]$/.test(rule) && !(rule === 'VAL-LNG-03' && row !== undefined),
    )
    .map((problem) => {
      const prefix = problem.index === undefined ? undefined : values.prefixes[problem.index]
      const text = prefix ? problem.text.replace(prefix, `${prefix} of ${found.name}`) : problem.text
      return (problem.is === 'error' ? error : advice)(problem.rule, at, text)
    })
}

/** VAL-CON-06: BGP on a connection needs it on both sides. */
function bgpChecks(site: Site, index: number, { answers, around }: Looked): WizardCheck[] {
  const { goal } = answers
  const bgp = usesBgp(site, answers, around)
  const at = ['sites', site.use === 'new' ? `sites.${index}.values.bgp` : `sites.${index}.existing`] as const
  if (bgp) {
    if (goal.gateway === 'new' && !answers.gateway.bgp)
      return [
        error(
          'VAL-CON-06',
          at,
          `${siteNameOf(site)} speaks BGP, and the gateway has none.`,
          remedy(
            'Turn BGP of the gateway on',
            ['gateway.bgp'],
            (now) => ({ ...now, gateway: { ...now.gateway, bgp: true } }),
            around,
          ),
        ),
      ]
    const found =
      goal.gateway === 'existing' ? around.estate.resources.get(keyOf(answers.gateway.existing)) : undefined
    if (found?.kind === 'virtualNetworkGateway' && !found.enableBgp)
      return [
        error(
          'VAL-CON-06',
          at,
          `${siteNameOf(site)} speaks BGP, and ${found.name} has none. Turn it on there first, or use static routes.`,
          remedy(
            'Use static routes',
            ['goal.routing', ...answers.sites.map((_, one) => `sites.${one}.values.bgp`)],
            (now) => ({
              ...now,
              goal: { ...now.goal, routing: 'static' },
              sites: now.sites.map((one) => ({ ...one, values: { ...one.values, bgp: false } })),
            }),
            around,
          ),
        ),
      ]
    return []
  }
  const isKnown = site.use === 'new' || existingSite(site, around) !== undefined
  if (goal.routing === 'static' || !isKnown) return []
  return [
    advice(
      'static-site',
      at,
      `The goal is BGP, and ${siteNameOf(site)} has no BGP settings: its connection gets static routes to its prefixes.`,
    ),
  ]
}

/** VAL-CON-09: a second tunnel to the same site needs BGP on both. */
function sameSiteChecks(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at = [
    'sites',
    site.use === 'new' ? `sites.${index}.values.${site.values.by}` : `sites.${index}.existing`,
  ] as const
  const bgp = usesBgp(site, answers, around)
  for (const other of answers.sites.slice(0, index)) {
    const endpoint = endpointNow(site, around)
    if (endpoint !== '' && endpoint === endpointNow(other, around))
      return [
        error(
          'VAL-CON-09',
          at,
          `${siteNameOf(site)} and ${siteNameOf(other)} have the same device ${endpoint}. A gateway has one connection to a device.`,
        ),
      ]
    const shared = sharedPrefix(site, other, around)
    if (shared !== undefined && !(bgp && usesBgp(other, answers, around)) && answers.goal.devices === 2)
      return [
        error(
          'VAL-CON-09',
          ['sites', site.use === 'new' ? `sites.${index}.values.prefixes` : `sites.${index}.existing`],
          `${siteNameOf(site)} and ${siteNameOf(other)} both have ${shared}. Redundant tunnels to one site need BGP on both.`,
          remedy(
            'Use BGP',
            ['goal.routing', 'gateway.bgp', ...answers.sites.map((_, one) => `sites.${one}.values.bgp`)],
            (now) => ({
              ...now,
              goal: { ...now.goal, routing: 'bgp' },
              gateway: { ...now.gateway, bgp: true },
              sites: now.sites.map((one) => ({ ...one, values: { ...one.values, bgp: true } })),
            }),
            around,
          ),
        ),
      ]
  }
  const connections = connectionsOutside(looked)
  const endpoint = endpointNow(site, around)
  for (const connection of connections) {
    const [there] = connectedSites([connection], around)
    if (!there) continue
    const same = there.key === keyOf(site.existing) || (endpoint !== '' && hasEndpoint(there, endpoint))
    if (!same || (bgp && connection.enableBgp && hasBgp(there))) continue
    return [
      error(
        'VAL-CON-09',
        at,
        `${connection.name} connects the gateway to ${there.name}, the same site, already. A second one needs BGP on both.`,
      ),
    ]
  }
  return []
}

function endpointNow(site: Site, around: Looked['around']): string {
  if (site.use === 'new') return endpointOf(site)
  const found = existingSite(site, around)
  return found?.gatewayIpAddress ?? found?.fqdn ?? ''
}

function sharedPrefix(one: Site, other: Site, around: Looked['around']): string | undefined {
  const of = (site: Site) =>
    site.use === 'new' ? prefixesOf(site.values) : (existingSite(site, around)?.addressPrefixes ?? [])
  const others = new Set(of(other))
  return of(one).find((prefix) => others.has(prefix))
}
