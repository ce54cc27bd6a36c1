import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseId } from '../../../src/emulator/arm/ids.ts'
import type { Json } from '../../../src/emulator/wire/json.ts'
import { isObject, objectAt, textAt } from '../../../src/emulator/wire/read.ts'
import type { Code } from './codes.ts'

interface Interaction {
  method: string
  url: string
  requestBody: Json
  status: number
  responseHeaders: Record<string, string>
  responseBody: Json
}

/** What the recordings say, counted for the list of evidence. */
export interface Traffic {
  /** Error codes; `file` is the recording. */
  codes: Code[]
  /** By type and path below `properties`: the values of members that the last PUT had not sent. */
  defaults: Map<string, Set<string>>
  /** By type and method: the operation headers of each start, as `A+L+N`. */
  headers: Map<string, string[]>
}

/** Reads every recording below `folder`, the shared `data/recordings`. */
export function readTraffic(folder: string): Traffic {
  const traffic: Traffic = { codes: [], defaults: new Map(), headers: new Map() }
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const { interactions } = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as {
      interactions: Interaction[]
    }
    const sent = new Map<string, Set<string>>()
    for (const one of interactions) {
      traffic.codes.push(...codesOf(one, file))
      note(traffic, one, sent)
    }
  }
  return traffic
}

/** The first recording with this code at the same place, in an answer with the same status. */
export function recordingOf({ codes }: Traffic, { code, status, way }: Code): string | undefined {
  const came = way === 'in use' ? 'network provider' : way
  return codes.find((one) => one.code === code && one.status === status && one.way === came)?.file
}

/** The code of a refusal by who refused, and every other one as within. */
function codesOf({ status, responseHeaders, responseBody }: Interaction, file: string): Code[] {
  const refusal =
    status >= 400 && isObject(responseBody) ? textAt(objectAt(responseBody.error).code) : undefined
  const way = responseHeaders['x-ms-failure-cause'] === 'gateway' ? 'front end' : 'network provider'
  return codesIn(responseBody).map((code) =>
    code === refusal ? { code, status, way, file } : { code, status: undefined, way: 'within', file },
  )
}

function note(traffic: Traffic, one: Interaction, sent: Map<string, Set<string>>): void {
  const path = new URL(one.url).pathname.replace(/^\/+/, '/')
  const type = parseId(path)?.type.toLowerCase()
  if (type === undefined || one.status >= 300) return
  const key = path.toLowerCase()
  if (one.method === 'PUT' || one.method === 'DELETE') {
    const list = traffic.headers.get(`${one.method} ${type}`) ?? []
    if (one.status !== 204)
      traffic.headers.set(`${one.method} ${type}`, [...list, headersOf(one.responseHeaders)])
  }
  if (one.method === 'PUT' && isObject(one.requestBody)) {
    sent.set(key, new Set(membersOf(objectAt(one.requestBody).properties).map(([member]) => member)))
  }
  const known = sent.get(key)
  if (known === undefined || (one.method !== 'PUT' && one.method !== 'GET')) return
  for (const [member, value] of membersOf(objectAt(one.responseBody).properties)) {
    if (known.has(member)) continue
    const at = `${type} ${member}`
    traffic.defaults.set(at, (traffic.defaults.get(at) ?? new Set()).add(value))
  }
}

/** A: `Azure-AsyncOperation`, L: `Location`, N: `Azure-AsyncNotification`. */
export function headersOf(headers: Record<string, string> | Headers): string {
  const has = (name: string): boolean => (headers instanceof Headers ? headers.has(name) : name in headers)
  const found = [
    has('azure-asyncoperation') ? 'A' : '',
    has('location') ? 'L' : '',
    has('azure-asyncnotification') ? 'N' : '',
  ]
  return found.filter((one) => one !== '').join('+') || 'none'
}

/** Members that belong to the envelope of sub-resources or to the operation, not to what a type fills in. */
const NOT_DEFAULTS = new Set(['provisioningState', 'resourceGuid', 'etag', 'id', 'name', 'type'])

/** Leaves as `a.b` and `list[].c`, with the value as JSON. An empty list or object is a leaf. */
export function membersOf(value: Json | undefined, at = ''): [member: string, value: string][] {
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
    return value.flatMap((item) => membersOf(item, `${at}[]`))
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([member, inner]) =>
      NOT_DEFAULTS.has(member) ? [] : membersOf(inner, at === '' ? member : `${at}.${member}`),
    )
  }
  return at === '' || value === undefined ? [] : [[at, JSON.stringify(value)]]
}

/** In both spellings of the envelope, at any depth, and in texts that hold JSON; a blank before a code is cut. */
function codesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(codesIn)
  if (typeof value === 'string' && value.startsWith('{')) return codesIn(parsed(value))
  if (!isObject(value)) return []
  const own = [textAt(value.code), textAt(value.Code)].flatMap((code) => code?.trim() ?? [])
  return [...own, ...Object.values(value).flatMap((inner) => codesIn(inner ?? null))]
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
