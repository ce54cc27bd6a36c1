/** Keys typed or made in a wizard, by draft and by what they are for: in the memory of this page and nowhere else. */
export interface WizardKeys {
  subscribe(listener: () => void): () => void
  /** The same object until it changes; `undefined` where this page knows none of the draft: it was loaded since. */
  of(draft: string): Readonly<Record<string, string>> | undefined
  set(draft: string, keys: Readonly<Record<string, string>>): void
  forget(draft: string): void
}

export function createWizardKeys(): WizardKeys {
  const listeners = new Set<() => void>()
  const known = new Map<string, Readonly<Record<string, string>>>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    of: (draft) => known.get(draft),
    set(draft, keys) {
      known.set(draft, keys)
      changed()
    },
    forget(draft) {
      if (known.delete(draft)) changed()
    },
  }
}
