import { Button } from '@fluentui/react-components'
import { Link, useRouteError } from 'react-router-dom'
import { HubFailure } from '../../model/errors.ts'
import styles from './Page.module.css'

/** A page that failed, inside the shell: everything else still works. */
export function RouteProblem() {
  const error = useRouteError()
  const missing = isMissingPart(error)
  return (
    <div className={styles.page} role="alert">
      <title>Problem · Hybrid Connectivity Hub</title>
      <h1 className={styles.title}>
        {missing ? 'This page could not be loaded' : 'This page stopped because of a fault in it'}
      </h1>
      <p className={styles.text}>
        {missing
          ? 'A file of the app did not arrive. The network may be gone, or a newer version was put on the server.'
          : 'Nothing was changed in Azure. Reloading may help; if it happens again, please report it with the text below.'}
      </p>
      <p className={`${styles.text} ${styles.code}`}>
        <bdi>{textOf(error)}</bdi>
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        <Link className={styles.link} to="/">
          Go to the hub
        </Link>
      </div>
    </div>
  )
}

/** Browsers word a failed `import()` differently. */
function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message)
}

function textOf(error: unknown): string {
  if (error instanceof HubFailure) {
    const { code, message, correlationId } = error.error
    return `${code}: ${message}${correlationId ? ` (correlation id ${correlationId})` : ''}`
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
