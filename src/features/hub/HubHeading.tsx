import { useState } from 'react'
import type { Estate } from '../../model/estate.ts'
import type { Unreadable } from '../../model/inventory.ts'
import { DirectorySignInButton } from '../../components/DirectorySignInButton.tsx'
import { scopeName, unreadableRemedy, unreadableSummary, unreadTitle } from '../../model/unreadable.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useDirectorySignIn } from '../../queries/use-directories.ts'
import styles from './HubHeading.module.css'

interface HubHeadingProps {
  sentence: string
  extent: string
  estate: Estate
  /** True while the sentence still changes: then two lines are kept for it, so that nothing below moves. */
  arriving: boolean
}

/** How the estate is, how much of it there is, and what of it could not be read. */
export function HubHeading({ sentence, extent, estate, arriving }: HubHeadingProps) {
  const [open, setOpen] = useState(false)
  const [roomy] = useState(arriving)
  const { unreadable, subscriptions, tenants = [] } = estate
  const summary = unreadableSummary(unreadable, subscriptions, tenants)
  return (
    <div className={`${styles.heading} ${roomy ? styles.roomy : ''}`}>
      <h1 className={styles.sentence}>{sentence}</h1>
      <p className={styles.extent}>
        {extent}{' '}
        {summary && (
          <>
            Not all could be read:{' '}
            <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
              {summary}
            </button>
          </>
        )}
      </p>
      {open && summary && (
        <ul className={styles.scopes} aria-label="What could not be read">
          {unreadable.map((one) => (
            <li key={`${one.scope} ${one.what}`} className={styles.scope}>
              <span className={styles.what}>
                <bdi>{unreadTitle(one, subscriptions, tenants)}</bdi>
              </span>
              <Why unreadable={one} name={scopeName(one.scope, subscriptions, tenants)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Why({ unreadable, name }: { unreadable: Unreadable; name: string }) {
  const demo = useDemo() !== undefined
  const into = useDirectorySignIn(unreadable)
  const { error } = unreadable
  const remedy = unreadableRemedy(unreadable, demo)
  return (
    <span className={styles.why}>
      {remedy}{' '}
      <bdi>{error.kind === 'forbidden' || into || remedy.includes(error.message) ? '' : error.message}</bdi>
      {into && (
        <DirectorySignInButton
          directory={name}
          busy={into.state.is === 'leaving'}
          error={into.state.is === 'failed' ? into.state.error : undefined}
          onSignIn={into.signIn}
        />
      )}
      {error.correlationId && <div className={styles.correlation}>Correlation id {error.correlationId}</div>}
    </span>
  )
}
