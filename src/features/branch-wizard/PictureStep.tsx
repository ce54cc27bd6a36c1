import type { ReactNode } from 'react'
import { FormStep } from '../../components/wizard/FormStep.tsx'
import {
  RunningSummary as Summary,
  SummaryFact,
  summaryLine,
} from '../../components/wizard/RunningSummary.tsx'
import { pictureOf } from '../../model/branch/picture.ts'
import { wantedMbps } from '../../model/branch/speeds.ts'
import { bandwidth } from '../../model/format.ts'
import { usePlanTime } from '../../queries/use-plan-time.ts'
import { BranchPicture } from './BranchPicture.tsx'
import { useWizard } from './wizard.ts'

/** A step's questions, and beside them the picture of what they come to. */
export function PictureStep({ lead, children }: { lead: ReactNode; children: ReactNode }) {
  const { plan, checks } = useWizard()
  return (
    <FormStep lead={lead} aside={{ summary: summaryLine(plan, checks), content: <RunningSummary /> }}>
      {children}
    </FormStep>
  )
}

function RunningSummary() {
  const { answers, around, checks, plan, isTold } = useWizard()
  const picture = pictureOf(answers, around, checks, isTold)
  const mbps = wantedMbps(answers, around)
  return (
    <Summary plan={plan} time={usePlanTime(plan)} picture={<BranchPicture picture={picture} shape="tall" />}>
      <SummaryFact label="Tunnels">{2 * picture.links}, two for each link</SummaryFact>
      {mbps > 0 && <SummaryFact label="Speed of all links">{bandwidth(mbps)}</SummaryFact>}
    </Summary>
  )
}
