import { isJsonObject, type JsonObject } from '../../../lib/json.ts'
import { keyOf } from '../../paths.ts'
import type { VpnHubGateway } from '../../resources/virtual-wan.ts'
import type { DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { heldInHub } from '../held-by.ts'
import { setMembers } from '../set-members.ts'
import type { Write } from '../write.ts'
import { nameText, prefixText, wrong } from './said.ts'
import { siteConnectionsOf } from './touched.ts'

type Values = {
  /** Name of the rule; empty: a new one. */
  rule: string
  remove: boolean
  name: string
  type: string
  mode: string
  internal: string
  external: string
}

const TYPE = 'Microsoft.Network/vpnGateways/natRules'

/** One NAT rule of a hub's VPN gateway at a time (Virtual WAN document 4). */
export const HUB_NAT: DrawnForm<VpnHubGateway, Values> = {
  topic: 'nat-rules',
  title: 'NAT rules of',
  values: () => ({
    rule: '',
    remove: false,
    name: '',
    type: 'Static',
    mode: 'EgressSnat',
    internal: '',
    external: '',
  }),
  fields: ({ rule, remove }, { resource }) => [
    {
      is: 'choice',
      name: 'rule',
      label: 'Rule',
      options: [
        { value: '', label: 'A new rule' },
        ...rulesOf(resource).map((one) => ({ value: nameIn(one), label: wordsOf(one) })),
      ],
    },
    ...(rule === ''
      ? ([
          { is: 'text', name: 'name', label: 'Name' },
          {
            is: 'choice',
            name: 'type',
            label: 'Type',
            hint: 'Static: one address to one. Dynamic: many to few, and only the inside can begin',
            options: ['Static', 'Dynamic'].map((value) => ({ value, label: value })),
          },
          {
            is: 'choice',
            name: 'mode',
            label: 'Mode',
            hint: 'EgressSnat: what leaves Azure; IngressSnat: what comes in',
            options: ['EgressSnat', 'IngressSnat'].map((value) => ({ value, label: value })),
          },
        ] as const)
      : [{ is: 'switch', name: 'remove', label: 'Delete this rule' } as const]),
    ...(remove && rule !== ''
      ? []
      : ([
          { is: 'text', name: 'internal', label: 'Internal prefix', hint: hintOf(rule) },
          { is: 'text', name: 'external', label: 'External prefix', hint: hintOf(rule) },
        ] as const)),
  ],
  problems: (values, { resource }) => problemsOf(values, resource),
  write: (values, { resource, estate }) => {
    const facts = {
      topic: 'nat-rules',
      id:
        values.rule === '' && values.name === ''
          ? resource.id
          : `${resource.id}/natRules/${values.rule || values.name}`,
      name: values.rule || values.name,
      ...heldInHub(resource, estate),
    }
    const existing = rulesOf(resource).find((one) => keyOf(nameIn(one)) === keyOf(values.rule))
    const write: Write =
      existing && values.remove
        ? {
            ...facts,
            is: 'removal',
            method: 'DELETE',
            action: `${TYPE}/delete`,
            what: `Delete the NAT rule ${values.rule} of ${resource.name}`,
            effect:
              'The gateway is updated, which takes minutes. Azure refuses it while a link uses the rule.',
          }
        : {
            ...facts,
            is: 'edit',
            method: 'PUT',
            action: `${TYPE}/write`,
            ...(existing === undefined && { creates: true as const }),
            changes: setMembers(existing ?? {}, wantedOf(values, existing === undefined)),
            what: `the NAT rules of ${resource.name}: ${facts.name}`,
            effect: 'The gateway is updated, which takes minutes.',
          }
    return write
  },
  consequences: ({ rule }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: siteConnectionsOf(resource.id, estate).map(({ id, name }) => ({
      id,
      name,
      note: 'its site connection',
    })),
    drops:
      rule === ''
        ? 'Nothing: no link uses a new rule yet. The gateway is updated meanwhile.'
        : 'Sessions of the links that use the rule, which get other addresses.',
    after:
      rule === '' ? 'A link uses it when it is named there.' : 'The device has to know the other addresses.',
  }),
  confirm: ({ rule, remove }) => (rule !== '' && remove ? rule : undefined),
  verb: ({ rule, remove }) => (rule === '' ? 'Add rule' : remove ? 'Delete rule' : 'Change rule'),
}

function problemsOf(
  { rule, remove, name, internal, external }: Values,
  gateway: VpnHubGateway,
): DrawnProblem[] {
  if (rule !== '' && remove) return []
  const bad = rule === '' ? nameText(name, rulesOf(gateway).map(nameIn)) : undefined
  const about = (field: string, text: string) => {
    // Of a rule that is there an empty field stays as it is.
    if (rule !== '' && text.trim() === '') return []
    const problem = prefixText(text.trim())
    return problem === undefined ? [] : [wrong(field, problem)]
  }
  return [
    ...(bad === undefined ? [] : [wrong('name', bad)]),
    ...about('internal', internal),
    ...about('external', external),
  ]
}

function wantedOf({ type, mode, internal, external }: Values, isNew: boolean) {
  const mapping = (text: string) => [{ addressSpace: text.trim() }]
  return [
    ...(isNew
      ? ([
          [['properties', 'type'], type],
          [['properties', 'mode'], mode],
        ] as const)
      : []),
    ...(internal.trim() === '' ? [] : ([[['properties', 'internalMappings'], mapping(internal)]] as const)),
    ...(external.trim() === '' ? [] : ([[['properties', 'externalMappings'], mapping(external)]] as const)),
  ]
}

function hintOf(rule: string): string {
  return rule === '' ? 'Such as 10.0.1.0/24' : 'Empty: stays as it is'
}

function wordsOf(rule: JsonObject): string {
  const first = (member: string) => {
    const mappings = memberAt(rule, ['properties', member])
    const space = Array.isArray(mappings) ? memberAt(mappings[0], ['addressSpace']) : undefined
    return typeof space === 'string' ? space : 'not told'
  }
  return `${nameIn(rule)}, ${first('internalMappings')} to ${first('externalMappings')}`
}

function nameIn({ name }: JsonObject): string {
  return typeof name === 'string' ? name : ''
}

function rulesOf({ body }: VpnHubGateway): JsonObject[] {
  const rules = memberAt(body, ['properties', 'natRules'])
  return Array.isArray(rules) ? rules.filter(isJsonObject) : []
}
