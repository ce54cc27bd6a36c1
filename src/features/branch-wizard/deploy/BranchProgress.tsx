import { type ProgressRow, ProgressTable } from '../../../components/plan/ProgressTable.tsx'
import { branchCounts, runGroups, type RunGroup } from '../../../model/branch/run-groups.ts'
import { count } from '../../../model/format.ts'
import { useState } from 'react'
import styles from './BranchProgress.module.css'

/** A run of many branches: how many are connected, what failed first, and the rest folded. */
export function BranchProgress({ rows }: { rows: readonly ProgressRow[] }) {
  const { all, connected, failed, running, removed } = branchCounts(rows)
  const rest = all - connected - failed - running - removed
  const isOver = !rows.some(({ progress }) => progress.is === 'waiting')
  return (
    <div className={styles.progress}>
      <p className={styles.counts} role="status">
        <strong>
          {connected} of {count(all, 'branch', 'branches')} connected
        </strong>
        {failed > 0 && `, ${failed} failed`}
        {running > 0 && `, ${running} being connected`}
        {removed > 0 && `, ${removed} removed again`}
        {rest > 0 && `, ${rest} ${isOver ? 'not begun' : 'to come'}`}
      </p>
      {runGroups(rows).map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </div>
  )
}

/** What is made or not begun is hundreds of rows: drawn once somebody wants to see them. */
function Group({ group: { id, title, steps } }: { group: RunGroup<ProgressRow> }) {
  const [open, setOpen] = useState(id === 'failed' || id === 'base' || id === 'running')
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className={styles.group}
    >
      <summary>
        <h2 className={styles.title}>{title}</h2> {count(steps.length, 'resource')}
      </summary>
      {open && <ProgressTable rows={steps} label={title} />}
    </details>
  )
}
