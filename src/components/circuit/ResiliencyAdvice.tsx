import type { ResiliencyReading } from '../../model/circuit/resiliency.ts'
import styles from './Paths.module.css'

/** What Azure says would raise the index. */
export function ResiliencyAdvice({ reading }: { reading: ResiliencyReading }) {
  const all = reading.components.flatMap(({ recommendations }) => recommendations)
  if (all.length === 0)
    return (
      <p className={styles.note}>
        Azure names nothing to change. What the routes count for is multiplied, up to four times, when the
        failover of both locations was tested within the last 30 days.
      </p>
    )
  return (
    <ul>
      {all.map(({ title, text, severity, link }, index) => (
        <li key={index}>
          <bdi>{[severity, title, text].filter((one) => one !== undefined).join(': ')}</bdi>{' '}
          {link !== undefined && (
            <a href={link} target="_blank" rel="noreferrer">
              Read more
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
