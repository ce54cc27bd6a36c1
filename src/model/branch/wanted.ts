import { count, sentenceList } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { Answers, Site } from './answers.ts'
import {
  connectionBody,
  gatewayBody,
  hubBody,
  networkConnectionBody,
  prefixesOf,
  siteBody,
  wanBody,
} from './bodies.ts'
import { isWrittenAgain, networksOf, networkThere } from './networks.ts'
import {
  connectionNameOf,
  connectionThere,
  gatewayIdOf,
  gatewayThere,
  hubIdOf,
  isBasic,
  placeOf,
  plannedGatewayId,
  siteChosen,
  siteIdOf,
  usesBgp,
  wanIdOf,
} from './place.ts'
import { rememberedFor } from './remembered.ts'
import { secretsOfSite } from './secrets.ts'
import type { Surroundings } from './surroundings.ts'

const NETWORK = 'Microsoft.Network'

/** Everything that has to be there in the end and that the wizard makes, whether or not an earlier run has made it. */
export interface Wanted {
  /** The virtual WAN, the hub and its gateway, in this order. */
  base: PlannedResource[]
  sites: PlannedResource[]
  /** What is written into the hub one after another: virtual networks, then branches. */
  joined: PlannedResource[]
}

export const wantedResources = rememberedFor(wantedNow)

function wantedNow(answers: Answers, around: Surroundings): Wanted {
  const base = wantedBase(answers, around)
  const sites = answers.sites.flatMap((site) => wantedSite(site, base, answers, around))
  const below = base.map(({ id }) => id)
  const made = new Set(sites.map(({ id }) => keyOf(id)))
  return {
    base,
    sites,
    joined: [
      ...answers.hub.networks.flatMap((network) => wantedNetwork(network, below, answers, around)),
      ...answers.sites.flatMap((site) => wantedConnection(site, below, made, answers, around)),
    ],
  }
}

function wantedBase(answers: Answers, around: Surroundings): PlannedResource[] {
  const { goal, hub, gateway } = answers
  const { location } = placeOf(answers, around)
  const [wan, hubId] = [wanIdOf(answers, around), hubIdOf(answers)]
  const made: PlannedResource[] = []
  const after = () => made.slice(-1).map(({ id }) => id)
  if (goal.wan.is === 'new')
    made.push({
      id: wan,
      type: `${NETWORK}/virtualWans`,
      body: wanBody(location),
      dependsOn: [],
      settings: 'Standard',
    })
  if (hub.use === 'new')
    made.push({
      id: hubId,
      type: `${NETWORK}/virtualHubs`,
      body: hubBody(location, hub, { wan, basic: isBasic(answers, around) }),
      dependsOn: after(),
      settings: [hub.prefix.trim(), `${hub.capacity.trim()} routing units`].join(', '),
    })
  // One that is there is used as it is, whoever made it.
  if (!gatewayThere(answers, around))
    made.push({
      id: plannedGatewayId(answers, around),
      type: `${NETWORK}/vpnGateways`,
      body: gatewayBody(location, gateway, hubId),
      dependsOn: after(),
      settings: `${gateway.units.trim()} scale ${gateway.units.trim() === '1' ? 'unit' : 'units'}`,
    })
  return made
}

function wantedSite(
  site: Site,
  base: readonly PlannedResource[],
  answers: Answers,
  around: Surroundings,
): PlannedResource[] {
  if (site.use === 'existing') return []
  const { location } = placeOf(answers, around)
  const wan = wanIdOf(answers, around)
  return [
    {
      id: siteIdOf(site, answers, around),
      type: `${NETWORK}/vpnSites`,
      body: siteBody(location, site, wan),
      dependsOn: base.filter(({ id }) => keyOf(id) === keyOf(wan)).map(({ id }) => id),
      settings: [
        site.links.map(({ endpoint }) => endpoint.trim()).join(' and '),
        sentenceList(prefixesOf(site)),
      ]
        .filter((one) => one !== '')
        .join(', '),
    },
  ]
}

function wantedConnection(
  site: Site,
  below: readonly string[],
  made: ReadonlySet<string>,
  answers: Answers,
  around: Surroundings,
): PlannedResource[] {
  const siteId = siteIdOf(site, answers, around)
  const name = connectionNameOf(site)
  // The gateway has it by another name: a rule tells, and it stays as it is.
  const there = connectionThere(site, answers, around)
  if (there && keyOf(there.name) !== keyOf(name)) return []
  const links = linksOf(site, answers, around)
  const { connection } = answers
  const secrets = secretsOfSite(site, links.length, answers)
  return [
    {
      id: `${gatewayIdOf(answers, around)}/vpnConnections/${name}`,
      type: `${NETWORK}/vpnGateways/vpnConnections`,
      body: connectionBody(connection, { id: siteId, links }),
      ...(secrets.length > 0 && { secrets }),
      dependsOn: [...below, ...(made.has(keyOf(siteId)) ? [siteId] : [])],
      settings: [
        count(links.length, 'link'),
        connection.protocol,
        links.some(({ bgp }) => bgp) ? 'BGP' : 'static routes',
        policyWords(connection.policy),
      ].join(', '),
    },
  ]
}

function linksOf(site: Site, answers: Answers, around: Surroundings): { name: string; bgp: boolean }[] {
  const there = siteChosen(site, around)
  return there
    ? there.links.map(({ name, asn }) => ({ name, bgp: usesBgp(asn, answers) }))
    : site.links.map(({ name, asn }) => ({ name: name.trim(), bgp: usesBgp(asn, answers) }))
}

function wantedNetwork(
  network: string,
  below: readonly string[],
  answers: Answers,
  around: Surroundings,
): PlannedResource[] {
  if (network === '') return []
  const there = networkThere(network, answers, around)
  if (there && !isWrittenAgain(there)) return []
  const name = there?.name ?? freeConnectionName(network, answers, around)
  return [
    {
      id: `${hubIdOf(answers)}/hubVirtualNetworkConnections/${name}`,
      ...(there && { again: true }),
      type: `${NETWORK}/virtualHubs/hubVirtualNetworkConnections`,
      body: networkConnectionBody(network),
      dependsOn: [...below],
      settings: 'default route table',
    },
  ]
}

/** Networks of one name in several resource groups come to one hub too, and its other connections have names already. */
function freeConnectionName(network: string, answers: Answers, around: Surroundings): string {
  const base = `hvc-${nameOfId(network)}`.slice(0, 76)
  const { networks } = answers.hub
  const before = networks.slice(0, Math.max(0, networks.indexOf(network)))
  const alike = before.filter(
    (one) => keyOf(nameOfId(one)) === keyOf(nameOfId(network)) && !networkThere(one, answers, around),
  ).length
  const taken = new Set(networksOf(hubIdOf(answers), around).map((one) => keyOf(one.name)))
  const free = Array.from({ length: taken.size + alike + 1 }, (_, at) =>
    at === 0 ? base : `${base}-${at + 1}`,
  ).filter((name) => !taken.has(keyOf(name)))
  return free[alike] ?? base
}

function policyWords(policy: Answers['connection']['policy']): string {
  switch (policy) {
    case 'default':
      return 'default policy'
    case 'custom':
      return 'custom policy'
    case 'Strong':
    case 'Compatible':
      return `policy ${policy}`
    default:
      return policy satisfies never
  }
}
