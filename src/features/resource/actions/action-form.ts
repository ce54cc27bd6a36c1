import type { ComponentType } from 'react'
import type { Topic } from '../../../model/edits/topics.ts'
import type { Estate } from '../../../model/estate.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import type { TabId } from '../../../model/resources/tabs.ts'
import type { RightWords } from '../../../model/rights/words.ts'

/** The component of a form draws an `ActionDialog`; it stays, closed, so that it closes as it should. */
export interface ActionFormProps<R extends Resource = Resource> {
  resource: R
  estate: Estate
  open: boolean
  onClose: () => void
}

/** Why an action is not for this resource, whatever the rights: what is in the way, and what to do instead. */
export type Applies = 'yes' | Pick<RightWords, 'what' | 'remedy'>

/** Applies but for what is in the way, if anything is: one text, which tells what to do as well where there is something to do. */
export function because(why: string | undefined): Applies {
  return why === undefined ? 'yes' : { what: why, remedy: '' }
}

/** Groups of the menu, in their order. */
export const GROUPS = ['operate', 'configure', 'delete'] as const

/** One form of a resource's page. */
export interface ActionForm<R extends Resource = Resource> {
  topic: Topic
  /** A verb and what: "Reset gateway". */
  label: string
  group: (typeof GROUPS)[number]
  /** A button of its own in the header; a kind has one or two. */
  inHeader?: true
  applies: (resource: R) => Applies
  /** The right it needs, in ARM's spelling. */
  needs: string
  /** The tab of the page that has it, where no dialog does. */
  tab?: TabId
  /** Loaded when it is opened. Absent: the page itself has it, in its overview or in `tab`. */
  form?: ComponentType<ActionFormProps<R>>
}
