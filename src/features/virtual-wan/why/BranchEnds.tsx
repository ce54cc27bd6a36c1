import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/why/Why.module.css'
import { valueOf } from '../../../model/why/asked.ts'
import type { BranchFacts } from '../../../model/why/branch/branch-facts.ts'

/** What the connection joins, from the branch to the hub. */
export function BranchEnds({ facts }: { facts: BranchFacts }) {
  const ends = [
    ['Site', valueOf(facts.site)],
    ['Through', valueOf(facts.connection)],
    ['Gateway', valueOf(facts.gateway)],
    ['Hub', valueOf(facts.hub)],
  ] as const
  return (
    <section aria-labelledby="ends">
      <h2 id="ends" className={styles.heading}>
        Ends
      </h2>
      <dl className={styles.ends}>
        {ends.flatMap(([name, end]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} is`}>{end === undefined ? 'not read' : <ResourceLink id={end.id} />}</dd>,
        ])}
      </dl>
    </section>
  )
}
