import { createContext, type ComponentType } from 'react'
import type { Estate } from '../../model/estate.ts'
import type { Kind, Resource, ResourceOf } from '../../model/resources/resource.ts'
import { isOfExpressRoute, type TabId } from '../../model/resources/tabs.ts'
import type { ActionForm } from './actions/action-form.ts'

export interface KindPageProps<R extends Resource = Resource> {
  resource: R
  estate: Estate
}

/** What a feature adds to the page of a kind. Each part is loaded when it is shown. */
export interface KindPage<R extends Resource = Resource> {
  /** First in the overview, in place of the strip and of the tables of states. */
  lead?: ComponentType<KindPageProps<R>>
  /** Under the strip, which stays. */
  steps?: ComponentType<KindPageProps<R>>
  tabs?: Partial<Record<TabId, ComponentType<KindPageProps<R>>>>
  /** In the menu of actions, after what the page itself has. */
  forms?: readonly ActionForm<R>[]
  /**
   * Where something is set up from it: first in the header.
   * @param beingRead the lists of the estate are not in yet, so what is missing from it may be there
   */
  goOn?: (resource: R, estate: Estate, beingRead: boolean) => readonly { label: string; to: string }[]
}

export type KindPages = { readonly [K in Kind]?: KindPage<ResourceOf<K>> } & {
  /** Tabs that every kind has. */
  readonly every?: Pick<KindPage, 'tabs'>
}

/** The app fills it: a feature knows no other. */
export const KindPagesContext = createContext<KindPages>({})

/** What is added for a resource; every part of it takes resources of this kind. */
export function kindPageOf(pages: KindPages, resource: Resource): KindPage {
  // The map gives each kind parts for that kind alone, which an index by `resource.kind` cannot say.
  const own = (pages[resource.kind] ?? {}) as KindPage
  const tabs = { ...pages.every?.tabs, ...own.tabs }
  return isOfExpressRoute(resource) ? { tabs, ...(own.goOn && { goOn: own.goOn }) } : { ...own, tabs }
}
