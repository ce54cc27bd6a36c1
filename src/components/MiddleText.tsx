import styles from './MiddleText.module.css'

const SHORT = 18
const KEPT_AT_END = 8

/** Text that loses its middle where it does not fit: names differ at both ends. */
export function MiddleText({ text }: { text: string }) {
  if (text.length <= SHORT) return <bdi>{text}</bdi>
  const characters = Array.from(text)
  return (
    <bdi className={styles.text}>
      <span className={styles.start}>{characters.slice(0, -KEPT_AT_END).join('')}</span>
      <span className={styles.end}>{characters.slice(-KEPT_AT_END).join('')}</span>
    </bdi>
  )
}
