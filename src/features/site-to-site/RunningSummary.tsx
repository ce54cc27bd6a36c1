import { PlanPicture } from '../../components/plan/PlanPicture.tsx'
import { Quiet, RunningSummary as Summary, SummaryFact } from '../../components/wizard/RunningSummary.tsx'
import { count } from '../../model/format.ts'
import { existingGateway } from '../../model/site-to-site/place.ts'
import { isTunnelPossible, pictureOf } from '../../model/site-to-site/picture.ts'
import { usePlanTime } from '../../queries/use-plan-time.ts'
import { useWizard } from './wizard.ts'

/** The picture of what will exist, and what it comes to. */
export function RunningSummary() {
  const { answers, around, checks, plan, isTold } = useWizard()
  const picture = pictureOf(answers, around, checks, isTold)
  /** Nothing is known of a gateway that is there before it is chosen. */
  const isChosen = answers.goal.gateway === 'new' || existingGateway(answers, around) !== undefined
  const tunnels = picture.sites.length * picture.instances.length
  const possible = picture.sites.flatMap((site) =>
    picture.instances.filter((instance) => isTunnelPossible(site, instance)),
  ).length
  const time = usePlanTime(plan)
  return (
    <Summary
      plan={plan}
      time={time}
      picture={
        isChosen ? (
          <PlanPicture picture={picture} shape="tall" />
        ) : (
          <Quiet>
            {answers.gateway.existing === ''
              ? 'Choose a gateway: what will exist is drawn then.'
              : 'The gateway could not be read, so what will exist is not drawn.'}
          </Quiet>
        )
      }
    >
      {isChosen && (
        <SummaryFact label="Redundancy">
          {count(tunnels, 'tunnel')}
          {possible < tunnels && (
            <Quiet>
              {possible === 0 ? ', once everything is filled in' : `, ${possible} complete so far`}
            </Quiet>
          )}
        </SummaryFact>
      )}
    </Summary>
  )
}
