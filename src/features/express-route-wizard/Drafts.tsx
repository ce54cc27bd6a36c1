import { DraftsPage } from '../../components/wizard/DraftsPage.tsx'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { whereItStands } from '../../model/express-route/where-it-stands.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useRuns } from '../../queries/use-run.ts'
import { useWizardDrafts, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { MOST_DRAFTS } from '../../queries/wizard-drafts.ts'
import { aroundOf } from './around-of.ts'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** ExpressRoute set-ups that were begun. */
export function Drafts({ gone = false }: { gone?: boolean }) {
  const stores = useWizardStores()
  const { estate, isRead } = useDraftHere(WIZARD)
  return (
    <DraftsPage
      title={TITLE}
      lead="ExpressRoute, from nothing to verified paths. Drafts are kept in this browser, without keys."
      nameless="No circuit named yet"
      home={HOME}
      steps={STEP_TITLES}
      last="review"
      drafts={useWizardDrafts(WIZARD)}
      runs={useRuns()}
      goesOnAt={({ answers }) => {
        if (!isRead) return 'whenRead'
        const read = readAnswers(answers)
        return read && { step: whereItStands(read, aroundOf(estate)) }
      }}
      most={MOST_DRAFTS}
      gone={gone}
      onDiscard={(key) => {
        stores.keys.forget(key)
        stores.drafts.discard(key)
      }}
    />
  )
}
