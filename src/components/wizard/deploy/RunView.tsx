import type { ReactNode } from 'react'
import {
  progressOf,
  runHeadline,
  timeLeft,
  toGoWords,
  withoutRemoved,
} from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { progressOf as partOf } from '../../../model/operations/words.ts'
import { creationOf, planTime, type TypicalOf } from '../../../model/plan/plan-time.ts'
import type { ProgressRow } from '../../plan/ProgressTable.tsx'
import { RunFacts } from '../../plan/RunFacts.tsx'
import { RunProgress } from '../../plan/RunProgress.tsx'
import type { KnownRefusal } from '../refusal-text.ts'
import styles from './Deploy.module.css'
import { FailedResource } from './FailedResource.tsx'
import { RunLead, type RunWords } from './RunLead.tsx'

/** How many times the typical time, until it is said to be late. */
const LATE = 1.25

interface RunViewProps {
  run: PlanRun
  typicalOf: TypicalOf
  /** Its address in the portal. */
  portal: string | undefined
  /** Azure's times do not hold: the demo is at work, at its own speed. */
  faster: boolean
  words: RunWords
  knownRefusal: KnownRefusal
  /** What there is to do while Azure works. */
  meanwhile: ReactNode
  /** In place of one table: many rows in groups. */
  table?: ((rows: readonly ProgressRow[]) => ReactNode) | undefined
  /** Keys of what of it was removed since. */
  gone: ReadonlySet<string>
  /** Whether something that it created can be removed. */
  canRemove: boolean
}

/** A run from its start to its end: how far it is, what to do meanwhile, and where else it can be found. */
export function RunView(props: RunViewProps) {
  const { run, typicalOf, portal, faster, words, knownRefusal, meanwhile, table, gone, canRemove } = props
  const { state, startedAt } = run
  const total = planTime(run, typicalOf)
  const isOver = state.is !== 'running'
  const progress = withoutRemoved(progressOf(run), gone)
  const rows = progress.map((one): ProgressRow => {
    const typical = typicalOf(creationOf(one.resource))
    return {
      ...one,
      ...(typical && { typical }),
      ...(one.progress.is === 'failed' && {
        below: (
          <FailedResource
            id={one.resource.id}
            error={one.progress.error}
            run={run}
            knownRefusal={knownRefusal}
          />
        ),
      }),
    }
  })

  function headline(now: number): string {
    const said = runHeadline(run, gone)
    // Until Azure has it no time of Azure counts.
    if (state.is !== 'running' || state.step !== 'running') return said
    if (total && !faster && now - startedAt > LATE * total.to) return `${said}, which takes longer than usual`
    const left = timeLeft(run, now, typicalOf)
    return left ? `${said}, ${toGoWords(left, faster)}` : said
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
        table={table}
      >
        <RunLead
          run={run}
          failed={progress.flatMap((one) => (one.progress.is === 'failed' ? one.resource.id : []))}
          words={words}
          canRemove={canRemove}
        />
      </RunProgress>
      {meanwhile}
      <RunFacts run={run} portal={portal} />
    </div>
  )
}
