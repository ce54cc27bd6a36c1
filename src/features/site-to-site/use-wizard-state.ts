import { useMemo } from 'react'
import { gathered } from '../../components/wizard/gathered.ts'
import { useDraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import type { Answers, Keys, Step } from '../../model/site-to-site/answers.ts'
import { checksOf } from '../../model/site-to-site/checks-of.ts'
import { defaultReason } from '../../model/site-to-site/default-reason.ts'
import { settled, withGoal } from '../../model/site-to-site/defaults.ts'
import { madeConnections } from '../../model/site-to-site/made-connections.ts'
import { gatewayNameOf } from '../../model/site-to-site/place.ts'
import { planOf } from '../../model/site-to-site/plan-of.ts'
import { touching } from '../../model/wizard/touched.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { useSurroundings } from '../../queries/use-surroundings.ts'
import { useWizardKeys, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { isTold } from './is-told.ts'
import { completeKeys } from './made-keys.ts'
import { HOME, STEP_TITLES, WIZARD } from './steps.ts'
import { withPlace } from './with-place.ts'
import type { Wizard } from './wizard.ts'

const NO_KEYS: Keys = {}

/**
 * The wizard over a draft, or before there is one.
 * @param base the draft's answers, or those to start with
 * @param onMade has the draft's key as soon as there is one, before the address has
 */
export function useWizardState(
  step: Step,
  draft: WizardDraft | undefined,
  base: Answers,
  onMade: (key: string) => void,
): Wizard {
  const stores = useWizardStores()
  const around = useSurroundings(base)
  const kept = useWizardKeys(draft?.key ?? '')
  // Regions and their zones come after the start; what nobody chose yet follows them.
  const answers = useMemo(() => (draft ? base : settled(base, around)), [draft, base, around])
  const keys = kept ?? NO_KEYS
  const checks = useMemo(() => gathered(checksOf(answers, keys, around), 'Goal'), [answers, keys, around])
  const plan = useMemo(() => planOf(answers, around), [answers, around])
  const made = useMemo(() => madeConnections(answers, around), [answers, around])
  const drafted = useDraftedWizard<Answers, Step>({
    wizard: WIZARD,
    name: 'Site-to-site VPN',
    home: HOME,
    step,
    steps: STEP_TITLES,
    draft,
    answers,
    checks,
    isTold: (check, left) => isTold(check, answers, left, keys),
    reason: (field) => defaultReason(field, answers, around),
    placed: (check) => withPlace(check, answers),
    nameOf: gatewayNameOf,
    changed: (next, field) => settled(touching(next, field), around),
    secrets: kept,
    secretsOf: (next) => completeKeys(next, keys, madeConnections(next, around)),
    stores,
    onMade,
  })
  return {
    ...drafted,
    around,
    keys,
    plan,
    made,
    setGoal: (goal) => drafted.put(withGoal(answers, { ...answers.goal, ...goal }, around)),
    freshKeys() {
      const { sites, connection } = answers
      // What is made has its key already: that one is left.
      const old = Object.fromEntries(Object.entries(keys).filter(([site]) => made.has(site)))
      return completeKeys({ sites, connection: { ...connection, key: 'generated' } }, old, made)
    },
  }
}
