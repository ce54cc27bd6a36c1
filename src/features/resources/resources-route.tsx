import { useEstate } from '../../queries/use-estate.ts'
import { useInventories } from '../../queries/use-inventories.ts'
import { ResourcesPage } from './ResourcesPage.tsx'
import { Snapshot } from './Snapshot.tsx'

/** `/resources?…`: one list over everything, its whole view in the address. */
export function Component() {
  const { estate, phase, error, refresh } = useEstate()
  const { subscriptions, inventories } = useInventories()
  const done = inventories.filter((inventory) => inventory.phase !== 'lists').length
  return (
    <ResourcesPage
      estate={estate}
      phase={phase}
      read={{ done, of: subscriptions.length }}
      error={error}
      onRefresh={refresh}
      snapshot={<Snapshot />}
    />
  )
}
