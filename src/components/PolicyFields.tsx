import { Button, Field, Input, Select } from '@fluentui/react-components'
import { IPSEC_OPTIONS, type PolicyProblem, PRESETS, type TypedPolicy } from '../model/edits/ipsec-policy.ts'
import styles from './PolicyFields.module.css'

interface PolicyFieldsProps {
  policy: TypedPolicy
  problems: readonly PolicyProblem[]
  /** Begins the id of each field: `connection.custom.` */
  idPrefix?: string
  onChange: (change: Partial<TypedPolicy>) => void
}

/** All values of a custom IPsec policy, which Azure takes together or not at all. */
export function PolicyFields({ policy, problems, idPrefix, onChange }: PolicyFieldsProps) {
  return (
    <>
      <p className={styles.presets}>
        <span className={styles.note}>Fill in</span>
        {(['Strong', 'Compatible'] as const).map((name) => (
          <Button key={name} size="small" onClick={() => onChange(PRESETS[name])}>
            {name}
          </Button>
        ))}
      </p>
      {PHASES.map(({ name, fields }) => (
        <fieldset key={name} className={styles.phase}>
          <legend>{name}</legend>
          <div className={styles.two}>
            {fields.map(({ field, label, number }) => {
              const problem = problems.find((one) => one.field === field)
              return (
                <Field
                  key={field}
                  id={idPrefix === undefined ? undefined : `${idPrefix}${field}`}
                  label={label}
                  validationState={problem ? (problem.is === 'error' ? 'error' : 'warning') : 'none'}
                  validationMessage={problem?.text}
                >
                  {number ? (
                    <Input
                      value={policy[field]}
                      inputMode="numeric"
                      aria-invalid={problem?.is === 'error'}
                      onChange={(_, { value }) => onChange({ [field]: value })}
                    />
                  ) : (
                    <Select
                      value={policy[field]}
                      aria-invalid={problem?.is === 'error'}
                      onChange={(_, { value }) => onChange({ [field]: value })}
                    >
                      {optionsFor(field, policy[field]).map((option) => (
                        <option key={option}>{option}</option>
                      ))}
                    </Select>
                  )}
                </Field>
              )
            })}
          </div>
        </fieldset>
      ))}
    </>
  )
}

interface PhaseField {
  field: keyof TypedPolicy
  label: string
  number?: true
}

const PHASES: { name: string; fields: PhaseField[] }[] = [
  {
    name: 'IKE phase 1',
    fields: [
      { field: 'ikeEncryption', label: 'Encryption' },
      { field: 'ikeIntegrity', label: 'Integrity' },
      { field: 'dhGroup', label: 'DH group' },
    ],
  },
  {
    name: 'IKE phase 2 (IPsec)',
    fields: [
      { field: 'ipsecEncryption', label: 'IPsec encryption' },
      { field: 'ipsecIntegrity', label: 'IPsec integrity' },
      { field: 'pfsGroup', label: 'PFS group' },
      { field: 'saLifeTimeSeconds', label: 'Lifetime in seconds', number: true },
      { field: 'saDataSizeKilobytes', label: 'Lifetime in kilobytes', number: true },
    ],
  },
]

/** What is documented, and what is set although it is not. */
function optionsFor(field: keyof TypedPolicy, set: string): readonly string[] {
  if (field === 'saLifeTimeSeconds' || field === 'saDataSizeKilobytes') return []
  const options: readonly string[] = IPSEC_OPTIONS[field]
  return set === '' || options.includes(set) ? options : [...options, set]
}
