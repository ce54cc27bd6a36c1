import { createContext, useContext } from 'react'
import type { Check } from '../../model/plan/check.ts'
import type { Said } from '../../ui/wizard/said.ts'

/** A check without what mends it, which only its own wizard can do. */
export type ShownCheck = Omit<Check<string, never>, 'remedy'>

/** A step, and what it is called. */
export interface StepTitle {
  id: string
  title: string
  /** There is nothing to ask in it as things are: Next and Back go past it. */
  passed?: true
}

/** What the parts of a wizard's pages know of the wizard around them, whatever it asks. */
export interface ShownWizard {
  /** What it sets up: `Site-to-site VPN`. */
  name: string
  /** Where its drafts are, and its steps below: `/create/site-to-site`. */
  home: string
  /** The step that is shown. */
  step: string
  /** In their order. */
  steps: readonly StepTitle[]
  /** Of the draft; absent until something was chosen or typed. */
  draft?: string
  /** Milliseconds since the epoch when the draft was kept. */
  savedAt?: number
  /** Of every step, whether or not they are told by now. */
  checks: readonly ShownCheck[]
  /** Whether a check is told by now: not where a field is empty that nobody came to yet. */
  isTold(check: ShownCheck): boolean
  /** What is told of a field, and of what lies in it. */
  said(field: string): readonly Said[]
  /** Why a field that nobody touched has what it has. */
  reason(field: string): string | undefined
  /** What a check says where it does not stand beside its field: with the field's name. */
  placed(check: ShownCheck): string
  /** Next was pressed on a step: from now on all of its checks are told. @returns what names the draft in an address */
  leave(step: string): Promise<string>
  isLeft(step: string): boolean
  pathOf(step: string): string
  /** Back to the list of drafts; everything is kept already. */
  close(): void
  discard(): void
}

export const ShownWizardContext = createContext<ShownWizard | undefined>(undefined)

export function useShownWizard(): ShownWizard {
  const wizard = useContext(ShownWizardContext)
  if (!wizard) throw new Error('useShownWizard needs a wizard above it')
  return wizard
}

export function titleOf(step: string, { steps }: Pick<ShownWizard, 'steps'>): string {
  return steps.find(({ id }) => id === step)?.title ?? step
}

/** The page of a step, with what names the draft or the run. */
export function stepPath(step: string, search: string, { home }: Pick<ShownWizard, 'home'>): string {
  return `${home}/${step}${search}`
}

/** The next step that asks something, or the one before. */
export function neighbour(
  { step, steps }: Pick<ShownWizard, 'step' | 'steps'>,
  way: 'next' | 'back',
): StepTitle | undefined {
  const at = steps.findIndex(({ id }) => id === step)
  if (at < 0) return undefined
  const others = way === 'next' ? steps.slice(at + 1) : steps.slice(0, at).toReversed()
  return others.find(({ passed }) => passed !== true)
}
