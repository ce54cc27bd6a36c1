import { textAt } from '../../../src/emulator/wire/read.ts'
import type { JsonObject } from '../../../src/emulator/wire/json.ts'
import { readExamples } from '../examples.ts'
import { loadSchemas, type Schemas } from '../schemas.ts'
import { codesOfEmulator, type Code, type Way } from './codes.ts'
import { observe, type Observed } from './observed.ts'
import { SOURCES, sourceOf } from './sources.ts'
import { membersOf, readTraffic, recordingOf, type Traffic } from './traffic.ts'

type Row = string[]

/** The text of docs/emulator-evidence.md, from the emulator's source, its answers and the shared data. */
export async function evidence(specs: string, recordings: string): Promise<string> {
  const traffic = readTraffic(recordings)
  const schemas = loadSchemas(specs)
  const shown = examplesByType(specs)
  const observed = await observe()
  const codes = codesOfEmulator()
  const refusals = (ways: Way[]): Row[] =>
    codeRows(
      codes.filter((one) => ways.includes(one.way)),
      traffic,
    )
  const defaults = observed.flatMap((one) => defaultRows(one, traffic, schemas, shown))
  const tables: [title: string, head: string[], rows: Row[]][] = [
    ['Refusals of the front end', ['code', 'status', 'evidence', 'where'], refusals(['front end'])],
    ['Refusals of Resource Graph', ['code', 'status', 'evidence', 'where'], refusals(['Resource Graph'])],
    [
      'Refusals of the network provider',
      ['code', 'status', 'evidence', 'where'],
      refusals(['network provider']),
    ],
    ['Deletes of what is in use', ['code', 'status', 'evidence', 'where'], refusals(['in use'])],
    [
      'Failures at the end of an operation, and details',
      ['code', 'status', 'evidence', 'where'],
      refusals(['within']),
    ],
    [
      'Operation headers',
      ['type', 'method', 'headers', 'evidence'],
      observed.flatMap((one) => headerRows(one, traffic)),
    ],
    ['Defaults', ['type', 'member', 'value', 'evidence'], defaults],
  ]
  return [INTRODUCTION, summary(tables), ...tables.map((table) => section(...table))].join('\n')
}

const INTRODUCTION = `# The emulator's rules by evidence

Made by \`npm run evidence\`, which reads the emulator's source, what it answers to one small PUT of every type, and the shared
recordings, examples and schemas. Do not edit: a code without a recording gets its source in
\`tests/contract/evidence/sources.ts\`.

- **recording**: a shared recording shows it. **recorded**: a recording that is not among the shared ones.
- **recording, other value**: the service fills the member in too, with a value of its own.
- **example**: an official example shows the member. **documented**: a document has the code, or the published schema the
  member; the value of a default is assumed then.
- **none**: nobody has published the code or the member. What is known about the rule stands beside it.

Headers: A \`Azure-AsyncOperation\`, L \`Location\`, N \`Azure-AsyncNotification\`.
`

function codeRows(codes: Code[], traffic: Traffic): Row[] {
  const rows = new Map<string, Row>()
  for (const one of codes) {
    const { code, status } = one
    const recording = recordingOf(traffic, one)
    const [evidence, where] =
      recording === undefined ? (SOURCES[sourceOf(one) ?? ''] ?? ['none', '']) : ['recording', recording]
    rows.set(`${code} ${status}`, [code, String(status ?? ''), evidence, where])
  }
  return [...rows.values()].sort((one, other) => compare(one.join(), other.join()))
}

function headerRows({ type, put, remove }: Observed, traffic: Traffic): Row[] {
  return [
    ['PUT', put],
    ['DELETE', remove],
  ].flatMap(([method = '', headers = '']) => {
    if (headers === '') return []
    const seen = traffic.headers.get(`${method} ${type.toLowerCase()}`) ?? []
    const same = seen.filter((one) => one === headers).length
    const evidence = seen.length === 0 ? 'none' : same > 0 ? 'recording' : 'recording, other headers'
    return [[type, method, headers, seen.length === 0 ? evidence : `${evidence} (${same} of ${seen.length})`]]
  })
}

function defaultRows(
  { type, resource, filled }: Observed,
  traffic: Traffic,
  schemas: Schemas,
  shown: Map<string, Set<string>>,
): Row[] {
  const strangers = new Set(schemas.strangers(resource).map((one) => one.slice(one.indexOf('#') + 1)))
  const members = [...filled].sort(([one], [other]) => compare(one, other))
  return members.map(([member, value]) => {
    const seen = traffic.defaults.get(`${type.toLowerCase()} ${member}`)
    const unlisted = strangers.has(`properties.${member.replaceAll('[]', '')}`)
    const evidence = seen?.has(value)
      ? 'recording'
      : seen !== undefined
        ? 'recording, other value'
        : shown.get(type.toLowerCase())?.has(member)
          ? 'example'
          : unlisted
            ? 'none'
            : 'documented'
    return [type, member, generated(value) ? '(made)' : `\`${value}\``, evidence]
  })
}

/** Ids, GUIDs, addresses, dates, racks and ports of Microsoft: what differs from resource to resource. */
function generated(value: string): boolean {
  return /\/subscriptions\/|\d+\.\d+\.\d+\.\d+|[0-9a-f]{8}-|, \d{4}"$|^"EMU |^"A51-/.test(value)
}

/** Members that official examples show in their answers, by type. */
function examplesByType(specs: string): Map<string, Set<string>> {
  const shown = new Map<string, Set<string>>()
  for (const { answer } of readExamples(specs)) {
    const items = Array.isArray(answer.value) ? (answer.value as JsonObject[]) : [answer]
    for (const item of items) {
      const type = textAt(item.type)?.toLowerCase().replace('microsoft.network/', '')
      if (type === undefined) continue
      const members = shown.get(type) ?? new Set()
      for (const [member] of membersOf(item.properties)) members.add(member)
      shown.set(type, members)
    }
  }
  return shown
}

/** How many rules of each table have which evidence. The evidence is the column of that name. */
function summary(tables: [title: string, head: string[], rows: Row[]][]): string {
  const kinds = ['recording', 'recorded', 'recording, other', 'example', 'documented', 'none']
  const rows = tables.map(([title, head, all]) => {
    const column = head.indexOf('evidence')
    const counts = kinds.map((kind) => all.filter((row) => kindOf(row[column] ?? '') === kind).length)
    return [title, ...counts.map(String), String(all.length)]
  })
  return section('Sum', ['rules', ...kinds, 'all'], rows)
}

function kindOf(evidence: string): string {
  return evidence.startsWith('recording, other') ? 'recording, other' : evidence.replace(/ \(.*$/, '')
}

function section(title: string, head: string[], rows: Row[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`)
  return `## ${title}\n\n${lines.join('\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
