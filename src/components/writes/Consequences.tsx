import type { ReactNode } from 'react'
import type { Consequences as Facts, Touched } from '../../model/edits/consequences.ts'
import { together, typicalTime, typicalWords } from '../../model/operations/durations.ts'
import type { Write } from '../../model/edits/write.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import styles from './Consequences.module.css'

interface ConsequencesProps {
  facts: Facts
  steps: readonly Write[]
}

/** What a write touches, what hangs on that, what stops, how long it takes, and what comes after. */
export function Consequences({ facts: { touches, depends, drops, after }, steps }: ConsequencesProps) {
  // Nothing is said where nobody has timed it.
  const takes = together(steps.map((step) => typicalTime(step)))
  return (
    <section aria-label="What happens">
      <h3 className={styles.heading}>What happens</h3>
      <dl className={styles.facts}>
        <Fact name="Touches">
          <Names of={touches} />
        </Fact>
        <Fact name="Depends on it">
          {depends.length === 0 ? 'Nothing that was read.' : <Names of={depends} />}
        </Fact>
        <Fact name="Stops">{drops ?? 'Nothing. Traffic goes on.'}</Fact>
        {takes && <Fact name="Takes">Typically {typicalWords(takes)}.</Fact>}
        {after !== undefined && <Fact name="After that">{after}</Fact>}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** How many are listed before the rest is folded. */
const LISTED = 12

function Names({ of }: { of: readonly Touched[] }) {
  const rest = of.slice(LISTED)
  return (
    <>
      <List of={of.slice(0, LISTED)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <List of={rest} />
        </details>
      )}
    </>
  )
}

function List({ of }: { of: readonly Touched[] }) {
  return (
    <ul className={styles.names}>
      {of.map(({ id, name, note }) => (
        <li key={id}>
          <ResourceLink id={id} name={name} />
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </li>
      ))}
    </ul>
  )
}
