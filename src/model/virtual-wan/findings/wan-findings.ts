import type { Estate } from '../../estate.ts'
import { count, sentenceList } from '../../format.ts'
import type { VirtualHub, VirtualWan } from '../../resources/virtual-wan.ts'
import type { HubChildren } from '../hub-children.ts'
import { policyFor } from '../hub-routing.ts'
import { hubsOf, sitesOf } from '../wan-parts.ts'
import { placedSites } from '../wan-sites.ts'
import { wanTypeOf } from '../wan-types.ts'
import { worstFirst, type WanFinding } from './wan-finding.ts'

const MANY = 3

/**
 * What may be better in a WAN (Virtual WAN 15.1).
 * @param children of each hub, by its key; of what was not read nothing is said
 */
export function wanFindings(
  wan: VirtualWan,
  estate: Estate,
  children: ReadonlyMap<string, HubChildren>,
): WanFinding[] {
  const { hubs } = hubsOf(wan, estate)
  return worstFirst(
    [
      basic(wan),
      encryption(wan),
      onlyHub(wan, hubs),
      privatePolicy(hubs, children),
      ...sitesWithOneLink(wan, estate),
      unconnected(wan, estate),
    ].filter((one) => one !== undefined),
  )
}

function basic(wan: VirtualWan): WanFinding | undefined {
  if (wanTypeOf(wan) !== 'basic') return undefined
  return {
    rule: 'VW-001',
    severity: 'high',
    what: 'The WAN is Basic',
    why: 'A Basic WAN joins no hubs, no virtual networks, no circuits and no people: only site-to-site VPN to one hub.',
    change: 'Make it Standard where any of that is wanted. There is no way back to Basic.',
    source: 'Microsoft: Basic and Standard virtual WANs; Azure Proactive Resiliency Library',
  }
}

function encryption(wan: VirtualWan): WanFinding | undefined {
  if (!wan.disableVpnEncryption) return undefined
  return {
    rule: 'VW-028',
    severity: 'medium',
    what: 'VPN encryption is off',
    why: 'Tunnels of its branches carry traffic in clear text.',
    change: 'Switch the encryption on, unless something else encrypts what is sent.',
    source: 'Microsoft: properties of a virtual WAN',
  }
}

function onlyHub(wan: VirtualWan, hubs: readonly VirtualHub[]): WanFinding | undefined {
  const critical = Object.entries(wan.tags).some(
    ([name, value]) =>
      /critical/i.test(value) || (/critical/i.test(name) && /^(high|yes|true)$/i.test(value)),
  )
  if (hubs.length !== 1 || !critical) return undefined
  return {
    rule: 'VW-007',
    severity: 'hint',
    what: 'Its only hub stands in one region, and its tags call it critical',
    why: 'Whatever is connected to the hub is cut off when its region fails.',
    change: 'Add a hub in a second region, and connect what matters to both.',
    source: 'Microsoft: Virtual WAN FAQ',
  }
}

function privatePolicy(
  hubs: readonly VirtualHub[],
  children: ReadonlyMap<string, HubChildren>,
): WanFinding | undefined {
  const read = hubs.flatMap((hub) => {
    const own = children.get(hub.key)?.intents
    return own === undefined ? [] : [{ hub, has: policyFor(own, 'PrivateTraffic') !== undefined }]
  })
  const without = read.filter(({ has }) => !has).map(({ hub }) => hub.name)
  if (without.length === 0 || without.length === read.length) return undefined
  return {
    rule: 'VW-023',
    severity: 'medium',
    what: `Private traffic is inspected in some hubs only; not in ${sentenceList(without)}`,
    why: 'Traffic between two hubs may be inspected on its way there and not on its way back, which a stateful firewall drops.',
    change: 'Give every hub of the WAN a private routing policy, or none.',
    source: 'Microsoft: routing intent and routing policies',
  }
}

function sitesWithOneLink(wan: VirtualWan, estate: Estate): WanFinding[] {
  const single = sitesOf(wan, estate).filter(({ links }) => links.length === 1)
  const [first] = single
  if (first === undefined) return []
  const names = single.slice(0, MANY).map(({ name }) => name)
  if (single.length > MANY) names.push(count(single.length - MANY, 'more', 'more'))
  return [
    {
      rule: 'VW-008',
      severity: 'medium',
      what: `${count(single.length, 'site')} ${single.length === 1 ? 'has' : 'have'} one link: ${sentenceList(names)}`,
      why: 'A site with one link is cut off when its internet provider fails.',
      change: 'Add a second link, of another provider and on another device.',
      source: 'Azure Proactive Resiliency Library',
      ...(single.length === 1 && { about: first.id }),
    },
  ]
}

function unconnected(wan: VirtualWan, estate: Estate): WanFinding | undefined {
  const alone = placedSites(wan, estate).filter(({ connection }) => connection === undefined)
  if (alone.length === 0) return undefined
  const names = alone.slice(0, MANY).map(({ site, id }) => site?.name ?? id)
  if (alone.length > MANY) names.push(count(alone.length - MANY, 'more', 'more'))
  return {
    rule: 'VW-031',
    severity: 'low',
    what: `${count(alone.length, 'site')} ${alone.length === 1 ? 'is' : 'are'} connected to no hub that was read: ${sentenceList(names)}`,
    why: 'A site carries nothing until it is connected to the VPN gateway of a hub.',
    change: 'Connect it, or delete it if the branch is gone.',
    source: 'Microsoft: create a site-to-site connection with Virtual WAN',
    ...(alone.length === 1 && alone[0] && { about: alone[0].id }),
  }
}
