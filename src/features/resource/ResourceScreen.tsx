import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate } from 'react-router-dom'
import { errorOf } from './error-of.ts'
import { keyOf, resourcePath } from '../../model/paths.ts'
import type { TabId } from '../../model/resources/kinds.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { resourceQuery } from '../../queries/resource-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { Actions } from './Actions.tsx'
import { Children } from './Children.tsx'
import { Problem } from './Problem.tsx'
import { ResourcePage } from './ResourcePage.tsx'
import { ResourceSkeleton } from './ResourceSkeleton.tsx'

/** Reads one resource: at once what the inventory knows of it, then its own answer. */
export function ResourceScreen({ id, tab }: { id: string; tab: TabId }) {
  const { estate } = useEstate()
  const demo = useDemo()
  const { data, error, isFetching, refetch } = useQuery(resourceQuery(useAzure(), id))
  const resource = newer(data, estate.resources.get(keyOf(id)))
  const problem = error === null ? undefined : errorOf(error)

  if (!resource) {
    if (!problem) return <ResourceSkeleton id={id} tab={tab} />
    return (
      <Problem
        id={id}
        error={problem}
        rows={estate.rows}
        reading={isFetching}
        onTryAgain={() => void refetch()}
      />
    )
  }
  const subscription = estate.subscriptions.find(
    ({ subscriptionId }) => subscriptionId.toLowerCase() === resource.subscriptionId.toLowerCase(),
  )
  return (
    <>
      {data && data.id !== id && <Navigate replace to={resourcePath(data.id, tab)} />}
      <ResourcePage
        resource={resource}
        estate={estate}
        tab={tab}
        problem={problem}
        actions={
          <Actions
            id={resource.id}
            tenantId={subscription?.tenantId}
            demo={demo !== undefined}
            reading={isFetching}
            onRefresh={() => void refetch()}
          />
        }
      >
        <Children resource={resource} estate={estate} />
      </ResourcePage>
      <DetailMark />
    </>
  )
}

function newer(a: Resource | undefined, b: Resource | undefined): Resource | undefined {
  if (!a || !b) return a ?? b
  return b.readAt > a.readAt ? b : a
}

/** Tells measurements when the first content of a resource was painted. */
function DetailMark() {
  // A mark belongs to the browser's timeline, and only a frame knows that it was painted.
  useEffect(() => {
    const frame = requestAnimationFrame(() => performance.mark('hub:detail'))
    return () => cancelAnimationFrame(frame)
  }, [])
  return null
}
