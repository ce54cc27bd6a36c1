import { Input, Select } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { nameOfChosen } from '../../model/wizard/place.ts'
import type { Chosen } from '../../model/wizard/chosen.ts'
import { AskField } from '../../ui/wizard/AskField.tsx'
import { PickField } from '../../ui/wizard/PickField.tsx'
import type { PickOption } from '../../ui/wizard/PickList.tsx'
import type { DraftedWizard } from './use-drafted-wizard.ts'

/** Longer than any list of prefixes that is typed; more was pasted by mistake. */
const LONGEST = 1000

interface FieldProps {
  /** Its place in the answers. */
  field: string
  label: string
  /** In place of why it has what it has. */
  help?: ReactNode
}

interface TextAnswerProps<A> extends FieldProps {
  value: string
  numeric?: true
  placeholder?: string
  set: (answers: A, value: string) => A
}

interface SelectAnswerProps<A> extends FieldProps {
  value: string
  options: readonly { value: string; label: string }[]
  set: (answers: A, value: string) => A
}

interface ChosenAnswerProps<A> extends FieldProps {
  /** What is worth knowing of it, and nothing to be put right. */
  remark?: string | undefined
  value: Chosen
  options: readonly PickOption[]
  set: (answers: A, chosen: Chosen) => A
}

/**
 * The fields of a wizard's answers, each with what is said of it and why it has what it has.
 * @param useWizard of the wizard that they are in
 */
export function answerFields<A>(useWizard: () => Pick<DraftedWizard<A, string>, 'said' | 'edit' | 'reason'>) {
  function TextAnswer({ field, label, help, value, numeric, placeholder, set }: TextAnswerProps<A>) {
    const { said, edit, reason } = useWizard()
    const about = said(field)
    return (
      <AskField id={field} label={label} help={help ?? reason(field)} said={about}>
        <Input
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          maxLength={LONGEST}
          {...(numeric && { inputMode: 'numeric' })}
          aria-invalid={about.some(({ is }) => is === 'error') ? true : undefined}
          onChange={(_, data) => edit(field, (answers) => set(answers, data.value))}
        />
      </AskField>
    )
  }

  function SelectAnswer({ field, label, help, value, options, set }: SelectAnswerProps<A>) {
    const { said, edit, reason } = useWizard()
    const about = said(field)
    const known = options.some((one) => one.value === value)
    return (
      <AskField id={field} label={label} help={help ?? reason(field)} said={about}>
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

  /** One that is there, or a new one by its name. */
  function ChosenAnswer({ field, label, help, remark, value, options, set }: ChosenAnswerProps<A>) {
    const { said, edit, reason } = useWizard()
    const chosen = value.is === 'existing' ? optionOf(value.id, options) : undefined
    return (
      <PickField
        id={field}
        label={label}
        help={help ?? chosen?.facts ?? reason(field)}
        said={remark === undefined ? said(field) : [...said(field), { is: 'advice', text: remark }]}
        options={options}
        text={value.is === 'existing' ? (chosen?.label ?? nameOfChosen(value)) : value.name}
        chosen={value.is === 'existing' ? (chosen?.value ?? value.id) : undefined}
        onName={(name) => edit(field, (answers) => set(answers, { is: 'new', name }))}
        onPick={(id) => edit(field, (answers) => set(answers, { is: 'existing', id }))}
      />
    )
  }

  return { TextAnswer, SelectAnswer, ChosenAnswer }
}

/** Ids compare without case. */
export function optionOf(id: string, options: readonly PickOption[]): PickOption | undefined {
  return options.find(({ value }) => value.toLowerCase() === id.toLowerCase())
}
