import { lazy, Suspense, useState } from 'react'
import type { Resource } from '../../../model/resources/resource.ts'
import styles from './Rights.module.css'

const RightsTable = lazy(async () => ({ default: (await import('./RightsTable.tsx')).RightsTable }))

/** What the account may do here; asked for when somebody wants to know. */
export function Rights({ resource }: { resource: Resource }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.rights} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <h2 className={styles.heading}>Your rights here</h2>
      </summary>
      {open && (
        <Suspense fallback={<p className={styles.reading}>Reading your rights</p>}>
          <RightsTable resource={resource} />
        </Suspense>
      )}
    </details>
  )
}
