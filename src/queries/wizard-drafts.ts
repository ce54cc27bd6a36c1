import { isJsonObject } from '../lib/json.ts'
import type { WizardDraft } from '../model/wizard/wizard-draft.ts'
import type { KeptList } from './kept-list.ts'

/** Drafts beyond this many: the oldest go, which the list of drafts says. */
export const MOST_DRAFTS = 30

/** The drafts of every wizard, of one account, in all tabs of the browser. */
export interface WizardDrafts {
  subscribe(listener: () => void): () => void
  /** Newest first; the same array until something changes. */
  list(): readonly WizardDraft[]
  keep(draft: WizardDraft): void
  discard(key: string): void
}

export function createWizardDrafts(kept: KeptList): WizardDrafts {
  const listeners = new Set<() => void>()
  let drafts: readonly WizardDraft[] | undefined
  const list = () => (drafts ??= readDrafts(kept.read()))
  const changed = () => {
    drafts = undefined
    for (const listener of listeners) listener()
  }
  kept.onChange(changed)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    list,
    keep({ key, ...draft }) {
      kept.write(key, { ...draft, left: [...draft.left] })
      const others = list().filter((one) => one.key !== key)
      for (const { key: old } of others.slice(MOST_DRAFTS - 1)) kept.write(old, undefined)
      changed()
    },
    discard(key) {
      kept.write(key, undefined)
      changed()
    },
  }
}

/** Storage is anybody's: what does not have the shape is passed over. */
function readDrafts(items: ReadonlyMap<string, unknown>): WizardDraft[] {
  const found = [...items].flatMap(([key, value]): WizardDraft[] => {
    if (!isJsonObject(value)) return []
    const { wizard, name, answers, left, at } = value
    if (typeof wizard !== 'string' || typeof name !== 'string' || typeof at !== 'number') return []
    if (!isJsonObject(answers) || !Array.isArray(left)) return []
    return [{ key, wizard, name, answers, left: left.filter((one) => typeof one === 'string'), at }]
  })
  return found.sort((one, other) => other.at - one.at)
}
