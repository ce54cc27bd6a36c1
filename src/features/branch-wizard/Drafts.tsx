import { DraftsPage } from '../../components/wizard/DraftsPage.tsx'
import { useRuns } from '../../queries/use-run.ts'
import { useWizardDrafts, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { MOST_DRAFTS } from '../../queries/wizard-drafts.ts'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** Branches that were begun to be connected. */
export function Drafts({ gone = false }: { gone?: boolean }) {
  const stores = useWizardStores()
  return (
    <DraftsPage
      title={TITLE}
      lead="One branch or hundreds, to a hub of a virtual WAN. Drafts are kept in this browser, without keys."
      nameless="No hub chosen yet"
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
