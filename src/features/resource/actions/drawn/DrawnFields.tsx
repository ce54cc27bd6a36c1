import { Checkbox, Field, Input, Select, Switch, Textarea } from '@fluentui/react-components'
import {
  type DrawnField,
  type DrawnProblem,
  type DrawnRow,
  type DrawnSecrets,
  type DrawnValues,
  secretPlace,
} from '../../../../model/edits/drawn-form.ts'
import styles from '../configure/Configure.module.css'
import { RowList } from '../configure/clients/RowList.tsx'
import own from './DrawnFields.module.css'

interface DrawnFieldsProps {
  fields: readonly DrawnField[]
  values: DrawnValues
  secrets: DrawnSecrets
  problems: readonly DrawnProblem[]
  onSet: (change: DrawnValues) => void
  onSecret: (name: string, text: string) => void
}

/** The fields of a drawn form, in their order; short ones stand beside each other. */
export function DrawnFields({ fields, values, secrets, problems, onSet, onSecret }: DrawnFieldsProps) {
  return (
    <div className={own.fields}>
      {fields.map((field) => {
        switch (field.is) {
          case 'note':
            return (
              <p key={field.name} className={own.note}>
                {field.text}
              </p>
            )
          case 'rows':
            return (
              <Rows
                key={field.name}
                field={field}
                values={values}
                secrets={secrets}
                problems={problems}
                onSet={onSet}
                onSecret={onSecret}
              />
            )
          case 'picks':
            return (
              <Picks
                key={field.name}
                field={field}
                value={values[field.name]}
                problems={problems}
                onSet={(picked) => onSet({ [field.name]: picked })}
              />
            )
          default:
            return (
              <OneField
                key={field.name}
                field={field}
                value={field.is === 'secret' ? secrets.get(field.name) : values[field.name]}
                problem={problemAt(problems, field.name)}
                onSet={(value) =>
                  field.is === 'secret' ? onSecret(field.name, String(value)) : onSet({ [field.name]: value })
                }
              />
            )
        }
      })}
    </div>
  )
}

type Single = Exclude<DrawnField, { is: 'rows' | 'picks' | 'note' }>

interface OneFieldProps {
  field: Single
  value: unknown
  problem: DrawnProblem | undefined
  onSet: (value: string | boolean) => void
}

/** So many letters of an option fit beside other fields. */
const FITS = 24

function OneField({ field, value, problem, onSet }: OneFieldProps) {
  const { label, locked, is } = field
  // What is wrong says what is asked for, which the hint would say again.
  const hint = problem?.is === 'error' ? undefined : locked === true ? undefined : (locked ?? field.hint)
  const said = {
    validationState: problem === undefined ? 'none' : problem.is === 'error' ? 'error' : 'warning',
    validationMessage: problem?.text,
    ...(hint !== undefined && { hint }),
  } as const
  const disabled = locked !== undefined
  const text = typeof value === 'string' ? value : ''
  const typed = { value: text, disabled, spellCheck: false, autoComplete: 'off' } as const
  switch (is) {
    case 'switch':
      return (
        <Field {...said} className={own.wide}>
          <Switch
            label={label}
            checked={value === true}
            disabled={disabled}
            onChange={(_, { checked }) => onSet(checked)}
          />
        </Field>
      )
    case 'choice':
      return (
        <Field
          label={label}
          {...said}
          {...(field.options.some((option) => option.label.length > FITS) && { className: own.long })}
        >
          <Select value={text} disabled={disabled} onChange={(_, data) => onSet(data.value)}>
            {field.options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.why !== undefined}>
                {option.why === undefined ? option.label : `${option.label}: ${option.why}`}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'long':
      return (
        <Field label={label} {...said} className={own.wide}>
          <Textarea {...typed} resize="vertical" onChange={(_, data) => onSet(data.value)} />
        </Field>
      )
    case 'secret':
      return (
        <Field label={label} {...said}>
          <Input
            type="password"
            value={text}
            disabled={disabled}
            // A password manager must neither fill nor keep it.
            autoComplete="new-password"
            spellCheck={false}
            input={{ autoCapitalize: 'off', autoCorrect: 'off', translate: 'no' }}
            onChange={(_, data) => onSet(data.value)}
          />
        </Field>
      )
    case 'number':
    case 'text':
      return (
        <Field label={label} {...said}>
          <Input
            {...typed}
            {...(is === 'number' && { inputMode: 'numeric' })}
            onChange={(_, data) => onSet(data.value)}
          />
        </Field>
      )
    default:
      return field satisfies never
  }
}

interface PicksProps {
  field: Extract<DrawnField, { is: 'picks' }>
  value: DrawnValues[string] | undefined
  problems: readonly DrawnProblem[]
  onSet: (picked: string[]) => void
}

function Picks({ field, value, problems, onSet }: PicksProps) {
  const picked = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const problem = problemAt(problems, field.name)
  const said = field.locked === true ? undefined : (field.locked ?? field.hint)
  return (
    // A Field is for one control: it would give all of them the same id.
    <fieldset className={`${styles.phase} ${own.wide}`} disabled={field.locked !== undefined}>
      <legend>{field.label}</legend>
      {said !== undefined && <p className={styles.note}>{said}</p>}
      {field.options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.why === undefined ? option.label : `${option.label}: ${option.why}`}
          disabled={option.why !== undefined || field.locked !== undefined}
          checked={picked.includes(option.value)}
          onChange={(_, { checked }) =>
            onSet(checked === true ? [...picked, option.value] : picked.filter((one) => one !== option.value))
          }
        />
      ))}
      {problem && <p className={problem.is === 'error' ? styles.wrong : styles.note}>{problem.text}</p>}
    </fieldset>
  )
}

interface RowsProps extends Omit<DrawnFieldsProps, 'fields'> {
  field: Extract<DrawnField, { is: 'rows' }>
}

function Rows({ field, values, secrets, problems, onSet, onSecret }: RowsProps) {
  const value = values[field.name]
  const rows = Array.isArray(value) ? value.filter((one) => typeof one !== 'string') : []
  const change = (next: DrawnRow[]) => onSet({ [field.name]: next })
  return (
    <div className={own.wide}>
      <RowList
        legend={field.label}
        help={field.hint}
        rows={rows}
        nameOf={field.nameOf}
        add={field.add}
        wrong={problems.find((one) => one.field === field.name && one.row === undefined)?.text}
        onAdd={(key) => change([...rows, { ...field.blank, key }])}
        onRemove={(row) => change(rows.filter((one) => one !== row))}
      >
        {(row) =>
          field.fields(row).map((part) => {
            if (part.is === 'note')
              return (
                <p key={part.name} className={own.note}>
                  {part.text}
                </p>
              )
            const place = secretPlace(field, row, part.name)
            return (
              <OneField
                key={part.name}
                field={part}
                value={part.is === 'secret' ? secrets.get(place) : row[part.name]}
                problem={problemAt(problems, field.name, row.key, part.name)}
                onSet={(to) =>
                  part.is === 'secret'
                    ? onSecret(place, String(to))
                    : change(rows.map((one) => (one === row ? { ...row, [part.name]: to } : one)))
                }
              />
            )
          })
        }
      </RowList>
    </div>
  )
}

/** An error goes before advice. */
function problemAt(
  problems: readonly DrawnProblem[],
  field: string,
  row?: number,
  part?: string,
): DrawnProblem | undefined {
  const here = problems.filter((one) => one.field === field && one.row === row && one.part === part)
  return here.find(({ is }) => is === 'error') ?? here[0]
}
