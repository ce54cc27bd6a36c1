import { act, renderHook } from '@testing-library/react'
import { useState } from 'react'
import { MemoryRouter, useLocation } from 'react-router-dom'
import { expect, test } from 'vitest'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { useDraftedWizard } from './use-drafted-wizard.ts'

const STARTED = { name: 'from-the-address' }

/** A wizard of one step, over stores that are the test's own. */
function useTried() {
  const [draft, setDraft] = useState<WizardDraft>()
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>()
  const [kept] = useState(() => new Set<string>())
  const { search } = useLocation()
  const keep = (next: WizardDraft) => {
    kept.add(next.key)
    setDraft(next)
  }
  const wizard = useDraftedWizard<typeof STARTED, 'connection'>({
    wizard: 'tried',
    name: 'Tried',
    home: '/create/tried',
    step: 'connection',
    steps: [{ id: 'connection', title: 'Connection' }],
    draft,
    answers: STARTED,
    checks: [],
    isTold: () => false,
    reason: () => undefined,
    placed: () => '',
    nameOf: ({ name }) => name,
    changed: (next) => next,
    secrets,
    secretsOf: () => secrets ?? {},
    stores: {
      drafts: { keep, discard: () => setDraft(undefined) },
      keys: { set: (_, next) => setSecrets(next), forget: () => setSecrets(undefined) },
    },
    onMade: () => undefined,
  })
  return { wizard, draft, drafts: kept.size, secrets, search }
}

const tried = () =>
  renderHook(useTried, {
    wrapper: ({ children }) => (
      <MemoryRouter initialEntries={['/create/tried/connection?circuit=x']}>{children}</MemoryRouter>
    ),
  })

test('a secret that is typed first makes the draft, and stays', () => {
  const { result } = tried()
  act(() => result.current.wizard.setSecrets({ c1: 'k' }))
  expect(result.current.secrets).toEqual({ c1: 'k' })
  expect(result.current.draft?.answers).toEqual(STARTED)
  expect(result.current.search).toBe(`?draft=${result.current.draft?.key}`)
  act(() => result.current.wizard.setSecrets({ c1: 'key' }))
  expect(result.current.secrets).toEqual({ c1: 'key' })
  expect(JSON.stringify(result.current.draft)).not.toContain('"c1"')
})

test('a choice that brings a secret, made first, is one draft with both', () => {
  const { result } = tried()
  act(() => result.current.wizard.edit('key', () => ({ name: 'chosen' }), { c1: 'k' }))
  expect(result.current.drafts).toBe(1)
  expect(result.current.draft?.answers).toEqual({ name: 'chosen' })
  expect(result.current.secrets).toEqual({ c1: 'k' })
})
