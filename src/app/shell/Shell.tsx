import { Outlet, ScrollRestoration } from 'react-router-dom'
import { NeedsBanner } from '../account/NeedsBanner.tsx'
import { RecordVisits } from '../palette/RecordVisits.tsx'
import { useDemo } from '../../queries/use-demo.ts'
import { Keys } from '../keys/Keys.tsx'
import { RequestLogDock } from '../request-log/RequestLogDock.tsx'
import { KeptFocus } from './KeptFocus.tsx'
import { Overlays } from './Overlays.tsx'
import { DemoBanner } from './DemoBanner.tsx'
import { Navigation } from './Navigation.tsx'
import { RouteFocus } from './RouteFocus.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import styles from './Shell.module.css'

/** What stays while pages change. The page itself scrolls; head, navigation and foot stick. */
export function Shell() {
  const demo = useDemo() !== undefined
  return (
    <div className={`${styles.shell} ${demo ? '' : styles.azure}`} data-shell>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.head}>
        <DemoBanner />
        <TopBar />
        <NeedsBanner />
      </header>
      <div className={styles.navigation}>
        <Navigation />
      </div>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <RequestLogDock />
      <StatusLine />
      <Overlays />
      <KeptFocus />
      <Keys />
      <RouteFocus />
      <RecordVisits />
      <ScrollRestoration />
    </div>
  )
}
