import { FilterRegular, QuestionCircleRegular, TextBulletListSquareRegular } from '@fluentui/react-icons'
import { count } from '../../model/format.ts'
import { useScope } from '../../queries/use-scope.ts'
import { AccountButton } from '../account/AccountButton.tsx'
import { closeOverlay, overlay } from '../overlay.ts'
import { openRequestLog } from '../request-log/open.ts'
import { ThemeSwitch } from '../theme/ThemeSwitch.tsx'
import styles from './Navigation.module.css'
import { NAVIGATION_BUTTON } from './TopBar.tsx'

/** What stands in the top bar where there is room. */
export function DrawerTools() {
  const { subscriptions, selected } = useScope()

  /** Panels hang below what opened the drawer. */
  function open(is: 'scope' | 'account') {
    const anchor = document.getElementById(NAVIGATION_BUTTON)
    if (anchor) overlay.set({ is, anchor })
  }

  return (
    <div className={`${styles.drawer} ${styles.tools}`}>
      <button type="button" className={styles.item} onClick={() => open('scope')}>
        <span className={styles.icon} aria-hidden>
          <FilterRegular />
        </span>
        <span className={styles.label}>
          {selected.length} of {count(subscriptions.length, 'subscription')}
        </span>
      </button>
      <button
        type="button"
        className={styles.item}
        onClick={() => {
          closeOverlay()
          openRequestLog()
        }}
      >
        <span className={styles.icon} aria-hidden>
          <TextBulletListSquareRegular />
        </span>
        <span className={styles.label}>Request log</span>
      </button>
      <AccountButton
        className={styles.item}
        iconClassName={styles.icon}
        labelClassName={styles.label}
        onClick={() => open('account')}
      />
      <ThemeSwitch className={styles.item} iconClassName={styles.icon} worded />
      <button type="button" className={styles.item} onClick={() => overlay.set({ is: 'keys' })}>
        <span className={styles.icon} aria-hidden>
          <QuestionCircleRegular />
        </span>
        <span className={styles.label}>Keys</span>
      </button>
    </div>
  )
}
