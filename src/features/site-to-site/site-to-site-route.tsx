import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import type { Step } from '../../model/site-to-site/answers.ts'
import { readCarriedToSiteToSite } from '../../model/site-to-site/carried.ts'
import { readAnswers } from '../../model/site-to-site/read-answers.ts'
import { startingAnswers } from '../../model/site-to-site/starting-answers.ts'
import { unreadAround } from '../../model/wizard/unread.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { Drafts } from './Drafts.tsx'
import { SiteToSiteWizard } from './SiteToSiteWizard.tsx'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** `/create/site-to-site`, and each step below it. */
export function Component() {
  const drafts = useWizardDrafts(WIZARD)
  return (
    <StepRoute
      home={HOME}
      steps={STEP_TITLES}
      drafts={drafts.length === 0 ? undefined : <Drafts />}
      page={(step) => <StepPage step={step} />}
    />
  )
}

function StepPage({ step }: { step: Step }) {
  const [search] = useSearchParams()
  const { draft, isGone, isRead, estate, onMade } = useDraftHere(WIZARD)
  const base = useMemo(() => {
    if (draft) return readAnswers(draft.answers)
    const gatewayId = search.get('gateway')
    const networkId = search.get('network')
    const from = {
      ...(gatewayId !== null && { gatewayId }),
      ...(networkId !== null && { networkId }),
      carried: readCarriedToSiteToSite(search),
    }
    return startingAnswers(from, unreadAround(estate))
  }, [draft, estate, search])

  if (isGone || !base) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  return <SiteToSiteWizard step={step} draft={draft} base={base} onMade={onMade} />
}
