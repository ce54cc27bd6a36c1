import styles from '../Parts.module.css'

/** What something does, in sentences, before its values. */
export function Words({ label, sentences }: { label: string; sentences: readonly string[] }) {
  return (
    <section className={styles.section} aria-label={label}>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.text}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
    </section>
  )
}
