import { RunningSummary as Summary, SummaryFact } from '../../components/wizard/RunningSummary.tsx'
import { pictureOf } from '../../model/express-route/picture.ts'
import { summaryOf } from '../../model/express-route/summary.ts'
import { usePlanTime } from '../../queries/use-plan-time.ts'
import { CircuitPicture } from './CircuitPicture.tsx'
import { useWizard } from './wizard.ts'

/** The picture of what will exist, and what it comes to. */
export function RunningSummary() {
  const { answers, around, checks, plans, phase, isTold } = useWizard()
  const { plan } = plans[phase]
  const time = usePlanTime(plan)
  const { redundancy, microsoft } = summaryOf(answers, checks, around, phase)
  return (
    <Summary
      plan={plan}
      time={time}
      picture={<CircuitPicture picture={pictureOf(answers, around, checks, isTold)} shape="tall" />}
    >
      <SummaryFact label="Resiliency">{redundancy}</SummaryFact>
      {microsoft !== undefined && <SummaryFact label="Microsoft peering">{microsoft}</SummaryFact>}
    </Summary>
  )
}
