import styles from './Skeleton.module.css'

/** Holds the place of a text that is still being read. It stands still: nothing pulses for seconds. */
export function Skeleton({ width, height }: { width: number; height?: number }) {
  return <span className={styles.bar} style={{ width, height }} aria-hidden />
}
