import { Button } from '@fluentui/react-components'
import { Link, useLocation } from 'react-router-dom'
import { overlay } from '../overlay.ts'
import styles from './Page.module.css'

/** An address that is no page. */
export function NotFound() {
  const { pathname } = useLocation()
  return (
    <div className={styles.page}>
      <title>Not found · Hybrid Connectivity Hub</title>
      <h1 className={styles.title}>There is no page at this address</h1>
      <p className={styles.text}>
        <bdi className={styles.code}>{pathname}</bdi> is none of the hub’s pages. The link may be old or cut
        short; a resource is found by its name, its address or its id.
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => overlay.set({ is: 'palette' })}>
          Search for a resource
        </Button>
        <Link className={styles.link} to="/">
          Go to the hub
        </Link>
      </div>
    </div>
  )
}
