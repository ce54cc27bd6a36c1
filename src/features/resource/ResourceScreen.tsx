import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, use, useEffect, useRef } from 'react'
import { Navigate, useSearchParams } from 'react-router-dom'
import { keyOf, PUT_BACK, resourcePath } from '../../model/paths.ts'
import type { TabId } from '../../model/resources/tabs.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { collectionQuery, resourceQuery } from '../../queries/resource-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { Actions } from './Actions.tsx'
import { ActionBar } from './actions/ActionBar.tsx'
import { formsOf } from './actions/forms.ts'
import { OpenForm } from './actions/OpenForm.tsx'
import { useDeleted } from './actions/use-deleted.ts'
import { WritesBar } from './actions/WritesBar.tsx'
import { GoOn } from './GoOn.tsx'
import { childCollections } from './child-sections.ts'
import { Children } from './Children.tsx'
import { errorOf } from './error-of.ts'
import { kindPageOf, KindPagesContext } from './kind-pages.ts'
import { Problem } from './Problem.tsx'
import { ResourcePage } from './ResourcePage.tsx'
import { ResourceSkeleton } from './ResourceSkeleton.tsx'
import { TagsEditing } from './tags/TagsEditing.tsx'

const PutBackAsked = lazy(async () => ({
  default: (await import('./actions/PutBackAsked.tsx')).PutBackAsked,
}))

/** Reads one resource: at once what the inventory knows of it, then its own answer. */
export function ResourceScreen({ id, tab }: { id: string; tab: TabId }) {
  const { estate, phase, error: noEstate } = useEstate()
  const beingRead = noEstate === undefined && (phase === 'starting' || phase === 'lists')
  const demo = useDemo()
  const azure = useAzure()
  const client = useQueryClient()
  const { data, error, isFetching, refetch } = useQuery(resourceQuery(azure, id))
  const wasDeleted = useDeleted(id)
  const resource = current(data, estate.resources.get(keyOf(id)))
  const problem = error === null ? undefined : errorOf(error)

  const deleted = wasDeleted && problem?.kind === 'notFound'
  const pages = use(KindPagesContext)
  const page = resource && kindPageOf(pages, resource)
  const forms = resource && page ? formsOf(resource, page) : []
  const goOn = (resource && page?.goOn?.(resource, estate, beingRead)) ?? []
  const bar = useRef<HTMLDivElement>(null)
  const putBack = useSearchParams()[0].get(PUT_BACK)

  const [, , subscriptionId = ''] = id.split('/')
  const subscription = estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
  )
  function refresh() {
    void refetch()
    if (!resource) return
    for (const { segment } of childCollections(resource)) {
      void client.invalidateQueries(collectionQuery(azure, `${resource.id}/${segment}`))
    }
  }
  const actions = (
    <>
      {goOn.map((one, at) => (
        <GoOn key={one.to} {...one} first={at === 0} />
      ))}
      {resource && <ActionBar ref={bar} resource={resource} forms={forms} />}
      <Actions
        id={resource?.id ?? id}
        tenantId={subscription?.tenantId}
        demo={!demo ? 'none' : demo.opened ? 'file' : 'made up'}
        reading={isFetching}
        onRefresh={refresh}
      />
    </>
  )

  if (!resource) {
    if (!problem) return <ResourceSkeleton id={id} tab={tab} actions={actions} />
    return (
      <>
        {!deleted && <WritesBar id={id} />}
        <Problem
          id={id}
          error={problem}
          deleted={deleted}
          rows={estate.rows}
          demo={demo !== undefined}
          reading={isFetching}
          onTryAgain={() => void refetch()}
        />
      </>
    )
  }
  return (
    <>
      {data && data.id !== id && <Navigate replace to={resourcePath(data.id, tab)} />}
      <ResourcePage
        resource={resource}
        estate={estate}
        beingRead={beingRead}
        tab={tab}
        problem={problem}
        actions={actions}
        writes={
          <>
            <WritesBar id={resource.id} resource={resource} />
            {putBack !== null && (
              <Suspense>
                <PutBackAsked resource={resource} operation={putBack} />
              </Suspense>
            )}
          </>
        }
        tagsEditing={<TagsEditing resource={resource} />}
      >
        <Children resource={resource} estate={estate} />
      </ResourcePage>
      <OpenForm resource={resource} estate={estate} forms={forms} bar={bar} />
      <DetailMark />
    </>
  )
}

/** Its own answer, which knows more than a list does, unless the estate has learnt of a change since. */
function current(own: Resource | undefined, known: Resource | undefined): Resource | undefined {
  if (!own || !known) return own ?? known
  const knowsLess = known.source === 'list' || known.source === 'graph'
  // Resource Graph has no etag.
  const written = known.etag !== undefined && known.etag !== own.etag
  const changed = written || known.provisioningState !== own.provisioningState
  return known.readAt > own.readAt && (changed || !knowsLess) ? known : own
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
