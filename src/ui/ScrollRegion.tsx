import type { ReactNode } from 'react'
import styles from './ScrollRegion.module.css'

interface ScrollRegionProps {
  label: string
  className?: string | undefined
  children: ReactNode
}

/** What may be wider than the page scrolls in here, by the keyboard too. */
export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  return (
    // Only what has the focus can be scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className={`${styles.region} ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
