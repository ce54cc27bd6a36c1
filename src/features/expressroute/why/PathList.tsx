import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import styles from '../../../components/why/Why.module.css'
import { count } from '../../../model/format.ts'
import type { Verdict } from '../../../model/status/verdict.ts'
import type { PathState } from '../../../model/why/circuit/path-states.ts'

/** Each path with its session as the router spells it, and whether the router answers. */
export function PathList({ paths }: { paths: readonly PathState[] }) {
  return (
    <section aria-labelledby="paths">
      <h2 id="paths" className={styles.heading}>
        Paths
      </h2>
      {paths.length === 0 ? (
        <p className={styles.text}>No router has told how they stand.</p>
      ) : (
        <ul className={styles.tunnels}>
          {paths.map((state) => (
            <li key={state.path}>
              <VerdictIcon verdict={verdictOf(state)} alone />
              <span>
                {state.path === 'primary' ? 'Primary' : 'Secondary'}{' '}
                <span className={styles.aside}>
                  {[LINKS[state.link], learnedOf(state)].filter(Boolean).join(', ')}
                </span>
              </span>
              <span className={`${styles.inline} ${verdictOf(state) === 'down' ? styles.strong : ''}`}>
                {sessionOf(state)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const LINKS: Record<PathState['link'], string> = {
  answers: 'router answers',
  silent: 'no router answers',
  untold: 'ARP not told',
  unread: 'ARP not read',
}

function sessionOf({ bgp, state, prefixes }: PathState): string {
  if (bgp === 'unread') return 'not read'
  if (bgp === 'untold') return 'not told'
  return prefixes === undefined ? (state ?? 'not told') : 'Established'
}

function learnedOf({ prefixes }: PathState): string {
  return prefixes === undefined ? '' : count(prefixes, 'prefix', 'prefixes').replace(' ', '\u00a0')
}

function verdictOf({ bgp, link, prefixes }: PathState): Verdict {
  if (bgp === 'down' || bgp === 'limit' || link === 'silent') return 'down'
  if (bgp !== 'up') return 'unknown'
  return prefixes === 0 ? 'attention' : 'healthy'
}
