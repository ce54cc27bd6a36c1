import type { ReactNode } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import styles from './HubSection.module.css'

interface HubSectionProps {
  /** How a sentence about it begins. */
  name: string
  children: ReactNode
}

/** A fault in one part of the hub stays in that part: the rest is still worth looking at. */
export function HubSection({ name, children }: HubSectionProps) {
  return (
    <ErrorBoundary
      fallback={(error, tryAgain) => (
        <p className={styles.problem} role="alert">
          <VerdictIcon verdict="down" />
          <span>
            {name} cannot be shown because of a fault in it:{' '}
            <bdi>{error instanceof Error ? error.message : String(error)}</bdi>{' '}
            <button type="button" className={styles.again} onClick={tryAgain}>
              Try again
            </button>
          </span>
        </p>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
