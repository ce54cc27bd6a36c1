import { count, sentenceList } from '../../format.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { PlannedResource } from '../../plan/plan.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { standingOf } from '../../wizard/there.ts'
import type { Site } from '../answers.ts'
import {
  connectionNameOf,
  connectionThere,
  gatewayIdOf,
  siteChosen,
  siteIdOf,
  siteNameOf,
  usesBgp,
  wanIdOf,
  wanNameOf,
} from '../place.ts'
import { siteFaults } from '../site-faults.ts'
import { nameKey, withLinkAt, withSiteAt } from '../sites.ts'
import { wantedResources } from '../wanted.ts'
import { advice, error, fromFinding, remedy, type At, type Looked, type WizardCheck } from './check.ts'

/** The branches: Virtual WAN document 5.1, VW-008. */
export function siteChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { sites } = answers
  if (sites.length === 0) return [error('site', ['sites', 'sites'], 'Add a site, or read them from a file.')]
  const wanted = wantedResources(answers, around)
  const planned = new Map([...wanted.sites, ...wanted.joined].map((one) => [keyOf(one.id), one]))
  const names = new Map<string, string>()
  return [
    ...sites.flatMap((site, index) => {
      const key = nameKey(siteNameOf(site))
      const before = key === '' ? undefined : names.get(key)
      if (before === undefined) names.set(key, site.key)
      return site.use === 'existing'
        ? existingSite(site, index, before !== undefined, looked)
        : newSite(site, index, before !== undefined, planned, looked)
    }),
    ...oneLink(looked),
    ...sameEndpoints(looked),
  ]
}

function newSite(
  site: Site,
  index: number,
  twice: boolean,
  planned: ReadonlyMap<string, PlannedResource>,
  { answers, around }: Looked,
): WizardCheck[] {
  const faults = siteFaults(site, answers).map(({ rule, field, text, instead }) =>
    error(
      rule,
      ['sites', `sites.${index}.${field}`],
      text,
      instead === undefined
        ? undefined
        : remedy(
            `Use ${instead}`,
            [`sites.${index}.${field}`],
            (now) => mended(now, index, field, instead),
            around,
          ),
    ),
  )
  const at: At = ['sites', `sites.${index}.name`]
  const name = siteNameOf(site)
  if (name === '') return faults
  if (twice) faults.push(error('name-taken', at, `Another site of this plan is called ${name} already.`))
  const id = siteIdOf(site, answers, around)
  const resource = planned.get(keyOf(id))
  const standing = resource && standingOf(resource, around.estate)
  if (standing === 'other')
    faults.push(
      error(
        'name-taken',
        at,
        `There is a VPN site ${name} already, with other settings.`,
        remedy(
          `Use ${name} as it is`,
          [`sites.${index}.existing`],
          (now) => withSiteAt(now, index, { use: 'existing', existing: id }),
          around,
        ),
      ),
    )
  if (standing === 'running')
    faults.push(
      error(
        'still-running',
        at,
        `Azure is still working on the VPN site ${name}. Wait until that has ended.`,
      ),
    )
  return [...faults, ...connectionStanding(site, index, planned, { answers, around })]
}

function mended(answers: Looked['answers'], index: number, field: string, instead: string) {
  const [part, at = '', member] = field.split('.')
  const site = answers.sites[index]
  if (part === 'prefixes' && site)
    return withSiteAt(answers, index, { prefixes: site.prefixes.with(Number(at), instead) })
  return part === 'links' && member !== undefined
    ? withLinkAt(answers, index, Number(at), { [member]: instead })
    : answers
}

/** Of this gateway: one of the same name for something else, or one that is still being written. */
function connectionStanding(
  site: Site,
  index: number,
  planned: ReadonlyMap<string, PlannedResource>,
  { answers, around }: Pick<Looked, 'answers' | 'around'>,
): WizardCheck[] {
  const at: At = ['sites', `sites.${index}.${site.use === 'existing' ? 'existing' : 'name'}`]
  const own = connectionThere(site, answers, around)
  const name = connectionNameOf(site)
  if (own && keyOf(own.name) !== keyOf(name))
    return [
      error(
        'connected',
        at,
        `${siteNameOf(site)} is connected to this gateway already, by ${own.name}.`,
        without(index, around),
      ),
    ]
  const resource = planned.get(keyOf(`${gatewayIdOf(answers, around)}/vpnConnections/${name}`))
  switch (resource && standingOf(resource, around.estate)) {
    case 'other':
      return [
        error(
          'connected',
          at,
          own
            ? `${siteNameOf(site)} is connected already by ${name}, with other settings. Change them on its page.`
            : `The gateway has a connection ${name} to another site already. Give this site another name.`,
          own ? without(index, around) : undefined,
        ),
      ]
    case 'running':
      return [error('still-running', at, `Azure is still working on ${name}. Wait until that has ended.`)]
    default:
      return []
  }
}

