import { Field, Input, Select } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import {
  natRuleEdit,
  natRuleProblems,
  natRuleRemoval,
  newNatRule,
  type TypedNatRule,
  typedNatRuleOf,
} from '../../../../model/edits/nat-rules.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { NatRule, VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { NatRuleFields } from './NatRuleFields.tsx'
import { textIn } from './read-values.ts'
import { natRulesOf, usersOf } from './nat-rules-of.ts'

interface Values extends JsonObject, TypedNatRule {
  /** Id of the rule that is changed; empty: a new one. */
  rule: string
  /** What becomes of it. */
  remove: 'no' | 'yes'
}

const NEW: Values = {
  rule: '',
  remove: 'no',
  name: '',
  type: 'Static',
  mode: 'EgressSnat',
  internal: '',
  external: '',
  ipConfigurationId: '',
}

/** One rule at a time: Azure updates the whole gateway for each. */
export function ChangeNatRules({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const rules = natRulesOf(resource)
  const form = useForm({ topic: 'nat-rules', id: resource.id, now: NEW, read })
  const { rule: id, remove, ...typed } = form.values
  const rule = rules.find((one) => keyOf(one.id) === keyOf(id))
  const users = rule ? usersOf(rule, estate) : []
  const removing = rule !== undefined && remove === 'yes'
  const others = rules.filter((one) => one !== rule)
  const untouched = rule === undefined && typed.name === '' && typed.internal === '' && typed.external === ''
  const problems = untouched || removing ? [] : natRuleProblems(resource, typed, others)

  function choose(next: string) {
    const chosen = rules.find((one) => one.id === next)
    form.set(chosen ? { ...NEW, ...typedNatRuleOf(chosen), rule: chosen.id } : NEW)
  }

  return (
    <ConfigureDialog
      resource={resource}
      topic="nat-rules"
      open={open}
      onClose={onClose}
      form={{ ...form, outdated: undefined }}
      title={
        <>
          NAT rules of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        untouched ? { ...newNatRule(resource, typed), changes: [] } : writeOf(resource, rule, typed, removing)
      }
      notYet={notYet({ untouched, problem: problems[0]?.text, removing, users })}
      confirm={removing ? rule.name : undefined}
      consequences={gatewayChanged(resource, estate, {
        drops:
          rule === undefined
            ? 'Nothing: no connection uses a new rule yet. The gateway is updated meanwhile.'
            : 'Sessions of the connections that use the rule, which get other addresses.',
        after:
          rule === undefined
            ? 'A connection uses it when it is named there.'
            : 'The device has to know the other addresses, in its routes or its BGP.',
      })}
      verb={removing ? 'Delete rule' : rule ? 'Change rule' : 'Add rule'}
    >
      <div className={styles.fields}>
        <Field label="Rule">
          <Select value={rule?.id ?? ''} onChange={(_, { value }) => choose(value)}>
            <option value="">A new rule</option>
            {rules.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        {rule === undefined && (
          <Field label="Name" {...said(problems.find(({ field }) => field === 'name')?.text)}>
            <Input value={typed.name} onChange={(_, { value }) => form.set({ name: value })} />
          </Field>
        )}
        {rule !== undefined && (
          <Field label="What becomes of it" hint={usersHint(users)}>
            <Select
              value={remove}
              onChange={(_, { value }) => form.set({ remove: value === 'yes' ? 'yes' : 'no' })}
            >
              <option value="no">It is changed</option>
              <option value="yes">It is deleted</option>
            </Select>
          </Field>
        )}
        {!removing && (
          <NatRuleFields
            gateway={resource}
            typed={typed}
            fixedType={rule !== undefined}
            problems={problems}
            onChange={form.set}
          />
        )}
      </div>
    </ConfigureDialog>
  )
}

function writeOf(
  gateway: VirtualNetworkGateway,
  rule: NatRule | undefined,
  typed: TypedNatRule,
  removing: boolean,
) {
  if (rule === undefined) return newNatRule(gateway, typed)
  return removing ? natRuleRemoval(gateway, rule) : natRuleEdit(gateway, rule, typed)
}

interface Obstacles {
  untouched: boolean
  problem: string | undefined
  removing: boolean
  users: readonly string[]
}

function notYet({ untouched, problem, removing, users }: Obstacles): string | undefined {
  if (untouched) return 'Nothing is filled in yet'
  if (removing && users.length > 0) return 'A connection uses the rule: take it out there first'
  return problem
}

function usersHint(users: readonly string[]): string {
  return users.length === 0 ? 'No connection uses it, as far as was read.' : `Used by ${users.join(', ')}.`
}

function said(text: string | undefined) {
  return { validationState: text === undefined ? 'none' : 'error', validationMessage: text } as const
}

function read(values: JsonObject): Values {
  return {
    rule: textIn(values, 'rule'),
    remove: values.remove === 'yes' ? 'yes' : 'no',
    name: textIn(values, 'name'),
    type: values.type === 'Dynamic' ? 'Dynamic' : 'Static',
    mode: values.mode === 'IngressSnat' ? 'IngressSnat' : 'EgressSnat',
    internal: textIn(values, 'internal'),
    external: textIn(values, 'external'),
    ipConfigurationId: textIn(values, 'ipConfigurationId'),
  }
}
