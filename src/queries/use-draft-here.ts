import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Estate } from '../model/estate.ts'
import type { WizardDraft } from '../model/wizard/wizard-draft.ts'
import { useEstate } from './use-estate.ts'
import { useRun } from './use-run.ts'
import { useWizardDrafts } from './use-wizard-drafts.ts'

interface DraftHere {
  /** `undefined` before anything was chosen or typed. */
  draft: WizardDraft | undefined
  /** The address names a draft that is not there, and no run. */
  isGone: boolean
  estate: Estate
  /** What is there decides what is proposed: a wizard begins when the lists are read. */
  isRead: boolean
  /** Has the key of a draft that is made now, a moment before the address has it. */
  onMade: (key: string) => void
}

/** The draft that an address is about. A run is shown by itself, with its draft where that is still there. */
export function useDraftHere(wizard: string): DraftHere {
  const [search] = useSearchParams()
  const { estate, phase, error } = useEstate()
  const drafts = useWizardDrafts(wizard)
  const [made, setMade] = useState<string>()
  const runKey = search.get('run') ?? undefined
  const run = useRun(runKey)
  const key = search.get('draft') ?? run?.origin.draft ?? made
  const draft = drafts.find((one) => one.key === key)
  return {
    draft,
    isGone: key !== undefined && !draft && runKey === undefined,
    estate,
    isRead: error !== undefined || phase === 'statuses' || phase === 'done',
    onMade: setMade,
  }
}
