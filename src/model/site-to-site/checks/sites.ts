import { contains, parsePrefix } from '../../../lib/cidr.ts'
import { count } from '../../format.ts'
import { siteProblems, type SiteProblem } from '../../edits/site-rules.ts'
import { siteValues } from '../../edits/site.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { LocalNetworkGateway } from '../../resources/vpn.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import type { Answers, Site } from '../answers.ts'
import { prefixesOf } from '../bodies.ts'
import { NO_VALUES } from '../empty-site.ts'
import { freeSpace } from '../../wizard/free-prefixes.ts'
import { existingSite, siteNameOf, usesBgp } from '../place.ts'
import { siteSurroundings } from '../site-neighbours.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'
import { wrongType } from './id-type.ts'
import { bgpChecks, samePeerChecks, sameSiteChecks } from './redundancy.ts'
import { connectionsOutside, endpointOf, hasEndpoint } from './site-endpoints.ts'

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
      ...samePeerChecks(site, index, looked),
    ]),
  ]
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
  return [...checks, ...publicPrefixes(site, index), ...alreadyThere(site, index, looked)]
}

/** Networks on-premises are of these (RFC 1918, RFC 6598). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'].flatMap(
  (text) => parsePrefix(text) ?? [],
)

/** Public prefixes are taken, and may be a slip (VPN Gateway 4). */
function publicPrefixes({ values }: Site, index: number): WizardCheck[] {
  return values.prefixes.flatMap((text, row) => {
    const prefix = parsePrefix(text.trim())
    if (prefix?.family !== 4 || prefix.length === 0) return []
    if (PRIVATE.some((range) => contains(range, prefix) || contains(prefix, range))) return []
    return [
      advice(
        'public-prefix',
        ['sites', `sites.${index}.values.prefixes.${row}`],
        `${text.trim()} is a public range: what the virtual network sends there goes through the tunnel.`,
      ),
    ]
  })
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

function existing(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at = ['sites', `sites.${index}.existing`] as const
  if (site.existing === '') return [error('site', at, 'Choose a local network gateway.')]
  const wrong = wrongType(site.existing, 'localNetworkGateways', at)
  if (wrong.length > 0) return wrong
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
