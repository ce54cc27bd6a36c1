import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { heardInBrowser, keptList } from './kept-list.ts'
import { useOwner } from './use-owner.ts'
import type { WizardDraft } from '../model/wizard/wizard-draft.ts'
import { createWizardDrafts, type WizardDrafts } from './wizard-drafts.ts'
import { createWizardKeys, type WizardKeys } from './wizard-keys.ts'

interface Kept {
  drafts: WizardDrafts
  keys: WizardKeys
}

/** One for each cache: both are an account's, and outlive the page of a wizard. */
const made = new WeakMap<QueryClient, Kept>()

/** The drafts of this account's wizards, and the keys that go with them. */
export function useWizardStores(): Kept {
  const client = useQueryClient()
  const owner = useOwner()
  const known = made.get(client)
  if (known) return known
  const stores = {
    drafts: createWizardDrafts(keptList(() => localStorage, 'wizards.1', owner, heardInBrowser)),
    keys: createWizardKeys(),
  }
  made.set(client, stores)
  return stores
}

/** Newest first, of one wizard, whichever tab wrote them. */
export function useWizardDrafts(wizard: string): readonly WizardDraft[] {
  const { drafts } = useWizardStores()
  const all = useSyncExternalStore(drafts.subscribe, drafts.list)
  return all.filter((one) => one.wizard === wizard)
}

/** `undefined` where this page knows no key of the draft, as after a reload. */
export function useWizardKeys(draft: string): Readonly<Record<string, string>> | undefined {
  const { keys } = useWizardStores()
  return useSyncExternalStore(keys.subscribe, () => keys.of(draft))
}
