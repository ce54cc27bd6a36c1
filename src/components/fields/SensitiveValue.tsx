import { useState } from 'react'
import { CopyButton } from '../CopyButton.tsx'
import { masked, lastFour } from './mask.ts'
import styles from './FieldValueView.module.css'

/** Dots and the last four characters; the whole of it only while asked for. */
export function SensitiveValue({ text, label }: { text: string; label: string }) {
  const [shown, setShown] = useState(false)
  return (
    <span className={styles.sensitive}>
      {shown ? (
        <bdi className={styles.code}>{text}</bdi>
      ) : (
        <span className={styles.code} role="img" aria-label={`Hidden, ends in ${lastFour(text)}`}>
          {masked(text)}
        </span>
      )}
      <button
        type="button"
        className={styles.button}
        aria-label={`${shown ? 'Hide' : 'Show'} ${label}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide' : 'Show'}
      </button>
      <CopyButton text={text} label={`Copy ${label}`} />
    </span>
  )
}
