import { PanelLeftContractRegular, PanelLeftExpandRegular } from '@fluentui/react-icons'
import { Link, useLocation } from 'react-router-dom'
import { useEstate } from '../../queries/use-estate.ts'
import { runningCount } from '../operations/running.ts'
import { useValue } from '../value.ts'
import { toggleFold, useFolded } from './navigation-fold.ts'
import { currentItem, itemCounts, NAVIGATION } from './navigation-items.tsx'
import styles from './Navigation.module.css'

interface NavigationProps {
  /** At the side, or in the drawer of a narrow screen, where following a link closes it. */
  place?: 'side' | 'drawer'
  onFollow?: () => void
}

export function Navigation({ place = 'side', onFollow }: NavigationProps) {
  const { estate } = useEstate()
  const current = currentItem(useLocation(), estate)
  const running = useValue(runningCount)
  const counts = { ...itemCounts(estate), ...(running > 0 && { operations: running }) }
  const folded = useFolded() && place === 'side'
  const look = place === 'drawer' ? styles.drawer : folded ? styles.folded : ''

  return (
    <nav className={`${styles.navigation} ${look}`} aria-label="Main">
      <ul className={styles.items}>
        {NAVIGATION.map(({ id, label, to, icon, begins }) => (
          <li key={id} className={begins && styles.begins}>
            <Link
              className={styles.item}
              to={to}
              aria-current={current?.id === id ? (current.exact ? 'page' : 'true') : undefined}
              onClick={onFollow}
            >
              <span className={styles.icon} aria-hidden>
                {icon}
              </span>
              <span className={styles.label}>{label}</span>{' '}
              {counts[id] !== undefined && <span className={styles.count}>{counts[id]}</span>}
            </Link>
          </li>
        ))}
      </ul>
      {place === 'side' && (
        <button type="button" className={`${styles.item} ${styles.fold}`} onClick={toggleFold}>
          <span className={styles.icon} aria-hidden>
            {folded ? <PanelLeftExpandRegular /> : <PanelLeftContractRegular />}
          </span>
          <span className={styles.label}>{folded ? 'Expand' : 'Collapse'}</span>
        </button>
      )}
    </nav>
  )
}
