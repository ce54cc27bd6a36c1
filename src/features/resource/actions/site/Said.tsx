import { Button } from '@fluentui/react-components'
import type { SiteProblem } from '../../../../model/edits/site-rules.ts'
import type { SiteValues } from '../../../../model/edits/site.ts'
import styles from './Said.module.css'

interface SaidProps {
  /** Of the text below a field, for `aria-describedby`. */
  id?: string
  problems: readonly SiteProblem[]
  /** The words stand elsewhere. */
  fixesOnly?: true
  onFix: (change: Partial<SiteValues>) => void
}

/** What is wrong with a field, and a button that puts it right. */
export function Said({ id, problems, fixesOnly, onFix }: SaidProps) {
  const shown = problems.filter(({ fix }) => !fixesOnly || fix)
  if (shown.length === 0) return null
  return (
    <div id={id} className={styles.said}>
      {shown.map(({ is, text, fix }) => (
        <p key={text} className={is === 'error' ? styles.error : styles.advice}>
          {!fixesOnly && text}{' '}
          {fix && (
            <Button size="small" onClick={() => onFix(fix.change)}>
              {fix.label}
            </Button>
          )}
        </p>
      ))}
    </div>
  )
}
