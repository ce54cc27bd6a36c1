import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './FormStep.module.css'

/** While the lists of the estate are on their way. */
export function Reading({ title }: { title: string }) {
  return (
    <div aria-busy>
      <title>{`${title} · Hybrid Connectivity Hub`}</title>
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.lead} role="status">
        Reading what is there, so that the proposals fit it.
      </p>
      <div className={styles.questions}>
        {[280, 420, 360, 420].map((width, at) => (
          <Skeleton key={at} width={width} />
        ))}
      </div>
    </div>
  )
}
