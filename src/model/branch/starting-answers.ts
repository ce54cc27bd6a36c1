import { PRESETS } from '../edits/ipsec-policy.ts'
import { keyOf } from '../paths.ts'
import { commonRegion, firstSubscription, subscriptionIn } from '../wizard/starting-place.ts'
import { touching } from '../wizard/touched.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Hub } from './answers.ts'
import { emptySite } from './empty.ts'
import { membersOf } from './members.ts'
import { settled } from './settled.ts'
import type { Surroundings } from './surroundings.ts'
import { hubFor } from './with-wan.ts'

/** What the wizard may be called from: ARM ids, or a region. */
export interface BranchStart {
  wanId?: string
  hubId?: string
  gatewayId?: string
  siteId?: string
  /** Short name of the region that somebody chose before: a hub there, or else a new one. */
  region?: string
  /** Scale units of a new VPN gateway that somebody reckoned before. */
  units?: string
}

/**
 * What the wizard begins with. A hub tells its virtual WAN, a gateway its hub, a site its virtual WAN. Without any of them the one virtual WAN that
 * is there is meant.
 */
export function startingAnswers(from: BranchStart, around: Surroundings): Answers {
  const { estate } = around
  const find = (id: string | undefined) => (id === undefined ? undefined : estate.resources.get(keyOf(id)))
  const [asked, gateway, site] = [find(from.hubId), find(from.gatewayId), find(from.siteId)]
  const hubId = from.hubId ?? (gateway?.kind === 'vpnGateway' ? gateway.virtualHubId : undefined)
  const named = asked ?? find(hubId)
  const hub = named?.kind === 'virtualHub' ? named : undefined
  const wanId =
    from.wanId ??
    hub?.virtualWanId ??
    (site?.kind === 'vpnSite' ? site.virtualWanId : undefined) ??
    onlyWan(around)
  const wan =
    wanId === undefined ? ({ is: 'new', name: '' } as const) : ({ is: 'existing', id: wanId } as const)
  const given = hubId === undefined ? hubIn(from.region, wan, around) : existingHub(hub?.id ?? hubId)
  const chosen = hub ?? find(given.existing)
  const subscriptionId = subscriptionIn(wanId ?? hubId) ?? firstSubscription(around)
  const region =
    chosen?.location ?? from.region ?? find(wanId)?.location ?? commonRegion(subscriptionId, around)
  const started: Answers = {
    goal: {
      subscriptionId,
      group: { is: 'new', name: '' },
      wan,
    },
    hub: {
      ...given,
      name: '',
      region,
      prefix: '',
      capacity: '2',
      preference: 'ExpressRoute',
      networks: [],
    },
    gateway: { name: '', units: from.units ?? '', internet: false },
    sites: [
      site?.kind === 'vpnSite' ? { ...emptySite([]), use: 'existing', existing: site.id } : emptySite([]),
    ],
    connection: {
      key: 'azure',
      protocol: 'IKEv2',
      policy: 'default',
      custom: PRESETS.Strong,
      bgp: true,
      defaultRoute: false,
      policyBased: false,
    },
    touched: [],
  }
  const sized = from.units === undefined ? started : touching(started, 'gateway.units')
  return settled(site ? touching(sized, 'sites.0.existing') : sized, around)
}

function existingHub(existing: string): Pick<Hub, 'use' | 'existing'> {
  return { use: 'existing', existing }
}

/** The hub of a virtual WAN in a region; where nobody chose one, whichever it has. */
function hubIn(region: string | undefined, wan: Chosen, around: Surroundings): Pick<Hub, 'use' | 'existing'> {
  if (region === undefined) return hubFor(wan, around)
  const hubs = wan.is === 'existing' ? (membersOf(around.estate).hubsOfWan.get(keyOf(wan.id)) ?? []) : []
  const there = hubs.find(({ location }) => location === region)
  return there ? existingHub(there.id) : { use: 'new', existing: '' }
}

/** The one Standard virtual WAN that is there; none where there are several, since nobody said which. */
function onlyWan({ estate }: Surroundings): string | undefined {
  const wans = estate.rows.filter(({ kind, key }) => {
    const found = kind === 'virtualWan' ? estate.resources.get(key) : undefined
    return found?.kind === 'virtualWan' && found.wanType?.toLowerCase() !== 'basic'
  })
  return wans.length === 1 ? wans[0]?.id : undefined
}
