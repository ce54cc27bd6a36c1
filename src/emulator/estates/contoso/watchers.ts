import type { EstateResource, EstateResourceGroup, EstateSubscription } from '../estate.ts'
import { resource } from '../build/build.ts'
import { connectivity, groups, lab, production } from './places.ts'

/** Where Azure puts a watcher with the first network of a region; the group is where the first of all networks was. */
const group = ({ subscriptionId }: EstateSubscription): EstateResourceGroup => ({
  subscriptionId,
  name: 'NetworkWatcherRG',
  location: 'westeurope',
})

export const watcherGroups = [connectivity, production, lab].map(group)

/** One for each region that has a group of the company. */
export const watchers: EstateResource[] = watcherGroups.flatMap((one) =>
  [...regionsOf(one.subscriptionId)].map((location) =>
    resource(one, 'networkWatchers', `NetworkWatcher_${location}`, { runningOperationIds: [] }, { location }),
  ),
)

function regionsOf(subscriptionId: string): Set<string> {
  return new Set(
    Object.values(groups).flatMap((one) => (one.subscriptionId === subscriptionId ? [one.location] : [])),
  )
}
