import { count } from '../format.ts'
import { regionName } from '../resources/regions.ts'
import type { Estate } from '../estate.ts'
import type { VirtualHub, VirtualWan } from '../resources/virtual-wan.ts'
import { compareVerdicts, type Verdict } from '../status/verdict.ts'
import type { HubChildren } from './hub-children.ts'
import { hubStates, isRouted } from './readiness.ts'
import { hubsOf, siteConnectionsOf } from './wan-parts.ts'
import { wanTypeOf } from './wan-types.ts'

/** A hub's box in the picture of a WAN. */
export interface MeshHub {
  id: string
  name: string
  verdict: Verdict
  where: string
  /** Short lines under the name. */
  facts: string[]
  isRouted: boolean
}

/** Hubs, and what joins each with each. */
export interface HubMesh {
  hubs: MeshHub[]
  /** How many are not drawn; the worst are. */
  more: number
  /** Pairs of places in `hubs`; `carries` where both routers do. */
  lines: { from: number; to: number; carries: boolean }[]
  /** The picture as a sentence. */
  words: string
}

/** More boxes than this have no room beside each other. */
const DRAWN = 5

/** @param children of each hub, by its key, as far as they were read */
export function hubMesh(
  wan: VirtualWan,
  estate: Estate,
  children: ReadonlyMap<string, HubChildren>,
): HubMesh {
  const { hubs: all } = hubsOf(wan, estate)
  const worst = all.toSorted((a, b) => compareVerdicts(verdictOf(a, estate), verdictOf(b, estate)))
  const drawn = new Set(worst.slice(0, DRAWN))
  const shown = all.filter((hub) => drawn.has(hub))
  const hubs = shown.map((hub) => boxOf(hub, estate, children.get(hub.key)?.connections?.length))
  const joined = wanTypeOf(wan) === 'standard'
  const lines = joined
    ? hubs.flatMap((one, from) =>
        hubs.slice(from + 1).map((other, at) => ({
          from,
          to: from + 1 + at,
          carries: one.isRouted && other.isRouted,
        })),
      )
    : []
  return { hubs, more: all.length - shown.length, lines, words: wordsOf(wan, all) }
}

function verdictOf(hub: VirtualHub, estate: Estate): Verdict {
  return estate.judgement(hub.key)?.verdict ?? 'notChecked'
}

function boxOf(hub: VirtualHub, estate: Estate, networks: number | undefined): MeshHub {
  const [own, router] = hubStates(hub)
  const sites = siteConnectionsOf(hub, estate).length
  return {
    id: hub.id,
    name: hub.name,
    verdict: verdictOf(hub, estate),
    where: regionName(hub.location ?? ''),
    facts: [
      hub.addressPrefix ?? 'no address prefix given',
      `hub ${own.value ?? 'state not given'}`,
      `router ${router.value ?? 'state not given'}`,
      `${count(sites, 'site')}, ${networks === undefined ? 'networks not read' : count(networks, 'network')}`,
    ],
    isRouted: isRouted(hub),
  }
}

function wordsOf(wan: VirtualWan, hubs: readonly VirtualHub[]): string {
  if (hubs.length === 0)
    return wan.hubIds.length === 0
      ? 'This WAN has no hub yet.'
      : `What joins its ${count(wan.hubIds.length, 'hub')} is told once they are read.`
  switch (wanTypeOf(wan)) {
    case 'basic':
      return hubs.length === 1
        ? 'A Basic WAN routes nothing between hubs.'
        : `Nothing joins its ${count(hubs.length, 'hub')}: a Basic WAN routes nothing between them.`
    case 'unknown':
      return 'Whether its hubs are joined is not known, since its type is not.'
    case 'standard':
      break
  }
  if (hubs.length === 1) return 'Its only hub; others that are added are joined with it by themselves.'
  const waiting = hubs.filter((hub) => !isRouted(hub))
  const joined = `Each of its ${hubs.length} hubs is joined with each other by Azure itself.`
  if (waiting.length === 0) return joined
  const names = waiting.map(({ name }) => name).join(', ')
  return `${joined} Nothing reaches ${names} from the others as long as ${waiting.length === 1 ? 'its router is' : 'their routers are'} not Provisioned.`
}
