import { ChevronDownRegular } from '@fluentui/react-icons'
import { memo } from 'react'
import type { RowGroup } from '../../model/list/order.ts'
import { SERVICES } from '../../model/resources/kinds.ts'
import { ServiceIcon } from '../ServiceIcon.tsx'
import { VerdictCountsLine } from '../VerdictCountsLine.tsx'
import type { ListLayout } from './columns.ts'
import styles from './GroupRow.module.css'

interface GroupRowProps {
  group: RowGroup
  open: boolean
  layout: ListLayout
  index: number
  top: number
  height: number
  active: boolean
  /** Its rows are in view and its own place is not: it stays under the head. */
  stuck: boolean
  columnCount: number
}

/** The head of a group: folds its rows away, counts them by verdict. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, open, layout, index, top, height, active, stuck, columnCount } = props
  const service = SERVICES.find((known) => known === group.key)
  const classes = [
    styles.row,
    stuck && styles.stuck,
    !open && styles.folded,
    layout === 'phone' && styles.phone,
  ]
  return (
    <div
      role="row"
      aria-rowindex={index + (layout === 'phone' ? 1 : 2)}
      className={classes.filter(Boolean).join(' ')}
      style={{ height, transform: stuck ? undefined : `translateY(${top}px)` }}
      data-index={index}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={styles.cell}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={open}
          tabIndex={active ? 0 : -1}
          data-fold
        >
          <span className={styles.chevron} aria-hidden>
            <ChevronDownRegular />
          </span>
          {service && (
            <span className={styles.service} aria-hidden>
              <ServiceIcon service={service} />
            </span>
          )}
          <span className={styles.name}>
            <bdi>{group.title}</bdi>
          </span>{' '}
          <span className={styles.total}>{group.rows.length}</span>
        </button>
        <div className={styles.counts}>
          <VerdictCountsLine counts={group.counts} layout={layout === 'wide' ? 'line' : 'numbers'} />
        </div>
      </div>
    </div>
  )
})
