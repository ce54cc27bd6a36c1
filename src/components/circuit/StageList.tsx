import { currentStage, type Stage } from '../../model/circuit/stages.ts'
import type { Verdict } from '../../model/status/verdict.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './Circuit.module.css'

const VERDICTS: Record<Stage['is'], Verdict> = {
  done: 'healthy',
  current: 'inProgress',
  broken: 'attention',
  later: 'notChecked',
}

const WORDS: Record<Stage['is'], string> = {
  done: 'done',
  current: 'next',
  broken: 'needs a look',
  later: 'later',
}

/** The steps of setting up a circuit, as Azure's own states tell where it stands. */
export function StageList({ stages }: { stages: readonly Stage[] }) {
  const current = currentStage(stages)
  return (
    <ol className={styles.stages}>
      {stages.map((stage) => (
        <li key={stage.id} className={styles.stage} aria-current={stage === current ? 'step' : undefined}>
          <span className={styles.title}>
            <VerdictIcon verdict={VERDICTS[stage.is]} alone={stage.is !== 'later'} />
            <span>{stage.title}</span> <span className={styles.word}>{WORDS[stage.is]}</span>
          </span>{' '}
          <span className={styles.text}>{stage.text}</span>
          {stage.note !== undefined && (
            <span className={styles.text}>
              {' '}
              <VerdictIcon verdict="attention" alone /> <bdi>{stage.note}</bdi>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
