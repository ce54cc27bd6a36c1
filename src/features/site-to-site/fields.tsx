import { Input, Select } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Answers } from '../../model/site-to-site/answers.ts'
import type { Chosen } from '../../model/wizard/chosen.ts'
import { defaultReason } from '../../model/site-to-site/default-reason.ts'
import { nameOfChosen } from '../../model/wizard/place.ts'
import { AskField } from '../../ui/wizard/AskField.tsx'
import { PickField } from '../../ui/wizard/PickField.tsx'
import type { PickOption } from '../../ui/wizard/PickList.tsx'
import { useWizard } from './wizard.ts'

interface FieldProps {
  /** Its place in the answers. */
  field: string
  label: string
  /** In place of why it has what it has. */
  help?: ReactNode
}

interface TextAnswerProps extends FieldProps {
  value: string
  numeric?: true
  placeholder?: string
  set: (answers: Answers, value: string) => Answers
}

export function TextAnswer({ field, label, help, value, numeric, placeholder, set }: TextAnswerProps) {
  const { said, edit } = useWizard()
  const reason = useReason(field)
  const about = said(field)
  return (
    <AskField id={field} label={label} help={help ?? reason} said={about}>
      <Input
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        {...(numeric && { inputMode: 'numeric' })}
        aria-invalid={about.some(({ is }) => is === 'error') ? true : undefined}
        onChange={(_, data) => edit(field, (answers) => set(answers, data.value))}
      />
    </AskField>
  )
}

interface SelectAnswerProps extends FieldProps {
  value: string
  options: readonly { value: string; label: string }[]
  set: (answers: Answers, value: string) => Answers
}

export function SelectAnswer({ field, label, help, value, options, set }: SelectAnswerProps) {
  const { said, edit } = useWizard()
  const reason = useReason(field)
  const about = said(field)
  const known = options.some((one) => one.value === value)
  return (
    <AskField id={field} label={label} help={help ?? reason} said={about}>
      <Select
        value={value}
        aria-invalid={about.some(({ is }) => is === 'error') ? true : undefined}
        onChange={(_, data) => edit(field, (answers) => set(answers, data.value))}
      >
        {!known && <option value={value}>{value === '' ? 'Choose one' : value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </AskField>
  )
}

interface ChosenAnswerProps extends FieldProps {
  value: Chosen
  options: readonly PickOption[]
  set: (answers: Answers, chosen: Chosen) => Answers
}

/** One that is there, or a new one by its name. */
export function ChosenAnswer({ field, label, help, value, options, set }: ChosenAnswerProps) {
  const { said, edit } = useWizard()
  const reason = useReason(field)
  const chosen = value.is === 'existing' ? optionOf(value.id, options) : undefined
  return (
    <PickField
      id={field}
      label={label}
      help={help ?? chosen?.facts ?? reason}
      said={said(field)}
      options={options}
      text={value.is === 'existing' ? (chosen?.label ?? nameOfChosen(value)) : value.name}
      chosen={value.is === 'existing' ? (chosen?.value ?? value.id) : undefined}
      onName={(name) => edit(field, (answers) => set(answers, { is: 'new', name }))}
      onPick={(id) => edit(field, (answers) => set(answers, { is: 'existing', id }))}
    />
  )
}

/** Ids compare without case. */
export function optionOf(id: string, options: readonly PickOption[]): PickOption | undefined {
  return options.find(({ value }) => value.toLowerCase() === id.toLowerCase())
}

function useReason(field: string): string | undefined {
  const { answers, around } = useWizard()
  return defaultReason(field, answers, around)
}
