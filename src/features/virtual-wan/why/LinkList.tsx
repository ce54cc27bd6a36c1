import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import styles from '../../../components/why/Why.module.css'
import { linkStatus, linkVerdict } from '../../../model/virtual-wan/link-status.ts'
import { tunnelVerdict, tunnelWords } from '../../../model/virtual-wan/link-tunnels.ts'
import type { LinkFact } from '../../../model/why/branch/branch-facts.ts'

/** Each link with its status as Azure spells it, and what each instance holds of it. */
export function LinkList({ links }: { links: readonly LinkFact[] }) {
  return (
    <section aria-labelledby="links">
      <h2 id="links" className={styles.heading}>
        Links
      </h2>
      {links.length === 0 ? (
        <p className={styles.text}>No connection, so no link.</p>
      ) : (
        <ul className={styles.tunnels}>
          {links.flatMap((one) => [
            <li key={one.link.name}>
              <VerdictIcon verdict={linkVerdict(one)} alone />
              <bdi>{one.link.name}</bdi>
              <span className={`${styles.inline} ${one.state === 'down' ? styles.strong : ''}`}>
                {linkStatus(one)}
              </span>
            </li>,
            ...one.tunnels.map(({ instance, state }) => (
              <li key={`${one.link.name} ${instance.name}`}>
                <VerdictIcon verdict={tunnelVerdict(state)} alone />
                <span className={styles.aside}>
                  <bdi>{instance.label}</bdi>
                </span>
                <span className={styles.aside}>{tunnelWords(state)}</span>
              </li>
            )),
          ])}
        </ul>
      )}
    </section>
  )
}
