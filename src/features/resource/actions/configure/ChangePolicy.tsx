import { Radio, RadioGroup } from '@fluentui/react-components'
import { PolicyFields } from '../../../../components/PolicyFields.tsx'
import type { JsonObject } from '../../../../lib/json.ts'
import { connectionChanged } from '../../../../model/edits/configure-consequences.ts'
import {
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
        {custom && <PolicyFields policy={typed} problems={problems} onChange={form.set} />}
      </div>
    </ConfigureDialog>
  )
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
