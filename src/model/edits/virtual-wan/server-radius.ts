import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import type { DrawnField, DrawnProblem, DrawnRow, DrawnSecrets } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { serverProblem } from '../radius-servers.ts'
import type { Wanted } from './made.ts'
import { wrong } from './said.ts'

/** The one server that older configurations have beside the list, or instead of it (as gateways, VPN Gateway 6.3). */
const SINGLE = ['properties', 'radiusServerAddress']
const LIST = ['properties', 'radiusServers']

export const RADIUS_SERVERS: DrawnField = {
  is: 'rows',
  name: 'servers',
  label: 'RADIUS servers',
  hint: 'A secret that is left empty stays as it is. What is typed is kept in memory until it is sent.',
  add: 'Add a RADIUS server',
  blank: { address: '', score: '' },
  nameOf: ({ address }) => textIn(address),
  secretOf: serverOf,
  fields: ({ was, single }) => [
    { is: 'text', name: 'address', label: 'Address' },
    // The older single one has none.
    ...(single === true
      ? []
      : ([{ is: 'number', name: 'score', label: 'Score', hint: '1 to 30, may be empty' }] as const)),
    { is: 'secret', name: 'secret', label: was === undefined ? 'Secret' : 'New secret' },
  ],
}

/** Those of a server configuration's body, the older single one first. */
export function typedServers(body: JsonObject): DrawnRow[] {
  const inList = listIn(body).map((item) => ({
    address: textIn(item.radiusServerAddress),
    score: typeof item.radiusServerScore === 'number' ? String(item.radiusServerScore) : '',
    single: false,
  }))
  const address = textIn(memberAt(body, SINGLE))
  const alone = address !== '' && !inList.some((one) => one.address === address)
  return [...(alone ? [{ address, score: '', single: true }] : []), ...inList].map((one, key) => ({
    key,
    was: one.address,
    ...one,
  }))
}

export function serversProblems(rows: readonly DrawnRow[], secrets: DrawnSecrets): DrawnProblem[] {
  const servers = rows.map((row) => ({ ...row, address: textIn(row.address), score: textIn(row.score) }))
  if (servers.length === 0) return [wrong('servers', 'Add the RADIUS server that knows who may connect.')]
  return servers.flatMap((row) => {
    const problem = serverProblem(row, servers, secrets.get(secretAt(row)) ?? '')
    return problem === undefined ? [] : [wrong('servers', problem.text, row.key, problem.part)]
  })
}

/** The list is wanted whole; a server that stays is as it was read, with what nobody here knows. */
export function serversWanted(rows: readonly DrawnRow[], body: JsonObject): Wanted {
  const list = rows
    .filter(({ single }) => single !== true)
    .map(({ was, address, score }) => ({
      ...listIn(body).find((item) => was !== undefined && item.radiusServerAddress === was),
      radiusServerAddress: textIn(address).trim(),
      // An empty one takes away what was set.
      radiusServerScore: textIn(score).trim() === '' ? undefined : Number(textIn(score)),
    }))
  return [
    [SINGLE, singleWanted(rows, body)],
    [LIST, list],
  ]
}

/** Whether the older single one is taken away: its secret goes with it. */
export function singleGoes(rows: readonly DrawnRow[], body: JsonObject): boolean {
  return memberAt(body, SINGLE) !== undefined && singleWanted(rows, body) === undefined
}

/** The typed secrets by the address of their server, as they go with the write. */
export function typedSecrets(rows: readonly DrawnRow[], secrets: DrawnSecrets): JsonObject {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const secret = secrets.get(secretAt(row)) ?? ''
      return secret === '' ? [] : [[textIn(row.address).trim(), secret]]
    }),
  )
}

/** Where the list has it too, both follow one row. */
function singleWanted(rows: readonly DrawnRow[], body: JsonObject): string | undefined {
  const now = textIn(memberAt(body, SINGLE))
  if (now === '') return undefined
  return textIn(rows.find(({ was }) => was === now)?.address).trim() || undefined
}

/** What is typed stays with its server: a row may move when somebody else changes the list. */
function serverOf({ was, key }: DrawnRow): string {
  return was === undefined ? `new ${key}` : `at ${was}`
}

function secretAt(row: DrawnRow): string {
  return `servers/${serverOf(row)}/secret`
}

function listIn(body: JsonObject): JsonObject[] {
  const items = memberAt(body, LIST)
  return Array.isArray(items) ? items.filter(isJsonObject) : []
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
