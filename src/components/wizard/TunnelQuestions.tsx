import type { PolicyProblem, TypedPolicy } from '../../model/edits/ipsec-policy.ts'
import { ChoiceField } from '../../ui/wizard/ChoiceField.tsx'
import type { Said } from '../../ui/wizard/said.ts'
import { PolicyFields } from '../PolicyFields.tsx'
import styles from './FormStep.module.css'

interface TunnelAnswers {
  protocol: 'IKEv2' | 'IKEv1'
  policy: 'default' | 'Strong' | 'Compatible' | 'custom'
  custom: TypedPolicy
}

/** More to say of a policy, by its value. */
type OfPolicy = Partial<Record<TunnelAnswers['policy'], string | undefined>>

interface TunnelQuestionsProps {
  answers: TunnelAnswers
  said: (field: string) => readonly Said[]
  notes: OfPolicy
  /** Why one of them is chosen without being asked for. */
  why: OfPolicy
  onChange: (field: string, change: (now: TunnelAnswers) => Partial<TunnelAnswers>) => void
}

/** By which IKE version and policy both ends of a tunnel agree. */
export function TunnelQuestions({ answers, said, notes, why, onChange }: TunnelQuestionsProps) {
  const { protocol, policy } = answers
  const help = (of: keyof OfPolicy, text: string) => [text, notes[of] ?? ''].join(' ').trim()
  return (
    <>
      <ChoiceField
        id="connection.protocol"
        label="IKE version"
        value={protocol}
        said={said('connection.protocol')}
        choices={[
          {
            value: 'IKEv2',
            label: 'IKEv2',
            help: 'Renews its keys without dropping the tunnel.',
            why: protocol === 'IKEv2' ? 'Default' : undefined,
          },
          { value: 'IKEv1', label: 'IKEv1', help: 'For devices without IKEv2: each renewal interrupts.' },
        ]}
        onChange={(chosen) => onChange('connection.protocol', () => ({ protocol: chosen }))}
      />
      <ChoiceField
        id="connection.policy"
        label="IPsec policy"
        value={policy}
        said={said('connection.policy')}
        choices={[
          {
            value: 'default',
            label: 'Azure’s defaults',
            help: help('default', 'Several offers, which most devices come up with at once.'),
            why: why.default,
          },
          {
            value: 'Strong',
            label: 'Strong',
            help: help('Strong', 'AES-GCM 256, SHA-384, ECP384, and nothing else is accepted.'),
          },
          {
            value: 'Compatible',
            label: 'Compatible',
            help: 'AES 256, SHA-256, DH group 14, which most devices with IKEv2 take.',
            why: why.Compatible,
          },
          { value: 'custom', label: 'Custom', help: 'Every value by hand.' },
        ]}
        onChange={(chosen) => onChange('connection.policy', () => ({ policy: chosen }))}
      />
      {policy === 'custom' && <CustomPolicy answers={answers} said={said} onChange={onChange} />}
    </>
  )
}

function CustomPolicy({
  answers: { custom },
  said,
  onChange,
}: Pick<TunnelQuestionsProps, 'answers' | 'said' | 'onChange'>) {
  // A record's keys are its fields.
  const fields = Object.keys(custom) as (keyof TypedPolicy)[]
  const problems = fields.flatMap((field) =>
    said(`connection.custom.${field}`).map(({ is, text }): PolicyProblem => ({ field, is, text })),
  )
  return (
    <div className={styles.questions} id="connection.custom">
      <PolicyFields
        policy={custom}
        problems={problems}
        idPrefix="connection.custom."
        onChange={(change) =>
          onChange('connection.custom', (now) => ({ custom: { ...now.custom, ...change } }))
        }
      />
    </div>
  )
}
