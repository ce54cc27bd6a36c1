import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import styles from './Questions.module.css'

interface ExactFieldProps {
  label: string
  unit: string
  /** The question, for who does not see it above. */
  of: string
  range: readonly [least: number, most: number]
  value: number | undefined
  /** `undefined` while what is typed is no number of the range. */
  onChange: (value: number | undefined) => void
}

/** A number beside an answer, which sizes what is proposed. What is typed stays, also where it is none yet. */
export function ExactField({ label, unit, of, range: [least, most], value, onChange }: ExactFieldProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined
  const fits = number !== undefined && number >= least && number <= most
  return (
    <Field
      className={styles.exact}
      label={`${label}, in ${unit}`}
      validationState={typed === '' || fits ? 'none' : 'error'}
      validationMessage={
        typed === '' || fits
          ? undefined
          : `A whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}, or another answer.`
      }
    >
      <Input
        size="small"
        inputMode="numeric"
        aria-label={`${of} ${label}, in ${unit}`}
        value={typed}
        placeholder={`${least.toLocaleString('en')} to ${most.toLocaleString('en')}`}
        onChange={(_, { value: next }) => {
          setTyped(next)
          const meant = /^\d{1,6}$/.test(next.trim()) ? Number(next) : undefined
          onChange(meant !== undefined && meant >= least && meant <= most ? meant : undefined)
        }}
      />
    </Field>
  )
}
