import { useEstate } from '../../queries/use-estate.ts'
import { ResourcesPage } from './ResourcesPage.tsx'

/** `/resources?…`: one list over everything, its whole view in the address. */
export function Component() {
  const { estate, phase, error, refresh } = useEstate()
  return <ResourcesPage estate={estate} phase={phase} error={error} onRefresh={refresh} />
}
