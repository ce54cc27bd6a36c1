import { homeOf } from '../edits/site-surroundings.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteGateway } from '../resources/expressroute.ts'
import type { Resource } from '../resources/resource.ts'
import type { VirtualHub } from '../resources/virtual-wan.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import { gatewayOfNetwork } from '../wizard/network-gateways.ts'
import { touching } from '../wizard/touched.ts'
import type { Answers } from './answers.ts'
import type { Surroundings } from './surroundings.ts'

/** What circuits are to lead to: a gateway that is there, or what a new one goes into. */
export type Target =
  | { to: 'network'; gateway?: VirtualNetworkGateway; network?: VirtualNetwork }
  | { to: 'hub'; gateway?: ExpressRouteGateway; hub?: VirtualHub }

/** @returns `undefined` for what no circuit can lead to */
export function targetOf(resource: Resource, { estate }: Pick<Surroundings, 'estate'>): Target | undefined {
  const find = (id: string | undefined) => (id === undefined ? undefined : estate.resources.get(keyOf(id)))
  switch (resource.kind) {
    case 'virtualNetworkGateway': {
      const network = homeOf(resource, estate)
      const isRight = resource.gatewayType?.toLowerCase() === 'expressroute'
      // A VPN gateway tells the network; an ExpressRoute gateway may stand beside it.
      const gateway = isRight ? resource : network && gatewayOfNetwork(network.id, 'ExpressRoute', estate)
      if (!gateway && !network) return undefined
      return { to: 'network', ...(gateway && { gateway }), ...(network && { network }) }
    }
    case 'virtualNetwork': {
      const gateway = gatewayOfNetwork(resource.id, 'ExpressRoute', estate)
      return { to: 'network', network: resource, ...(gateway && { gateway }) }
    }
    case 'virtualHub': {
      const gateway = hubGateway(resource, estate)
      return { to: 'hub', hub: resource, ...(gateway && { gateway }) }
    }
    case 'expressRouteGateway': {
      const hub = find(resource.virtualHubId)
      return { to: 'hub', gateway: resource, ...(hub?.kind === 'virtualHub' && { hub }) }
    }
    default:
      return undefined
  }
}

/** The ExpressRoute gateway of a hub, as the hub tells or as itself does. */
export function hubGateway(hub: VirtualHub, estate: Surroundings['estate']): ExpressRouteGateway | undefined {
  const named = hub.expressRouteGatewayId && estate.resources.get(keyOf(hub.expressRouteGatewayId))
  if (named && named.kind === 'expressRouteGateway') return named
  for (const { key, kind } of estate.rows) {
    const found = kind === 'expressRouteGateway' ? estate.resources.get(key) : undefined
    if (found?.kind === 'expressRouteGateway' && keyOf(found.virtualHubId ?? '') === hub.key) return found
  }
  return undefined
}

/** Answers that lead to it: it was chosen, so no default takes its place. */
export function withTarget(answers: Answers, target: Target): Answers {
  const gateway: Answers['gateway'] = {
    ...answers.gateway,
    ...(target.gateway && { use: 'existing' as const, existing: target.gateway.id }),
    ...(target.to === 'network' &&
      target.network && { network: { is: 'existing' as const, id: target.network.id } }),
    ...(target.to === 'hub' && target.hub && { hub: target.hub.id }),
  }
  const there = target.gateway ?? (target.to === 'hub' ? target.hub : target.network)
  const chosen = [
    ...(target.gateway ? ['gateway.existing'] : []),
    ...(target.to === 'network' && target.network ? ['gateway.network'] : []),
    ...(target.to === 'hub' && target.hub ? ['gateway.hub'] : []),
  ]
  return {
    ...touching(answers, ...chosen),
    goal: { ...answers.goal, to: target.to },
    gateway: { ...gateway, region: there?.location ?? gateway.region },
  }
}

const OF_TARGET = ['gateway.use', 'gateway.existing', 'gateway.network', 'gateway.hub']

/** Answers that lead to nothing that was chosen: what was chosen before is proposed anew. */
export function withoutTarget(answers: Answers): Answers {
  return {
    ...answers,
    gateway: { ...answers.gateway, use: 'new', existing: '', network: { is: 'new', name: '' }, hub: '' },
    touched: answers.touched.filter((field) => !OF_TARGET.includes(field)),
  }
}

/** Answers that lead to a virtual network or hub by its ARM id: to its gateway, where it has one. */
export function withTargetId(answers: Answers, id: string, around: Surroundings): Answers {
  const named = around.estate.resources.get(keyOf(id))
  const target = named && targetOf(named, around)
  return target ? withTarget(withoutTarget(answers), target) : answers
}
