import { useMemo, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { gathered } from '../../components/wizard/gathered.ts'
import { isTold } from '../../components/wizard/is-told.ts'
import { useDraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import { fieldIn } from '../../components/wizard/use-field-of-address.ts'
import { ONE_KEY, type Answers, type Keys, type Step } from '../../model/branch/answers.ts'
import { checksOf } from '../../model/branch/checks-of.ts'
import { defaultReason } from '../../model/branch/default-reason.ts'
import { hubNameOf, siteNameOf } from '../../model/branch/place.ts'
import { planOf } from '../../model/branch/plan-of.ts'
import { completeKeys } from '../../model/branch/secrets.ts'
import { settled } from '../../model/branch/settled.ts'
import { madeKey } from '../../model/edits/shared-key.ts'
import { count } from '../../model/format.ts'
import { touching } from '../../model/wizard/touched.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { useBranchSurroundings } from '../../queries/use-branch-surroundings.ts'
import { useWizardKeys, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { HOME, STEP_TITLES, WIZARD } from './steps.ts'
import { withPlace } from './with-place.ts'
import type { StepCheck, Wizard } from './wizard.ts'

const NO_KEYS: Keys = {}
/** Characters of a key made here, as elsewhere. */
const LENGTH = 48

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
  const around = useBranchSurroundings(base)
  const kept = useWizardKeys(draft?.key ?? '')
  const { hash, key: visit } = useLocation()
  const [shown, setShownAt] = useState<{ site: string; visit: string }>()
  // A link from another step names a field of a site, until another site is chosen in the list.
  const [, named] = shown?.visit === visit ? [] : (/^sites\.(\d+)/.exec(fieldIn(hash)) ?? [])
  const setShown = (site: string) => setShownAt({ site, visit })
  // Regions and groups come after the start; what nobody chose yet follows them.
  const answers = useMemo(() => (draft ? base : settled(base, around)), [draft, base, around])
  const keys = kept ?? NO_KEYS
  const checks = useMemo(
    () => gathered(checksOf(answers, keys, around), 'Virtual WAN'),
    [answers, keys, around],
  )
  const plan = useMemo(() => planOf(answers, around), [answers, around])
  const drafted = useDraftedWizard<Answers, Step>({
    wizard: WIZARD,
    name: 'Connect a branch',
    home: HOME,
    step,
    steps: STEP_TITLES,
    draft,
    answers,
    checks,
    // Keys are no answers: one that was typed is told as it stands.
    isTold: (check, left) =>
      (check.field === 'keys' && (keys[ONE_KEY] ?? '') !== '') || isTold(check, answers, left),
    reason: (field) => defaultReason(field, answers, around),
    placed: (check) => withPlace(check, answers),
    nameOf: draftName,
    changed: (next, field) => settled(touching(next, field), around),
    secrets: kept,
    secretsOf: (next) => completeKeys(next, keys, randomKey),
    stores,
    onMade,
  })
  return {
    ...drafted,
    around,
    keys,
    plan,
    shownSite: named === undefined ? shown?.site : answers.sites[Number(named)]?.key,
    showSite: setShown,
    leave(leaving, next) {
      const [first] = leaving === 'sites' ? wrongSites(checks) : []
      const site = first === undefined ? undefined : answers.sites[first]
      // Its form has to be there before the focus comes to the field.
      if (site) setShown(site.key)
      return drafted.leave(leaving, next)
    },
    makeKeys: () => drafted.setSecrets(completeKeys(answers, keys, randomKey)),
  }
}

function randomKey(): string {
  return madeKey(LENGTH, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
}

/** `97 branches to vhub-weu-01`, `site-lyon to vhub-weu-01`. */
function draftName(answers: Answers): string {
  const { sites } = answers
  const [first] = sites
  const hub = hubNameOf(answers)
  const what = sites.length > 1 ? count(sites.length, 'branch', 'branches') : first ? siteNameOf(first) : ''
  if (what === '') return hub
  return hub === '' ? what : `${what} to ${hub}`
}

/** Places of sites with something to put right, in their order. */
export function wrongSites(checks: readonly Pick<StepCheck, 'field' | 'is'>[]): number[] {
  const found = new Set<number>()
  for (const { field, is } of checks) {
    const [, index] = /^sites\.(\d+)/.exec(field) ?? []
    if (is === 'error' && index !== undefined) found.add(Number(index))
  }
  return [...found].toSorted((one, other) => one - other)
}
