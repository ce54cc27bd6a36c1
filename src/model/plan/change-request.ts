import { count, sentenceList } from '../format.ts'
import { typicalWords, type TypicalTime } from '../operations/durations.ts'
import { keyOf, nameOfId, parentId, typeOfId } from '../paths.ts'
import { kindOfType, kindRow } from '../resources/kinds.ts'
import type { Plan, PlannedResource } from './plan.ts'
import { planTime, type TypicalOf } from './plan-time.ts'
import { removalOrder } from './removal-order.ts'
import { secretsOf } from './template.ts'

export interface ChangeRequestFacts {
  /** What the change is for, as its maker typed it. */
  why?: string
  /** What it comes to in a sentence: `A new site-to-site VPN from Malmö to vnet-hub-sdc`. */
  what?: string
  /** Advice that stays. */
  findings: readonly { text: string }[]
  /** Resources that are there already and will be written, as what-if says; of each what becomes of it. */
  modified?: readonly { name: string; what: string }[]
  typicalOf?: TypicalOf
}

/** A plan as a change request in Markdown, for people who decide about it. Names and typed text are written as text: nothing in them is Markdown. */
export function changeRequestOf(plan: Plan, facts: ChangeRequestFacts): string {
  const { resources, groups, at } = plan
  const total = planTime(plan, facts.typicalOf)
  const secrets = secretsOf(resources)
  return [
    `# ${text(plan.name)}`,
    '## What',
    text(
      facts.what ??
        `Creates ${count(resources.length, 'resource')} in the resource group ${at.resourceGroup}.`,
    ),
    `Subscription ${text(at.subscriptionId)}, resource group ${text(at.resourceGroup)}, region ${text(plan.location)}. ${timeSentence(total)}`,
    '## Why',
    facts.why ? text(facts.why) : '(to be filled in)',
    '## Picture',
    ['```text', ...pictureOf(resources), '```'].join('\n'),
    '## Changes',
    table(
      ['Change', 'Resource', 'Kind', 'Settings', 'Typical time'],
      [
        ...groups.map(({ name, location }) => ['Create', name, 'Resource group', location, '']),
        ...resources.map((one) => [
          'Create',
          nameOfId(one.id),
          kindWords(one),
          one.settings,
          ownTime(one, facts.typicalOf),
        ]),
        ...(facts.modified ?? []).map(({ name, what }) => ['Change', name, '', what, '']),
        ...plan.uses.map(({ id, note }) => ['No change', nameOfId(id), kindOf(id), note, '']),
      ],
    ),
    '## Effect on what carries traffic today',
    effectWords(plan, facts),
    '## Findings',
    facts.findings.length === 0
      ? 'None.'
      : facts.findings.map((finding) => `- ${text(finding.text)}`).join('\n'),
    '## Time',
    [
      timeSentence(total),
      'Azure goes on by itself once it has begun, and finishes a gateway that it has begun even when the deployment is canceled.',
    ].join(' '),
    ...(secrets.length === 0
      ? []
      : [
          '## Secrets',
          `${sentenceList(secrets.map(({ what }) => text(what)))} ${secrets.length === 1 ? 'is' : 'are'} given when the change is made and ${secrets.length === 1 ? 'is' : 'are'} not part of this document.`,
        ]),
    '## Back-out',
    'Delete what was created, in this order. Each has to be gone before the next.',
    removalOrder(resources)
      .map((one, index) => `${index + 1}. ${text(nameOfId(one.id))} (${text(kindWords(one))})`)
      .join('\n'),
    ...(groups.length === 0
      ? []
      : [
          `Then the resource ${groups.length === 1 ? 'group' : 'groups'} ${sentenceList(groups.map(({ name }) => text(name)))}, if nothing else is in ${groups.length === 1 ? 'it' : 'them'} by then.`,
        ]),
    '',
  ].join('\n\n')
}

/** What each resource stands on, as a tree in text: whatever nothing else waits for is at the top. */
export function pictureOf(resources: readonly PlannedResource[]): string[] {
  const byKey = new Map(resources.map((one) => [keyOf(one.id), one]))
  const needed = new Set(resources.flatMap(({ dependsOn }) => dependsOn.map(keyOf)))
  const drawn = new Set<string>()
  const branch = (resource: PlannedResource, first: string, rest: string): string[] => {
    const key = keyOf(resource.id)
    const below = resource.dependsOn.flatMap((id) => byKey.get(keyOf(id)) ?? [])
    const again = drawn.has(key) && below.length > 0
    drawn.add(key)
    const words = plain(`${nameOfId(resource.id)}  ${kindWords(resource)}${again ? ', as above' : ''}`)
    // Nothing in it ends the block of code that it stands in.
    const line = first + words.replaceAll('`', "'")
    if (again) return [line]
    return [
      line,
      ...below.flatMap((one, index) =>
        index === below.length - 1
          ? branch(one, `${rest}└─ `, `${rest}   `)
          : branch(one, `${rest}├─ `, `${rest}│  `),
      ),
    ]
  }
  return resources.filter(({ id }) => !needed.has(keyOf(id))).flatMap((one) => branch(one, '', ''))
}

/** `Subnet of vnet-hub-sdc`, `Public IP address`. */
export function kindWords({ id }: Pick<PlannedResource, 'id'>): string {
  const parent = parentId(id)
  return parent === undefined ? kindOf(id) : `${kindOf(id)} of ${nameOfId(parent)}`
}

function kindOf(id: string): string {
  const type = typeOfId(id) ?? ''
  const kind = kindOfType(type)
  return kind === 'other' ? type : kindRow(kind).name
}

function effectWords({ uses, resources }: Plan, { modified = [] }: ChangeRequestFacts): string {
  const parents = resources.flatMap(({ id }) => parentId(id) ?? [])
  const touched = uses.filter(({ id }) => parents.some((parent) => keyOf(parent) === keyOf(id)))
  const sentences = [
    'Only what is not there yet is created. Nothing is deleted.',
    ...(touched.length === 0
      ? []
      : [
          `${sentenceList(touched.map(({ id }) => text(nameOfId(id))))} gets a new part and stays as it is otherwise.`,
        ]),
    modified.length === 0
      ? 'No existing tunnel, route or gateway is changed.'
      : `Changed: ${sentenceList(modified.map(({ name }) => text(name)))}, see the table.`,
  ]
  return sentences.join(' ')
}

function timeSentence(time: TypicalTime | undefined): string {
  return time ? `Typically ${typicalWords(time)}.` : 'How long it takes is not known.'
}

function ownTime(resource: PlannedResource, typicalOf?: TypicalOf): string {
  const time = planTime({ resources: [{ ...resource, dependsOn: [] }] }, typicalOf)
  return time ? typicalWords(time) : ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(text)))].join('\n')
}

/** One line in which Markdown and HTML see nothing but text. */
function text(words: string): string {
  return plain(words).replace(/[\\`*_{}[\]<>()#+!|~&]/g, (character) => `\\${character}`)
}

function plain(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
