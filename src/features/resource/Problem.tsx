import { Button } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import type { HubError } from '../../model/errors.ts'
import type { Row } from '../../model/list/row.ts'
import { nameOfId } from '../../model/paths.ts'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { FindAgain } from './FindAgain.tsx'
import { readProblem } from './read-problem.ts'
import styles from './Problem.module.css'

interface ProblemProps {
  id: string
  error: HubError
  rows: readonly Row[]
  demo?: boolean
  /** This browser has deleted it: that is no problem. */
  deleted?: boolean
  reading: boolean
  onTryAgain: () => void
}

/** In place of a resource that could not be read. */
export function Problem({
  id,
  error,
  rows,
  demo = false,
  deleted = false,
  reading,
  onTryAgain,
}: ProblemProps) {
  if (deleted) return <Deleted id={id} rows={rows} />
  const { heading, why, remedy } = readProblem(id, error, demo)
  return (
    <div className={styles.page}>
      <title>Not read · Hybrid Connectivity Hub</title>
      <div role="alert">
        <h1 className={styles.heading}>
          <span className={styles.mark} aria-hidden>
            <ErrorCircleFilled />
          </span>
          <bdi>{heading}</bdi>
        </h1>
        {why.map((sentence) => (
          <p key={sentence} className={styles.text}>
            {sentence}
          </p>
        ))}
      </div>
      <p className={styles.id}>
        <bdi>{id}</bdi>
      </p>
      <ErrorFacts error={error} />
      <div className={styles.actions}>
        <Button
          appearance={remedy === 'again' ? 'primary' : undefined}
          disabledFocusable={reading}
          onClick={onTryAgain}
        >
          {reading ? 'Reading' : 'Try again'}
        </Button>
      </div>
      <FindAgain name={nameOfId(id)} rows={rows} />
    </div>
  )
}

function Deleted({ id, rows }: Pick<ProblemProps, 'id' | 'rows'>) {
  const name = nameOfId(id)
  return (
    <div className={styles.page}>
      <title>Deleted · Hybrid Connectivity Hub</title>
      <div role="status">
        <h1 className={styles.heading}>
          <bdi>{name} was deleted</bdi>
        </h1>
        <p className={styles.text}>This browser deleted it, and Azure no longer has it.</p>
      </div>
      <FindAgain name={name} rows={rows} />
    </div>
  )
}
