import { type KindPages, KindPagesContext } from '../../features/resource/kind-pages.ts'
import { Component as ResourceRoute } from '../../features/resource/resource-route.tsx'

/** What the features of the services add to the page of a resource. */
const PAGES: KindPages = {}

export function Component() {
  return (
    <KindPagesContext value={PAGES}>
      <ResourceRoute />
    </KindPagesContext>
  )
}
