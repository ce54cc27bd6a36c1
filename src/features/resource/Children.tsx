import { useQuery } from '@tanstack/react-query'
import type { Estate } from '../../model/estate.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { collectionQuery } from '../../queries/resource-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { childCollections, type ChildCollection } from './child-sections.ts'
import { ChildTable } from './ChildTable.tsx'
import { errorOf } from './error-of.ts'

interface ChildrenProps {
  resource: Resource
  estate: Estate
}

/** The children that are read for this page alone, one table for each collection. */
export function Children({ resource, estate }: ChildrenProps) {
  return childCollections(resource).map((collection) => (
    <Collection key={collection.segment} collection={collection} resource={resource} estate={estate} />
  ))
}

function Collection({ collection, resource, estate }: ChildrenProps & { collection: ChildCollection }) {
  const { data, error, refetch } = useQuery(
    collectionQuery(useAzure(), `${resource.id}/${collection.segment}`),
  )
  return (
    <ChildTable
      collection={collection}
      read={data}
      error={error === null ? undefined : errorOf(error)}
      estate={estate}
      onTryAgain={() => void refetch()}
    />
  )
}
