import { useMemo } from 'react'
import { gathered } from '../../components/wizard/gathered.ts'
import { useDraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import type { Answers, Keys, Step } from '../../model/express-route/answers.ts'
import { checksOf } from '../../model/express-route/checks-of.ts'
import { defaultReason } from '../../model/express-route/default-reason.ts'
import { isMicrosoftAsked } from '../../model/express-route/microsoft.ts'
import { circuitNameOf } from '../../model/express-route/place.ts'
import { planOf } from '../../model/express-route/plan-of.ts'
import { meantKeys } from '../../model/express-route/secrets.ts'
import { settled, withGoal } from '../../model/express-route/settled.ts'
import { stepsPassedOver } from '../../model/express-route/where-it-stands.ts'
import { touching } from '../../model/wizard/touched.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { useExpressRouteSurroundings } from '../../queries/use-express-route-surroundings.ts'
import { useWizardKeys, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { isTold } from './is-told.ts'
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
  const around = useExpressRouteSurroundings(base)
  const kept = useWizardKeys(draft?.key ?? '')
  // Providers and regions come after the start; what nobody chose yet follows them.
  const answers = useMemo(() => (draft ? base : settled(base, around)), [draft, base, around])
  const keys = kept ?? NO_KEYS
  const checks = useMemo(
    () => gathered(checksOf(answers, keys, around), 'Resiliency'),
    [answers, keys, around],
  )
  const plans = useMemo(
    () => ({ order: planOf(answers, around, 'order'), connect: planOf(answers, around, 'connect') }),
    [answers, around],
  )
  const steps = useMemo(() => {
    const passed = stepsPassedOver(answers, around)
    // Who asks for no Microsoft peering sees nothing of it, but on its own address.
    const shown = STEP_TITLES.filter(
      ({ id }) => id !== 'microsoft' || step === id || isMicrosoftAsked(answers, around),
    )
    return shown.map((one) => (passed.has(one.id) ? { ...one, passed: true as const } : one))
  }, [answers, around, step])
  const drafted = useDraftedWizard<Answers, Step>({
    wizard: WIZARD,
    name: 'ExpressRoute',
    home: HOME,
    step,
    steps,
    draft,
    answers,
    checks,
    isTold: (check, left) => isTold(check, answers, left, keys),
    reason: (field) => defaultReason(field, answers, around),
    placed: (check) => withPlace(check, answers),
    nameOf: ({ circuits }) =>
      circuits
        .map(circuitNameOf)
        .filter((name) => name !== '')
        .join(', '),
    changed: (next, field) => settled(touching(next, field), around),
    secrets: kept,
    secretsOf: (next) => meantKeys(next, keys),
    stores,
    onMade,
  })
  return {
    ...drafted,
    around,
    keys,
    plans,
    phase: ['resiliency', 'circuits', 'order', 'ordered'].includes(step) ? 'order' : 'connect',
    setGoal: (goal) => drafted.put(withGoal(answers, { ...answers.goal, ...goal }, around)),
  }
}
