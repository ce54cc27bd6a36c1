import type { Estate } from '../estate.ts'
import { keyOf, parseArmId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { WriteFacts } from './write-facts.ts'

type Known = Pick<Estate, 'resources' | 'links'>

/**
 * Keys of what a write on a resource holds: what it lives in at the top, since parent and children are written as one
 * document, and for a connection the gateways it ends in. Two writes that share one must not overlap: Azure refuses the
 * second with 429 (ARM contract 5, `AnotherOperationInProgress`: "this or dependent resource"). What is in a virtual hub
 * holds the hub, which takes one change at a time (Virtual WAN document 14, no. 1).
 * @param estate finds the hub of what names a gateway alone
 */
export function heldBy(resource: Resource, estate?: Known): string[] {
  const held = [topOf(resource.id)]
  const hub = hubOf(resource, estate)
  if (hub !== undefined) held.push(keyOf(hub))
  for (const id of besides(resource)) held.push(topOf(id))
  for (const user of usersOf(resource, estate)) held.push(...heldBy(user, estate))
  return [...new Set(held)]
}

/** What a write on a resource holds, and the hub whose router has to be ready for it. */
export function heldInHub(resource: Resource, estate?: Known): Pick<WriteFacts, 'holds' | 'hub'> {
  const hub = hubOf(resource, estate)
  return { holds: heldBy(resource, estate), ...(hub !== undefined && { hub }) }
}

/** ARM id of the virtual hub a resource is, is in, or is a gateway of. */
function hubOf(resource: Resource, estate?: Known): string | undefined {
  switch (resource.kind) {
    case 'vpnGateway':
    case 'expressRouteGateway':
    case 'p2sVpnGateway':
      return resource.virtualHubId
    case 'vpnConnection':
    case 'expressRouteConnection': {
      const gateway = estate?.resources.get(keyOf(resource.gatewayId))
      return gateway && hubOf(gateway)
    }
    default:
      return hubIn(resource.id)
  }
}

/** The hub that an id names: itself, or what the resource lives in. */
function hubIn(id: string): string | undefined {
  return /^.*?\/providers\/microsoft\.network\/virtualhubs\/[^/]+/i.exec(id)?.[0]
}

/** What else is written with it. The subnets of a network must not change while a hub takes it in (Virtual WAN document 14, no. 11). */
function besides(resource: Resource): string[] {
  const ids = (...all: (string | undefined)[]): string[] =>
    all.filter((id): id is string => id !== undefined && id !== '')
  switch (resource.kind) {
    case 'connection':
      return ids(resource.gateway1Id, resource.gateway2Id)
    case 'hubVirtualNetworkConnection':
      return ids(resource.remoteVirtualNetworkId)
    case 'vpnConnection':
      return ids(resource.siteId)
    case 'p2sVpnGateway':
      return ids(resource.vpnServerConfigurationId)
    default:
      return []
  }
}

/** What Azure changes along with it: the connections of a site, the gateways of a server configuration. */
function usersOf(resource: Resource, estate: Known | undefined): Resource[] {
  if (estate === undefined) return []
  const found = (ids: readonly string[]) => ids.flatMap((id) => estate.resources.get(keyOf(id)) ?? [])
  switch (resource.kind) {
    case 'vpnSite':
      return found(estate.links(resource.key).map(({ id }) => id)).filter(
        ({ kind }) => kind === 'vpnConnection',
      )
    case 'vpnServerConfiguration':
      return found(resource.gatewayIds)
    default:
      return []
  }
}

/** The key of what a resource lives in at the top; its own where it is there itself. */
export function topOf(id: string): string {
  const below = (parseArmId(id)?.names.length ?? 1) - 1
  const segments = keyOf(id).split('/')
  return segments.slice(0, segments.length - 2 * below).join('/')
}
