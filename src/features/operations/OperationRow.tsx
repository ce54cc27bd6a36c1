import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Elapsed } from '../../components/Elapsed.tsx'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { TypicalBar } from '../../components/TypicalBar.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { runPath } from '../../model/deployments/run.ts'
import { exactTime, shortTime } from '../../model/format.ts'
import { typicalWords, type TypicalTime } from '../../model/operations/durations.ts'
import type { Operation } from '../../model/operations/operation.ts'
import { putBackPageOf } from '../../model/operations/put-back-of.ts'
import { operationName, startedBy, stateVerdict, stateWord, whatWords } from '../../model/operations/words.ts'
import { nameOfId, parentId, putBackPath } from '../../model/paths.ts'
import { planTime, type TypicalOf } from '../../model/plan/plan-time.ts'
import { useOperations, useTypicalTimes } from '../../queries/use-operations.ts'
import table from '../../components/CardTable.module.css'
import styles from './OperationTable.module.css'
import { StartedElsewhere } from './StartedElsewhere.tsx'

interface OperationRowProps {
  operation: Operation
  /** Below it, over all columns. */
  children?: ReactNode
}

export function OperationRow({ operation, children }: OperationRowProps) {
  const { id, name, state, startedAt } = operation
  const typicalOf = useTypicalTimes()
  const typical = typicalTimeOf(operation, typicalOf)
  // A peering's name alone does not tell whose it is.
  const parent = parentId(id)
  const isRunning = state.is === 'running'
  const what = isRunning && state.heldUp ? heldUpWords(state.heldUp.kind) : whatWords(operation)
  const putBack = putBackPageOf(operation, useOperations())
  return (
    <tbody className={children ? `${table.open} ${styles.open}` : undefined}>
      <tr>
        <td data-label="State">
          <span className={table.state}>
            <VerdictIcon verdict={stateVerdict(state)} />
            {stateWord(state)}
          </span>
        </td>
        <td data-label="Operation">{operationName(operation)}</td>
        <td data-label="Resource" className={styles.resource}>
          {operation.by === 'deployment' ? (
            <ResourceLink id={id} name={name} to={runPath(operation)} />
          ) : (
            <>
              <ResourceLink id={id} name={name} />
              {parent !== undefined && (
                <>
                  {' '}
                  of <bdi>{nameOfId(parent)}</bdi>
                </>
              )}
            </>
          )}
        </td>
        <td data-label="What" className={styles.what}>
          <bdi title={what}>{what}</bdi>
        </td>
        <td data-label="Started by">
          {operation.by === 'azure' ? <StartedElsewhere operation={operation} /> : startedBy(operation)}
        </td>
        <td data-label="Started" className={table.end}>
          <time dateTime={new Date(startedAt).toISOString()} title={exactTime(startedAt)}>
            {shortTime(startedAt)}
          </time>
        </td>
        <td
          data-label="Elapsed"
          className={`${table.end} ${styles.elapsed} ${isRunning ? table.strong : ''}`}
        >
          <Elapsed operation={operation} />
        </td>
        <td data-label="Typical" className={`${table.end} ${table.quiet}`}>
          {typical && typicalWords(typical)}
        </td>
        <td className={styles.barCell}>
          {isRunning && typical && <TypicalBar since={startedAt} typical={typical} />}
          {putBack !== undefined && (
            <Link className={styles.link} to={putBackPath(putBack, operation.key)}>
              Put back
            </Link>
          )}
        </td>
      </tr>
      {children && (
        <tr>
          <td colSpan={9} className={styles.below}>
            {children}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function typicalTimeOf(operation: Operation, typicalOf: TypicalOf): TypicalTime | undefined {
  switch (operation.by) {
    case 'browser':
      return typicalOf(operation.write)
    case 'deployment':
      return planTime(operation, typicalOf)
    case 'azure':
      return undefined
    default:
      return operation satisfies never
  }
}

function heldUpWords(kind: string): string {
  return kind === 'auth'
    ? 'Goes on in Azure; it is followed again after a sign-in'
    : 'Goes on in Azure; it cannot be looked at just now'
}
