import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import type { Answers, Keys, Step } from '../../model/site-to-site/answers.ts'
import { checksOf } from '../../model/site-to-site/checks-of.ts'
import { settled, withGoal } from '../../model/site-to-site/defaults.ts'
import { madeConnections } from '../../model/site-to-site/made-connections.ts'
import { gatewayNameOf } from '../../model/site-to-site/place.ts'
import { planOf } from '../../model/site-to-site/plan-of.ts'
import { touching } from '../../model/wizard/touched.ts'
import { useSurroundings } from '../../queries/use-surroundings.ts'
import { useWizardKeys, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import type { WizardDraft } from '../../queries/wizard-drafts.ts'
import { gathered } from './gathered.ts'
import { isTold } from './is-told.ts'
import { completeKeys } from './made-keys.ts'
import { stepPath, WIZARD } from './steps.ts'
import type { StepCheck, Wizard } from './wizard.ts'

const NO_KEYS: Keys = {}

/**
 * The wizard over a draft, or before there is one: the first thing that is chosen or typed makes it.
 * @param base the draft's answers, or those to start with
 * @param onMade has the draft's key as soon as there is one, before the address has
 */
export function useWizardState(
  draft: WizardDraft | undefined,
  base: Answers,
  onMade: (key: string) => void,
): Wizard {
  const stores = useWizardStores()
  const navigate = useNavigate()
  const { search } = useLocation()
  const around = useSurroundings(base)
  const kept = useWizardKeys(draft?.key ?? '')
  // Regions and their zones come after the start; what nobody chose yet follows them.
  const answers = useMemo(() => (draft ? base : settled(base, around)), [draft, base, around])
  const keys = kept ?? NO_KEYS
  const checks = useMemo(() => gathered(checksOf(answers, keys, around)), [answers, keys, around])
  const plan = useMemo(() => planOf(answers, around), [answers, around])
  const made = useMemo(() => madeConnections(answers, around), [answers, around])
  const left = draft?.left ?? []
  const told = (check: StepCheck) => isTold(check, answers, left.includes(check.step), keys)

  async function keep(next: Answers, leaving?: Step): Promise<string> {
    const key = draft?.key ?? newKey()
    stores.drafts.keep({
      key,
      wizard: WIZARD,
      name: gatewayNameOf(next),
      answers: plain(next),
      left: leaving === undefined || left.includes(leaving) ? left : [...left, leaving],
      at: Date.now(),
    })
    // Not after a reload: whoever has the old key on a device must not get another one unasked.
    if (draft === undefined || kept !== undefined)
      stores.keys.set(key, completeKeys(next, keys, madeConnections(next, around)))
    const itsSearch = `?draft=${key}`
    if (draft === undefined) {
      onMade(key)
      await navigate({ search: itsSearch }, { replace: true })
    }
    return itsSearch
  }

  function edit(field: string, change: (answers: Answers) => Answers) {
    void keep(settled(touching(change(answers), field), around))
  }

  return {
    ...(draft && { draft: draft.key, savedAt: draft.at }),
    answers,
    around,
    keys,
    keysGone: draft !== undefined && kept === undefined,
    checks,
    plan,
    made,
    isTold: told,
    said: (field) =>
      checks
        .filter((check) => check.field === field && told(check))
        .map(({ is, text, remedy }) => ({
          is,
          text,
          ...(remedy && { remedy: { label: remedy.label, run: () => void keep(remedy.change(answers)) } }),
        })),
    edit,
    setGoal: (goal) => void keep(withGoal(answers, { ...answers.goal, ...goal }, around)),
    setKeys(next) {
      if (draft) stores.keys.set(draft.key, next)
    },
    makeKeys() {
      const { sites, connection } = answers
      // What is made has its key already: that one is left.
      const old = Object.fromEntries(Object.entries(keys).filter(([site]) => made.has(site)))
      const all = completeKeys({ sites, connection: { ...connection, key: 'generated' } }, old, made)
      if (draft) stores.keys.set(draft.key, all)
    },
    leave: (step) => keep(answers, step),
    isLeft: (step) => left.includes(step),
    pathOf: (step) => stepPath(step, draft ? `?draft=${draft.key}` : search),
    close: () => void navigate('/create/site-to-site'),
    discard() {
      if (draft) {
        stores.keys.forget(draft.key)
        stores.drafts.discard(draft.key)
      }
      void navigate('/create/site-to-site')
    },
  }
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** Answers are plain data, which their type does not say. */
function plain(answers: Answers): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(answers))
  return isJsonObject(copy) ? copy : {}
}
