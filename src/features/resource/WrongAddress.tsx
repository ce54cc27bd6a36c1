import type { Row } from '../../model/list/row.ts'
import { FindAgain } from './FindAgain.tsx'
import styles from './Problem.module.css'

interface WrongAddressProps {
  /** What stands where an id should. */
  text: string
  problem: string
  rows: readonly Row[]
}

/** An address that names no resource: says what is wrong with it, and searches for what it may have meant. */
export function WrongAddress({ text, problem, rows }: WrongAddressProps) {
  return (
    <div className={styles.page}>
      <title>Not a resource id · Hybrid Connectivity Hub</title>
      <h1 className={styles.heading}>
        {text === '' ? 'This address names no resource' : 'This is not the id of a resource'}
      </h1>
      <p className={styles.text}>{problem}</p>
      {text !== '' && (
        <p className={styles.id}>
          <bdi>{text}</bdi>
        </p>
      )}
      <FindAgain name={lastWord(text)} rows={rows} />
    </div>
  )
}

function lastWord(text: string): string {
  return text.split('/').findLast((segment) => segment.trim() !== '') ?? ''
}
