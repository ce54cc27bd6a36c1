import { useEstate } from '../../queries/use-estate.ts'
import { ResourcesPage } from './ResourcesPage.tsx'
import { Snapshot } from './Snapshot.tsx'

/** `/resources?…`: one list over everything, its whole view in the address. */
export function Component() {
  const { estate, inventories, phase, error, refresh } = useEstate()
  const done = inventories.filter((inventory) => inventory.phase !== 'lists').length
  return (
    <ResourcesPage
      estate={estate}
      phase={phase}
      read={{ done, of: estate.subscriptions.length }}
      error={error}
      onRefresh={refresh}
      snapshot={<Snapshot />}
    />
  )
}
