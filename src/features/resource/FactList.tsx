import { Age } from '../../components/Age.tsx'
import type { Source } from '../../model/resources/resource.ts'
import type { Fact } from '../../model/status/verdict.ts'
import { readFrom } from './read-words.ts'
import styles from './VerdictBar.module.css'

interface FactListProps {
  id: string
  facts: readonly Fact[]
  source: Source
}

/** What ARM said, in its own spelling, and where and when it was read. */
export function FactList({ id, facts, source }: FactListProps) {
  return (
    <dl className={styles.facts} id={id}>
      {facts.map(({ name, value, readAt }) => (
        <div key={name} className={styles.fact}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd className={value === undefined ? styles.read : styles.value}>
            {value === undefined ? 'not in the answer' : <bdi>{value}</bdi>}
          </dd>
          <dd className={styles.read}>
            {readFrom(source)}, <Age at={readAt} style="ago" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
