import type { ReactNode } from 'react'
import styles from './Deploy.module.css'

interface MeanwhileItem {
  icon: ReactNode
  title: string
  text: string
  /** The way there, or what to copy. */
  action?: ReactNode
}

/** What there is to do besides a run, while Azure works and after. */
export function Meanwhile({ title, items }: { title: string; items: readonly MeanwhileItem[] }) {
  return (
    <section aria-labelledby="meanwhile">
      <h2 className={styles.heading} id="meanwhile">
        {title}
      </h2>
      <ul className={styles.meanwhile}>
        {items.map((one) => (
          <li key={one.title}>
            {one.icon}
            <span>
              <strong>{one.title}</strong> <span className={styles.quiet}>{one.text}</span>
            </span>
            {one.action}
          </li>
        ))}
      </ul>
    </section>
  )
}
