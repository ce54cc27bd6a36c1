import { Radio, RadioGroup } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import type { Said } from './said.ts'
import { SaidLines } from './SaidLines.tsx'
import styles from './AskField.module.css'

export interface Choice<V extends string> {
  value: V
  label: string
  help?: ReactNode
  /** Why it is what is chosen without being asked for: `Default for two devices`. */
  why?: string | undefined
  /** Why it cannot be chosen, said in place of what it means. */
  unfit?: string | undefined
}

interface ChoiceFieldProps<V extends string> {
  id: string
  label: string
  value: V
  choices: readonly Choice<V>[]
  said?: readonly Said[]
  onChange: (value: V) => void
}

/** One of a few, each with what it means. */
export function ChoiceField<V extends string>({
  id,
  label,
  value,
  choices,
  said = [],
  onChange,
}: ChoiceFieldProps<V>) {
  const unique = useId()
  return (
    <fieldset
      id={id}
      className={styles.group}
      aria-describedby={said.length > 0 ? `${unique}said` : undefined}
    >
      <legend>{label}</legend>
      <RadioGroup
        aria-label={label}
        value={value}
        onChange={(_, data) => {
          const chosen = choices.find((one) => one.value === data.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices
          .map(({ unfit, ...choice }) => ({ ...choice, help: unfit ?? choice.help, unfit }))
          .map((choice) => (
            <div key={choice.value} className={styles.choice}>
              <Radio
                value={choice.value}
                // What is chosen already can be left, and is an error said below.
                disabled={choice.unfit !== undefined && choice.value !== value}
                aria-describedby={choice.help === undefined ? undefined : `${unique}${choice.value}`}
                label={
                  <>
                    {choice.label}{' '}
                    {choice.why !== undefined && <span className={styles.tag}>{choice.why}</span>}
                  </>
                }
              />
              {choice.help !== undefined && (
                <p id={`${unique}${choice.value}`} className={styles.choiceHelp}>
                  {choice.help}
                </p>
              )}
            </div>
          ))}
      </RadioGroup>
      <SaidLines id={`${unique}said`} field={id} said={said} />
    </fieldset>
  )
}
