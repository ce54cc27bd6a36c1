import { DraftsPage } from '../../components/wizard/DraftsPage.tsx'
import { useRuns } from '../../queries/use-run.ts'
import { useWizardDrafts, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { MOST_DRAFTS } from '../../queries/wizard-drafts.ts'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** Site-to-site set-ups that were begun. */
export function Drafts({ gone = false }: { gone?: boolean }) {
  const stores = useWizardStores()
  return (
    <DraftsPage
      title={TITLE}
      lead="Site-to-site VPN, from nothing to a verified tunnel. Drafts are kept in this browser, without keys."
      nameless="No gateway chosen yet"
      home={HOME}
      steps={STEP_TITLES}
      last="review"
      drafts={useWizardDrafts(WIZARD)}
      runs={useRuns()}
      most={MOST_DRAFTS}
      gone={gone}
      onDiscard={(key) => {
        stores.keys.forget(key)
        stores.drafts.discard(key)
      }}
    />
  )
}
