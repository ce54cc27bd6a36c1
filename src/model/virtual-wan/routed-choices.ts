import type { Routed } from '../diagnostics/hub-route.ts'
import type { Estate } from '../estate.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { VirtualHub } from '../resources/virtual-wan.ts'
import type { HubChildren } from './hub-children.ts'
import { gatewaysOf, siteConnectionsOf } from './wan-parts.ts'

/** Something whose effective routes a hub can be asked for. */
export interface RoutedChoice extends Routed {
  name: string
}

interface ChoiceGroup {
  title: string
  choices: RoutedChoice[]
}

/** What of a hub can be asked for its routes, as far as it was read; the default table first (Virtual WAN 9.4). */
export function routedChoices(hub: VirtualHub, estate: Estate, children: HubChildren): ChoiceGroup[] {
  const { expressRoute, pointToSite } = gatewaysOf(hub, estate)
  const circuits =
    expressRoute === undefined
      ? []
      : estate.links(expressRoute.key).flatMap(({ id, direction }) => {
          const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
          return one?.kind === 'expressRouteConnection' ? [one] : []
        })
  const groups: ChoiceGroup[] = [
    { title: 'Route tables', choices: choicesOf(children.tables ?? [], 'RouteTable') },
    {
      title: 'Virtual network connections',
      choices: choicesOf(children.connections ?? [], 'HubVirtualNetworkConnection'),
    },
    { title: 'Site connections', choices: choicesOf(siteConnectionsOf(hub, estate), 'VpnConnection') },
    { title: 'ExpressRoute connections', choices: choicesOf(circuits, 'ExpressRouteConnection') },
    {
      title: 'Point-to-site',
      choices: (pointToSite?.connectionConfigurationIds ?? []).map((resourceId) => ({
        resourceId,
        virtualWanResourceType: 'P2SConnection' as const,
        name: nameOfId(resourceId),
      })),
    },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

function choicesOf(
  all: readonly { id: string; name: string }[],
  virtualWanResourceType: Routed['virtualWanResourceType'],
): RoutedChoice[] {
  return all.map(({ id, name }) => ({ resourceId: id, virtualWanResourceType, name }))
}
