import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { CONFIGURATION, itemsIn, listChanges, type ListRow, type RowProblem } from './client-lists.ts'
import { memberAt, type MemberChange } from './edit.ts'

const LIST = 'radiusServers'
const SINGLE = [...CONFIGURATION, 'radiusServerAddress']

/** A RADIUS server without its secret; `was` is the address it had. */
export type TypedServer = ListRow & {
  address: string
  /** Which of several is asked first, 1 to 30; empty: Azure's default. A single one of an older gateway has none. */
  score: string
}

/** What a row's secret is typed under: a row may move when somebody else changes the list, and its server stays. */
export function secretKeyOf({ was, key }: TypedServer): string {
  return was === undefined ? `new ${key}` : `at ${was}`
}

/** Those of the list, and the single one beside it that older gateways have (VPN Gateway 6.3). */
export function typedServersOf(body: JsonObject): TypedServer[] {
  const listed = itemsIn(body, LIST).map((item) => ({ address: addressOf(item), score: scoreOf(item) }))
  const single = singleOf(body)
  const alone = single === undefined || listed.some(({ address }) => address === single)
  return [...(alone ? [] : [{ address: single, score: '' }]), ...listed].map((one, key) => ({
    key,
    was: one.address,
    ...one,
  }))
}

export function serverChanges(body: JsonObject, rows: readonly TypedServer[]): MemberChange[] {
  const single = singleOf(body)
  const own = rows.find(({ was }) => was !== undefined && was === single)
  const listed = new Set(itemsIn(body, LIST).map(addressOf))
  return [
    ...(single === undefined || own?.address.trim() === single ? [] : singleChanges(single, own)),
    ...listChanges(
      body,
      LIST,
      rows.filter(({ was }) => was === undefined || listed.has(was)),
      { nameOf: addressOf, itemOf },
    ),
  ]
}

/** The address changes, or goes with the secret that belongs to it. */
function singleChanges(from: string, own: TypedServer | undefined): MemberChange[] {
  return own === undefined
    ? [{ path: SINGLE, from }, { path: [...CONFIGURATION, 'radiusServerSecret'] }]
    : [{ path: SINGLE, from, to: own.address.trim() }]
}

function itemOf({ address, score }: TypedServer, before: JsonObject | undefined): Json {
  const { radiusServerScore: _, ...rest } = before ?? {}
  return {
    ...rest,
    radiusServerAddress: address.trim(),
    ...(score.trim() !== '' && { radiusServerScore: Number(score) }),
  }
}

/** VPN Gateway 3.1: score 1 to 30, secret 1 to 128 characters. A secret stays with its address. */
export function serverProblem(
  row: TypedServer,
  all: readonly TypedServer[],
  secret: string,
): RowProblem | undefined {
  const address = row.address.trim()
  if (address === '') return { part: 'address', text: 'Enter the address of the server.' }
  if (/\s/.test(address)) return { part: 'address', text: 'An address has no spaces.' }
  if (all.some((one) => one !== row && one.address.trim().toLowerCase() === address.toLowerCase()))
    return { part: 'address', text: 'This server is named twice.' }
  const score = row.score.trim()
  if (score !== '' && !(/^\d+$/.test(score) && Number(score) >= 1 && Number(score) <= 30))
    return { part: 'score', text: 'A score is a whole number from 1 to 30.' }
  if (secret.length > 128)
    return { part: 'secret', text: `It has ${secret.length} characters; Azure takes up to 128.` }
  if (secret === '' && row.was !== address)
    return {
      part: 'secret',
      text:
        row.was === undefined
          ? 'Enter the secret that the server knows this gateway by.'
          : 'With another address its secret has to be entered again.',
    }
  return undefined
}

function singleOf(body: JsonObject): string | undefined {
  const address = memberAt(body, SINGLE)
  return typeof address === 'string' && address !== '' ? address : undefined
}

function addressOf(item: Json): string {
  const address = isJsonObject(item) ? item.radiusServerAddress : undefined
  return typeof address === 'string' ? address : ''
}

function scoreOf({ radiusServerScore: score }: JsonObject): string {
  return typeof score === 'number' ? String(score) : ''
}
