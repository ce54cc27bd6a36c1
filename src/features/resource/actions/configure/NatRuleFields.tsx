import { Field, Input, Select } from '@fluentui/react-components'
import type { NatRuleProblem, TypedNatRule } from '../../../../model/edits/nat-rules.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import styles from './Configure.module.css'

interface NatRuleFieldsProps {
  gateway: VirtualNetworkGateway
  typed: TypedNatRule
  /** It exists: name and type cannot be changed. */
  fixedType: boolean
  problems: readonly NatRuleProblem[]
  onChange: (change: Partial<TypedNatRule>) => void
}

export function NatRuleFields({ gateway, typed, fixedType, problems, onChange }: NatRuleFieldsProps) {
  const about = (field: keyof TypedNatRule) => {
    const text = problems.find((one) => one.field === field)?.text
    return { validationState: text === undefined ? 'none' : 'error', validationMessage: text } as const
  }
  return (
    <div className={styles.two}>
      <Field label="Type" hint={fixedType ? 'Cannot be changed; a new rule can be of the other type' : TYPES}>
        <Select
          value={typed.type}
          disabled={fixedType}
          onChange={(_, { value }) => onChange({ type: value === 'Dynamic' ? 'Dynamic' : 'Static' })}
        >
          <option>Static</option>
          <option>Dynamic</option>
        </Select>
      </Field>
      <Field label="Mode" hint="EgressSnat: what leaves Azure; IngressSnat: what comes in">
        <Select
          value={typed.mode}
          onChange={(_, { value }) =>
            onChange({ mode: value === 'IngressSnat' ? 'IngressSnat' : 'EgressSnat' })
          }
        >
          <option>EgressSnat</option>
          <option>IngressSnat</option>
        </Select>
      </Field>
      <Field label="Internal prefix" {...about('internal')}>
        <Input
          value={typed.internal}
          placeholder="10.0.1.0/24"
          spellCheck={false}
          onChange={(_, { value }) => onChange({ internal: value.trim() })}
        />
      </Field>
      <Field label="External prefix" {...about('external')}>
        <Input
          value={typed.external}
          placeholder="192.168.1.0/24"
          spellCheck={false}
          onChange={(_, { value }) => onChange({ external: value.trim() })}
        />
      </Field>
      {gateway.ipConfigurations.length > 1 && (
        <Field label="Instance" {...about('ipConfigurationId')}>
          <Select
            value={typed.ipConfigurationId}
            onChange={(_, { value }) => onChange({ ipConfigurationId: value })}
          >
            <option value="">Both</option>
            {gateway.ipConfigurations.map(({ id, name }, index) => (
              <option key={name} value={id ?? ''} disabled={id === undefined}>
                {`Instance ${index}, ${name}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  )
}

const TYPES = 'Static: one address to one. Dynamic: many to few, and only the inside can begin'
