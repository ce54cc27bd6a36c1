import styles from './DemoPanel.module.css'

/** A name and what it means, as the label of a radio button. */
export function Choice({ name, meaning }: { name: string; meaning: string }) {
  return (
    <>
      {name}
      <div className={styles.choice}>{meaning}</div>
    </>
  )
}
