import { useMemo } from 'react'
import { HIGHLIGHTED_CHARACTERS, jsonTokens } from './json-tokens.ts'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import styles from './JsonText.module.css'

interface JsonTextProps {
  text: string
  label: string
  /** In a narrow place long lines go on below, without numbers. */
  wrapped?: boolean
}

/** Numbered lines of JSON. A very long text is one node, so that it does not hold up the page. */
export function JsonText({ text, label, wrapped = false }: JsonTextProps) {
  const numbers = useMemo(() => lineNumbers(text), [text])
  const tokens = useMemo(() => (text.length > HIGHLIGHTED_CHARACTERS ? undefined : jsonTokens(text)), [text])
  return (
    <ScrollRegion className={`${styles.frame} ${wrapped ? styles.wrapped : ''}`} label={label}>
      {!wrapped && (
        <pre className={styles.numbers} aria-hidden>
          {numbers}
        </pre>
      )}
      <pre className={styles.code}>
        <code dir="ltr">
          {tokens === undefined
            ? text
            : tokens.map(({ is, text: part }, index) =>
                is === 'text' ? (
                  part
                ) : (
                  <span key={index} className={styles[is]}>
                    {part}
                  </span>
                ),
              )}
        </code>
      </pre>
    </ScrollRegion>
  )
}

function lineNumbers(text: string): string {
  const lines = text.split('\n').length
  return Array.from({ length: lines }, (_, index) => index + 1).join('\n')
}
