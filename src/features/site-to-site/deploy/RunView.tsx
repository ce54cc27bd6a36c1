import { RunFacts } from '../../../components/plan/RunFacts.tsx'
import type { ProgressRow } from '../../../components/plan/ProgressTable.tsx'
import { RunProgress } from '../../../components/plan/RunProgress.tsx'
import { progressOf, runHeadline, timeLeft } from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { typicalWords } from '../../../model/operations/durations.ts'
import { progressOf as partOf } from '../../../model/operations/words.ts'
import { creationOf, planTime } from '../../../model/plan/plan-time.ts'
import { useTypicalTimes } from '../../../queries/use-operations.ts'
import { usePortal } from '../../../queries/use-deployment.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { portalAddress } from '../../../model/portal.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { FailedResource } from './FailedResource.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { RunLead } from './RunLead.tsx'
import styles from './Deploy.module.css'

/** A run from its start to its end: how far it is, what to do meanwhile, and where else it can be found. */
export function RunView({ run }: { run: PlanRun }) {
  const typicalOf = useTypicalTimes()
  const demo = useDemo() !== undefined
  const portal = usePortal()
  const { estate } = useEstate()
  const { state, startedAt } = run
  const total = planTime(run, typicalOf)
  const isOver = state.is !== 'running'
  const progress = progressOf(run)
  const rows = progress.map((one): ProgressRow => {
    const typical = typicalOf(creationOf(one.resource))
    return {
      ...one,
      ...(typical && { typical }),
      ...(one.progress.is === 'failed' && {
        below: <FailedResource id={one.resource.id} error={one.progress.error} run={run} />,
      }),
    }
  })
  const tenantId = estate.subscriptions.find(({ subscriptionId }) =>
    run.id.toLowerCase().startsWith(`/subscriptions/${subscriptionId.toLowerCase()}/`),
  )?.tenantId

  function headline(now: number): string {
    const left = timeLeft(run, now, typicalOf)
    return left ? `${runHeadline(run)}, about ${typicalWords(left)} to go` : runHeadline(run)
  }

  return (
    <div className={styles.page}>
      <RunProgress
        headline={headline}
        {...(!isOver && total && { part: (now: number) => partOf(now - startedAt, total) })}
        startedAt={startedAt}
        {...(state.is !== 'running' && { endedAt: state.at })}
        {...(total && { typical: total })}
        rows={rows}
      >
        <RunLead
          run={run}
          failed={progress.flatMap((one) => (one.progress.is === 'failed' ? one.resource.id : []))}
        />
      </RunProgress>
      <Meanwhile run={run} isOver={isOver} />
      <RunFacts
        run={run}
        portal={demo || portal === undefined ? undefined : portalAddress(run.id, tenantId, portal)}
      />
    </div>
  )
}
