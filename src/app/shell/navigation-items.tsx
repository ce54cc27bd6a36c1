import {
  AppsListRegular,
  BuildingMultipleRegular,
  CompassNorthwestRegular,
  HistoryRegular,
  HomeRegular,
  PlugConnectedAddRegular,
  ShieldAddRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { ServiceIcon } from '../../components/ServiceIcon.tsx'
import type { Estate } from '../../model/estate.ts'
import { listPath, readView, serviceOfView, servicePath } from '../../model/list/view.ts'
import { keyOf, parentId, readResourceAddress } from '../../model/paths.ts'
import { serviceName, SERVICES, type Service } from '../../model/resources/kinds.ts'

/** A page that is not built is not in the navigation. */
export type ItemId =
  | 'hub'
  | 'resources'
  | 'operations'
  | 'choose'
  | 'set-up-vpn'
  | 'set-up-expressroute'
  | 'set-up-branch'
  | Service

interface NavigationItem {
  id: ItemId
  label: string
  to: string
  icon: ReactNode
  /** A line stands above it. */
  begins?: true
}

export const NAVIGATION: readonly NavigationItem[] = [
  { id: 'hub', label: 'Hub', to: '/', icon: <HomeRegular /> },
  { id: 'resources', label: 'All resources', to: listPath(), icon: <AppsListRegular /> },
  ...SERVICES.map((service) => ({
    id: service,
    label: serviceName(service),
    to: servicePath(service),
    icon: <ServiceIcon service={service} />,
  })),
  {
    id: 'choose',
    label: 'Choose a solution',
    to: '/choose',
    icon: <CompassNorthwestRegular />,
    begins: true,
  },
  { id: 'set-up-vpn', label: 'Set up VPN', to: '/create/site-to-site', icon: <ShieldAddRegular /> },
  {
    id: 'set-up-expressroute',
    label: 'Set up ExpressRoute',
    to: '/create/expressroute',
    icon: <PlugConnectedAddRegular />,
  },
  { id: 'set-up-branch', label: 'Connect a branch', to: '/create/branch', icon: <BuildingMultipleRegular /> },
  { id: 'operations', begins: true, label: 'Operations', to: '/operations', icon: <HistoryRegular /> },
]

/** Where the person is. A resource's page belongs to its service, so `exact` tells the page itself from its surroundings. */
export function currentItem(
  location: { pathname: string; search: string },
  estate: Estate,
): { id: ItemId; exact: boolean } | undefined {
  if (location.pathname === '/') return { id: 'hub', exact: true }
  if (location.pathname === '/choose') return { id: 'choose', exact: true }
  if (location.pathname === '/operations') return { id: 'operations', exact: true }
  const setUp = NAVIGATION.find(({ id, to }) => id.startsWith('set-up') && location.pathname.startsWith(to))
  if (setUp) return { id: setUp.id, exact: location.pathname === setUp.to }
  if (location.pathname === '/resources') {
    return { id: serviceOfView(readView(location.search)) ?? 'resources', exact: true }
  }
  if (!location.pathname.startsWith('/resource')) return undefined
  const address = readResourceAddress(location.pathname, location.search)
  if (address.is !== 'resource') return undefined
  // What no list over a subscription has belongs to what it is in: the connection of a network to its hub.
  const parent = parentId(address.id)
  const row = estate.row(keyOf(address.id)) ?? (parent === undefined ? undefined : estate.row(keyOf(parent)))
  const service = row?.service
  return service && { id: service, exact: false }
}

/** How many resources each item leads to; nothing for the hub. */
export function itemCounts(estate: Estate): Partial<Record<ItemId, number>> {
  const counts: Partial<Record<ItemId, number>> = {}
  for (const { service } of estate.rows) {
    if (!service) continue
    counts.resources = (counts.resources ?? 0) + 1
    counts[service] = (counts[service] ?? 0) + 1
  }
  return counts
}
