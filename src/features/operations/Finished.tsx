import { Button, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTimeText } from '../../components/now.ts'
import { type EndedAs, type EndedFilter, filterEnded, PERIODS } from '../../model/operations/ended-filter.ts'
import type { Operation } from '../../model/operations/operation.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { EndedProblem } from './EndedProblem.tsx'
import { EndedRun } from './EndedRun.tsx'
import { OperationRow } from './OperationRow.tsx'
import { OperationTable } from './OperationTable.tsx'
import styles from './OperationsPage.module.css'

const ENDS: readonly { id: EndedAs; label: string }[] = [
  { id: 'any', label: 'any' },
  { id: 'failed', label: 'failed' },
  { id: 'succeeded', label: 'succeeded' },
  { id: 'unknown', label: 'not known' },
]

const SHOWN = 20

interface FinishedProps {
  operations: readonly Operation[]
  onShowRequests: (correlationId: string) => void
}

export function Finished({ operations, onShowRequests }: FinishedProps) {
  const [filter, setFilter] = useState<EndedFilter>({ period: 'week', endedAs: 'any' })
  const [most, setMost] = useState(SHOWN)
  const isDemo = useDemo() !== undefined
  // To the minute: what falls out of the period does so unseen.
  const now = Number(useTimeText((time) => String(Math.ceil(time / 60_000) * 60_000)))
  const found = filterEnded(operations, filter, now)
  const period = PERIODS.find(({ id }) => id === filter.period)?.label
  return (
    <section aria-labelledby="finished">
      <div className={styles.sectionHead}>
        <h2 className={styles.section} id="finished">
          Finished{' '}
          <span className={styles.count}>
            {found.length} in the {period}
          </span>
        </h2>
        <span className={styles.filters}>
          <label>
            Started
            <Select
              size="small"
              value={filter.period}
              onChange={(_, { value }) =>
                setFilter({ ...filter, period: PERIODS.find(({ id }) => id === value)?.id ?? 'week' })
              }
            >
              {PERIODS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </label>
          <label>
            State
            <Select
              size="small"
              value={filter.endedAs}
              onChange={(_, { value }) =>
                setFilter({ ...filter, endedAs: ENDS.find(({ id }) => id === value)?.id ?? 'any' })
              }
            >
              {ENDS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </label>
        </span>
      </div>
      {found.length === 0 ? (
        <p className={styles.note}>
          {operations.length === 0 ? 'Nothing has finished yet.' : 'Nothing that finished matches.'}
        </p>
      ) : (
        <OperationTable label="Finished operations">
          {found.slice(0, most).map((operation) => (
            <OperationRow key={operation.key} operation={operation}>
              {operation.state.is !== 'failed' &&
              operation.state.is !== 'unknown' ? undefined : operation.by === 'deployment' ? (
                <EndedRun run={operation} error={operation.state.error} onShowRequests={onShowRequests} />
              ) : (
                <EndedProblem operation={operation} state={operation.state} onShowRequests={onShowRequests} />
              )}
            </OperationRow>
          ))}
        </OperationTable>
      )}
      <p className={styles.small}>
        Typical times: recorded on Azure
        {isDemo ? '; the demo is faster' : '; from the third run on, this browser’s own'}.{' '}
        {found.length > most && (
          <Button appearance="transparent" size="small" onClick={() => setMost(found.length)}>
            Show {found.length - most} more
          </Button>
        )}
      </p>
    </section>
  )
}
