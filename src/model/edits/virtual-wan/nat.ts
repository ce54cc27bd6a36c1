import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import { keyOf } from '../../paths.ts'
import type { VpnHubGateway } from '../../resources/virtual-wan.ts'
import type { DrawnField, DrawnForm, DrawnProblem, DrawnRow } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { heldInHub } from '../held-by.ts'
import { setMembers } from '../set-members.ts'
import type { Write } from '../write.ts'
import type { Wanted } from './made.ts'
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
  /** Of a rule that is there, all of them; `of`: whose they are. */
  mappings: DrawnRow[]
  of: string
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
    mappings: [],
    of: '',
  }),
  // Those of another rule are not for this one.
  settled: (values, { resource }) =>
    values.of === values.rule
      ? values
      : {
          ...values,
          remove: false,
          of: values.rule,
          mappings: mappingsOf(ruleOf(resource, values.rule)),
        },
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
      : rule === ''
        ? ([
            { is: 'text', name: 'internal', label: 'Internal prefix', hint: 'Such as 10.0.1.0/24' },
            { is: 'text', name: 'external', label: 'External prefix', hint: 'Such as 192.168.1.0/24' },
          ] as const)
        : [MAPPINGS]),
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
    const existing = ruleOf(resource, values.rule)
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
            changes: setMembers(
              existing ?? {},
              existing ? mappingsWanted(values.mappings) : ruleWanted(values),
            ),
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
  { rule, remove, name, internal, external, mappings }: Values,
  gateway: VpnHubGateway,
): DrawnProblem[] {
  if (rule !== '' && ruleOf(gateway, rule) === undefined)
    return [wrong('rule', `${rule} is not there any more.`)]
  if (rule !== '' && remove) return []
  if (rule !== '')
    return mappings.flatMap(({ key, prefix }) => {
      const problem = prefixText(textIn(prefix).trim())
      return problem === undefined ? [] : [wrong('mappings', problem, key, 'prefix')]
    })
  const bad = nameText(name, rulesOf(gateway).map(nameIn))
  const about = (field: string, text: string) => {
    const problem = prefixText(text.trim())
    return problem === undefined ? [] : [wrong(field, problem)]
  }
  return [
    ...(bad === undefined ? [] : [wrong('name', bad)]),
    ...about('internal', internal),
    ...about('external', external),
  ]
}

function ruleWanted({ type, mode, internal, external }: Values): Wanted {
  return [
    [['properties', 'type'], type],
    [['properties', 'mode'], mode],
    [['properties', 'internalMappings'], [{ addressSpace: internal.trim() }]],
    [['properties', 'externalMappings'], [{ addressSpace: external.trim() }]],
  ]
}

const SIDES = { internalMappings: 'Internal', externalMappings: 'External' } as const

const MAPPINGS: DrawnField = {
  is: 'rows',
  name: 'mappings',
  label: 'Prefixes',
  hint: 'Ports of a prefix stay as they are.',
  fields: ({ side, place, ports }) => [
    {
      is: 'text',
      name: 'prefix',
      label: `${textIn(side)} prefix${place === '' ? '' : ` ${textIn(place)}`}`,
      ...(ports !== '' && { hint: `Ports ${textIn(ports)}` }),
    },
  ],
  blank: {},
  nameOf: ({ prefix }) => textIn(prefix),
}

/** One row for each; several on one side are counted. */
function mappingsOf(rule: JsonObject | undefined): DrawnRow[] {
  return Object.entries(SIDES)
    .flatMap(([member, side]) =>
      mappingsIn(rule, member).map((mapping, index, all) => ({
        side,
        member,
        index: String(index),
        place: all.length > 1 ? String(index + 1) : '',
        prefix: textIn(memberAt(mapping, ['addressSpace'])),
        ports: textIn(memberAt(mapping, ['portRange'])),
      })),
    )
    .map((row, key) => ({ key, ...row }))
}

/** In its place, so that its ports stay. */
function mappingsWanted(rows: readonly DrawnRow[]): Wanted {
  return rows.map(({ member, index, prefix }) => [
    ['properties', textIn(member), textIn(index), 'addressSpace'],
    textIn(prefix).trim(),
  ])
}

function mappingsIn(rule: JsonObject | undefined, member: string): Json[] {
  const mappings = memberAt(rule, ['properties', member])
  return Array.isArray(mappings) ? mappings : []
}

function wordsOf(rule: JsonObject): string {
  const first = (member: string) => {
    const [one, ...more] = mappingsIn(rule, member)
    const space = textIn(memberAt(one, ['addressSpace'])) || 'not told'
    return more.length === 0 ? space : `${space} and ${more.length} more`
  }
  return `${nameIn(rule)}, ${first('internalMappings')} to ${first('externalMappings')}`
}

function ruleOf(gateway: VpnHubGateway, name: string): JsonObject | undefined {
  return rulesOf(gateway).find((one) => keyOf(nameIn(one)) === keyOf(name))
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function nameIn({ name }: JsonObject): string {
  return typeof name === 'string' ? name : ''
}

function rulesOf({ body }: VpnHubGateway): JsonObject[] {
  const rules = memberAt(body, ['properties', 'natRules'])
  return Array.isArray(rules) ? rules.filter(isJsonObject) : []
}
