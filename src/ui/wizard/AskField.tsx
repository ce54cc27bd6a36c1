import { Field, type FieldControlProps } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { type Said, stateOf } from './said.ts'
import { Remedies } from './Remedies.tsx'
import styles from './AskField.module.css'

interface AskFieldProps {
  /** The field's place, where Next and the summary lead. */
  id: string
  label: string
  help?: ReactNode
  said?: readonly Said[]
  /** The control; a function of the field's own properties where it is not the outermost element. */
  children: ReactElement | ((field: FieldControlProps) => ReactElement)
}

/** Label above, help under it, and in place of the help what is wrong, with what puts it right. */
export function AskField({ id, label, help, said = [], children }: AskFieldProps) {
  return (
    <div id={id} className={styles.field}>
      <Field
        className={styles.control}
        label={label}
        hint={said.length > 0 || help === undefined ? undefined : { children: help }}
        validationState={stateOf(said)}
        validationMessage={said.length > 0 ? { children: told(said) } : undefined}
      >
        {children}
      </Field>
      <Remedies field={id} said={said} />
    </div>
  )
}

/** One below the other: they are sentences of their own. */
function told(said: readonly Said[]): ReactNode {
  const [only, ...more] = said
  return more.length === 0
    ? only?.text
    : said.map(({ text }) => (
        <span key={text} className={styles.line}>
          {text}{' '}
        </span>
      ))
}
