import { Button } from '@fluentui/react-components'
import type { HubError } from '../model/errors.ts'
import { ErrorFacts } from './ErrorFacts.tsx'
import styles from './DirectorySignInButton.module.css'

interface DirectorySignInButtonProps {
  /** Name of the directory. */
  directory: string
  busy: boolean
  /** Why the sign-in page could not be opened. */
  error: HubError | undefined
  onSignIn: () => void
}

/** The way into a directory that asks for a sign-in of its own. */
export function DirectorySignInButton({ directory, busy, error, onSignIn }: DirectorySignInButtonProps) {
  return (
    <div>
      <Button className={styles.way} size="small" disabledFocusable={busy} onClick={onSignIn}>
        <span>
          Sign in to <bdi>{directory}</bdi>
        </span>
      </Button>
      {error && (
        <div role="alert">
          <ErrorFacts error={error} />
        </div>
      )}
    </div>
  )
}
