import { Button } from '@fluentui/react-components'
import type { ShownProblem } from './shown-problem.ts'
import styles from './Said.module.css'

interface SaidProps {
  /** Of the text below a field, for `aria-describedby`. */
  id?: string
  problems: readonly Pick<ShownProblem, 'is' | 'text' | 'fix'>[]
  /** The words stand elsewhere. */
  fixesOnly?: true
}

/** What is wrong with a field, and a button that puts it right. */
export function Said({ id, problems, fixesOnly }: SaidProps) {
  const shown = problems.filter(({ fix }) => !fixesOnly || fix)
  if (shown.length === 0) return null
  return (
    <div id={id} className={styles.said}>
      {shown.map(({ is, text, fix }) => (
        <p key={text} className={is === 'error' ? styles.error : styles.advice}>
          {!fixesOnly && text}{' '}
          {fix && (
            <Button size="small" onClick={fix.run}>
              {fix.label}
            </Button>
          )}
        </p>
      ))}
    </div>
  )
}
