import type { ReactNode } from 'react'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import table from '../../components/CardTable.module.css'
import styles from './OperationTable.module.css'

/** On a narrow screen each operation is a card: the heads of the columns are then left out for the eye alone. */
export function OperationTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollRegion label={label}>
      <table className={`${table.table} ${styles.table}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Operation</th>
            <th scope="col">Resource</th>
            <th scope="col">What</th>
            <th scope="col">Started by</th>
            <th scope="col" className={table.end}>
              Started
            </th>
            <th scope="col" className={table.end}>
              Elapsed
            </th>
            <th scope="col" className={table.end}>
              Typical
            </th>
            <th scope="col" className={styles.barCell}>
              <span className={table.unseen}>Progress</span>
            </th>
          </tr>
        </thead>
        {children}
      </table>
    </ScrollRegion>
  )
}
