import { Button, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { connectionChanged } from '../../../../model/edits/configure-consequences.ts'
import {
  IPSEC_OPTIONS,
  policyEdit,
  policyProblems,
  PRESETS,
  type TypedPolicy,
  typedPolicyOf,
} from '../../../../model/edits/ipsec-policy.ts'
import type { Connection } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { flagIn, textIn } from './read-values.ts'

interface Values extends JsonObject, TypedPolicy {
  custom: boolean
}

export function ChangePolicy({ resource, estate, open, onClose }: ActionFormProps<Connection>) {
  const set = typedPolicyOf(resource)
  const form = useForm({
    topic: 'policy',
    id: resource.id,
    now: { custom: set !== undefined, ...(set ?? PRESETS.Strong) },
    read,
  })
  const { custom, ...typed } = form.values
  const problems = custom ? policyProblems(typed) : []
  const about = (field: keyof TypedPolicy) => problems.find((one) => one.field === field)
  const error = problems.find(({ is }) => is === 'error')
  return (
    <ConfigureDialog
      resource={resource}
      topic="policy"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          IPsec policy of <bdi>{resource.name}</bdi>
        </>
      }
      write={policyEdit(resource, custom ? typed : undefined)}
      notYet={error?.text}
      consequences={connectionChanged(resource, estate, {
        drops:
          'The tunnels of this connection, for seconds; for good while the other end offers something else.',
        after: 'Set the same values on the other end. Lifetimes may differ.',
      })}
    >
      <div className={styles.fields}>
        <RadioGroup
          aria-label="Policy"
          value={custom ? 'custom' : 'default'}
          onChange={(_, { value }) => form.set({ custom: value === 'custom' })}
        >
          <Radio value="default" label="Azure's defaults: several offers, with DH group 2 in phase 1" />
          <Radio value="custom" label="One custom policy, and nothing else is accepted" />
        </RadioGroup>
        {custom && (
          <>
            <p className={styles.presets}>
              <span className={styles.note}>Fill in</span>
              {(['Strong', 'Compatible'] as const).map((name) => (
                <Button key={name} size="small" onClick={() => form.set(PRESETS[name])}>
                  {name}
                </Button>
              ))}
            </p>
            {PHASES.map(({ name, fields }) => (
              <fieldset key={name} className={styles.phase}>
                <legend>{name}</legend>
                <div className={styles.two}>
                  {fields.map(({ field, label, number }) => {
                    const problem = about(field)
                    return (
                      <Field
                        key={field}
                        label={label}
                        validationState={problem ? (problem.is === 'error' ? 'error' : 'warning') : 'none'}
                        validationMessage={problem?.text}
                      >
                        {number ? (
                          <Input
                            value={typed[field]}
                            inputMode="numeric"
                            aria-invalid={problem?.is === 'error'}
                            onChange={(_, { value }) => form.set({ [field]: value })}
                          />
                        ) : (
                          <Select
                            value={typed[field]}
                            aria-invalid={problem?.is === 'error'}
                            onChange={(_, { value }) => form.set({ [field]: value })}
                          >
                            {optionsFor(field, typed[field]).map((option) => (
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
        )}
      </div>
    </ConfigureDialog>
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

function read(values: JsonObject): Values {
  return {
    custom: flagIn(values, 'custom'),
    ikeEncryption: textIn(values, 'ikeEncryption'),
    ikeIntegrity: textIn(values, 'ikeIntegrity'),
    dhGroup: textIn(values, 'dhGroup'),
    ipsecEncryption: textIn(values, 'ipsecEncryption'),
    ipsecIntegrity: textIn(values, 'ipsecIntegrity'),
    pfsGroup: textIn(values, 'pfsGroup'),
    saLifeTimeSeconds: textIn(values, 'saLifeTimeSeconds'),
    saDataSizeKilobytes: textIn(values, 'saDataSizeKilobytes'),
  }
}
