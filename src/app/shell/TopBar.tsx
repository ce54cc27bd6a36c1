import {
  BeakerRegular,
  ChevronDownRegular,
  NavigationRegular,
  QuestionCircleRegular,
  SearchRegular,
} from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { useDemo } from '../../queries/use-demo.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ACCOUNT_BUTTON, AccountButton } from '../account/AccountButton.tsx'
import { keysOn } from '../keys/keys.ts'
import { overlay, togglePanel } from '../overlay.ts'
import { OperationsTool } from '../operations/OperationsTool.tsx'
import { ReadOnlyChip } from '../read-only/ReadOnlyChip.tsx'
import { ScopeButton } from '../scope/ScopeButton.tsx'
import { ThemeSwitch } from '../theme/ThemeSwitch.tsx'
import { useValue } from '../value.ts'
import { PageName } from './PageName.tsx'
import styles from './TopBar.module.css'

/** The id of the button that opens the drawer; panels of a narrow screen hang below it. */
export const NAVIGATION_BUTTON = 'navigation-button'

export function TopBar() {
  return (
    <div className={styles.bar}>
      <button
        type="button"
        id={NAVIGATION_BUTTON}
        className={`${styles.tool} ${styles.narrow}`}
        aria-label="Navigation"
        aria-haspopup="dialog"
        onClick={() => overlay.set({ is: 'navigation' })}
      >
        <Icon>
          <NavigationRegular />
        </Icon>
      </button>
      <span className={`${styles.page} ${styles.narrow}`}>
        <PageName />
      </span>
      <Link className={`${styles.home} ${styles.wide}`} to="/" aria-label="Hybrid Connectivity Hub">
        <Mark className={styles.mark} />
        <span className={styles.name}>Hybrid Connectivity Hub</span>
      </Link>
      <DemoButton />
      <ScopeButton />
      <SearchButton />
      <ReadOnlyChip />
      <div className={styles.end}>
        <OperationsTool />
        <button
          type="button"
          className={`${styles.tool} ${styles.narrow}`}
          aria-label="Search or jump to"
          aria-haspopup="dialog"
          onClick={() => overlay.set({ is: 'palette' })}
        >
          <Icon>
            <SearchRegular />
          </Icon>
        </button>
        <ThemeSwitch className={`${styles.tool} ${styles.wide}`} iconClassName={styles.icon} />
        <button
          type="button"
          className={`${styles.tool} ${styles.wide}`}
          aria-label="List of keys"
          title="List of keys"
          aria-haspopup="dialog"
          onClick={() => overlay.set({ is: 'keys' })}
        >
          <Icon>
            <QuestionCircleRegular />
          </Icon>
        </button>
        <AccountButton
          id={ACCOUNT_BUTTON}
          className={`${styles.menu} ${styles.wide}`}
          iconClassName={styles.icon}
          labelClassName={styles.account}
          onClick={(event) => togglePanel('account', event.currentTarget)}
        />
      </div>
    </div>
  )
}

function DemoButton() {
  const demo = useDemo()
  if (!demo) return null
  return (
    <button
      type="button"
      className={`${styles.menu} ${styles.wide}`}
      aria-haspopup="dialog"
      onClick={(event) => togglePanel('demo', event.currentTarget)}
    >
      <Icon>
        <BeakerRegular />
      </Icon>
      Demo: {demo.estate}
      <span className={styles.chevron} aria-hidden>
        <ChevronDownRegular />
      </span>
    </button>
  )
}

function SearchButton() {
  const on = useValue(keysOn)
  return (
    <button
      type="button"
      className={`${styles.search} ${styles.wide}`}
      aria-haspopup="dialog"
      onClick={() => overlay.set({ is: 'palette' })}
    >
      <Icon>
        <SearchRegular />
      </Icon>
      <span className={styles.placeholder}>Search or jump to</span>
      {on && <Kbd>{isMac() ? '⌘ K' : 'Ctrl K'}</Kbd>}
    </button>
  )
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

function Icon({ children }: { children: React.ReactNode }) {
  return (
    <span className={styles.icon} aria-hidden>
      {children}
    </span>
  )
}