function without(index: number, around: Looked['around']) {
  return remedy(
    'Leave it out',
    ['sites'],
    (now) => ({ ...now, sites: now.sites.toSpliced(index, 1) }),
    around,
  )
}

function existingSite(site: Site, index: number, twice: boolean, { answers, around }: Looked): WizardCheck[] {
  const at: At = ['sites', `sites.${index}.existing`]
  if (site.existing === '') return [error('site', at, 'Choose a VPN site.')]
  const wrong = idTypeFindings(site.existing, 'vpnSites')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const name = siteNameOf(site)
  if (twice) return [error('name-taken', at, `${name} is in this plan twice.`, without(index, around))]
  const found = siteChosen(site, around)
  // Its links have to be named in the connection, which only it can tell.
  if (!found)
    return [
      error(
        'unread-site',
        at,
        `${nameOfId(site.existing)} could not be read, so its links are not known. Choose one from the list.`,
      ),
    ]
  if (keyOf(found.virtualWanId ?? '') !== keyOf(wanIdOf(answers, around)))
    return [
      error(
        'site-wan',
        at,
        `${name} belongs to the virtual WAN ${nameOfId(found.virtualWanId ?? 'that was not read')}, not to ${wanNameOf(answers) || 'the chosen one'}.`,
      ),
    ]
  if (found.links.length === 0)
    return [
      error('site-links', at, `${name} is of the old form, without links. Give it a link on its page first.`),
    ]
  const [state] = provisioningReasons(found.provisioningState)
  if (state?.verdict === 'inProgress')
    return [error('still-running', at, `${name} is still being changed. Wait until that has ended.`)]
  if (found.addressPrefixes.length === 0 && !found.links.every(({ asn }) => usesBgp(asn, answers)))
    return [
      error(
        'prefix',
        at,
        `${name} has no prefixes, and not every link of it speaks BGP: nothing would be sent there.`,
      ),
    ]
  const wanted = wantedResources({ ...answers, sites: [site] }, around)
  return connectionStanding(site, index, new Map(wanted.joined.map((one) => [keyOf(one.id), one])), {
    answers,
    around,
  })
}

/** VW-008, once for all: a hundred sentences alike tell less. */
function oneLink({ answers, around }: Looked): WizardCheck[] {
  const single = answers.sites.filter((site) => {
    const there = siteChosen(site, around)
    return siteNameOf(site) !== '' && (there ? there.links.length : site.links.length) === 1
  })
  const [first] = single
  if (!first) return []
  return [
    advice(
      'VW-008',
      ['sites', 'sites'],
      single.length === 1
        ? `${siteNameOf(first)} has one link: when that provider fails, the branch is cut off. A second, on another device, keeps it connected.`
        : `${count(single.length, 'site')} have one link each: when that provider fails, the branch is cut off.`,
    ),
  ]
}

/** Two sites at one address, of the plan or there: the gateway tells devices apart by it. Advice: no document says that it is refused. */
function sameEndpoints({ answers, around }: Looked): WizardCheck[] {
  const seen = new Map<string, string>()
  for (const row of around.estate.rows) {
    const found = row.kind === 'vpnSite' ? around.estate.resources.get(row.key) : undefined
    if (found?.kind !== 'vpnSite') continue
    for (const { ipAddress, fqdn } of found.links) {
      const endpoint = (ipAddress ?? fqdn ?? '').toLowerCase()
      if (endpoint !== '') seen.set(endpoint, found.name)
    }
  }
  return answers.sites.flatMap((site, index): WizardCheck[] => {
    if (site.use === 'existing') return []
    const own = siteNameOf(site) || `site ${index + 1}`
    const met = site.links.flatMap(({ endpoint }, at) => {
      const key = endpoint.trim().toLowerCase()
      const owner = key === '' ? undefined : seen.get(key)
      if (owner !== undefined && nameKey(owner) !== nameKey(site.name))
        return { at, text: endpoint.trim(), owner }
      if (key !== '') seen.set(key, siteNameOf(site))
      return []
    })
    const [first] = met
    if (!first) return []
    const words = met.map(({ text, owner }) => `${text} of ${own} is that of ${owner} too`)
    return [
      advice(
        'same-endpoint',
        ['sites', `sites.${index}.links.${first.at}.endpoint`],
        `${sentenceList(words)}. The gateway tells devices apart by their address.`,
      ),
    ]
  })
}
