import { readdirSync } from 'node:fs'
import type { Json } from '../../../src/emulator/wire/json.ts'
import { readShared } from '../../support/shared-data.ts'

/** One request to the real service and its answer, as the README of the recordings describes it. */
export interface Interaction {
  method: string
  url: string
  requestBody: Json
  status: number
  /** Names in lower case. */
  responseHeaders: Record<string, string>
  responseBody: Json
  /** Seconds since the first interaction. */
  t: number
}

export interface Recording {
  name: string
  source: { repo: string; recordedBetween: [first: string, last: string] }
  interactions: Interaction[]
}

export const RECORDINGS = 'data/recordings'

export function loadRecordings(folder: string): Recording[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const read = readShared<Omit<Recording, 'name'>>(`${RECORDINGS}/${file}`)
      // Some recorders wrote repeated requests where the first one stood: time says what came after what.
      const interactions = read.interactions
        .toSorted((one, other) => one.t - other.t)
        .map((one) => ({ ...one, requestBody: unquoted(one.requestBody) }))
      return { ...read, interactions, name: file.replace('.json', '') }
    })
}

/** Some bodies were recorded as Python writes bytes: `b'{"location": "westus"}'`. */
function unquoted(body: Json): Json {
  const [, text] = (typeof body === 'string' && /^b'(\{.*\})'$/s.exec(body)) || []
  return text === undefined ? body : (JSON.parse(text.replaceAll(/\\(['\\])/g, '$1')) as Json)
}

export function yearOf(recording: Recording): number {
  return Number(recording.source.recordedBetween[0].slice(0, 4))
}

/** The last path segment of an operation's URL; undefined for anything that is no poll. */
export function polledOperation(url: string): string | undefined {
  const [, operation] = /\/operation(?:s|results)\/([^/]+)$/i.exec(new URL(url).pathname) ?? []
  return operation?.toLowerCase()
}

/** Some recorders kept no request bodies: what such a write did cannot be repeated. */
export function hasKnownRequest(method: string, requestBody: Json): boolean {
  return requestBody !== null || (method !== 'PUT' && method !== 'PATCH')
}

/** Segments of the path, `//subscriptions` read as one slash. */
export function segmentsOf(url: string): string[] {
  return new URL(url).pathname
    .split('/')
    .filter((one) => one !== '')
    .map(decodeURIComponent)
}

/**
 * The resource a URL is about, as an id: of `…/connections/c/sharedkey` the connection. Undefined for lists at the scope of
 * a group or subscription.
 */
export function resourceOf(url: string): string | undefined {
  const segments = segmentsOf(url)
  const at = segments.findIndex((one) => one.toLowerCase() === 'microsoft.network')
  if (at === -1 || segments[2]?.toLowerCase() !== 'resourcegroups') return undefined
  const inside = segments.slice(at + 1)
  const named = inside.length - (inside.length % 2)
  return named === 0 ? undefined : `/${[...segments.slice(0, at + 1), ...inside.slice(0, named)].join('/')}`
}

/** `virtualHubs/hubRouteTables` of an id or URL path, in lower case; `''` where there is no network type. */
export function typeOf(url: string): string {
  const segments = segmentsOf(url)
  const at = segments.findIndex((one) => one.toLowerCase() === 'microsoft.network')
  if (at === -1) return ''
  return segments
    .slice(at + 1)
    .filter((_, index) => index % 2 === 0)
    .join('/')
    .toLowerCase()
}

/** Whether the path ends in a type, so that the answer is a list (or the request an action). */
export function endsInType(url: string): boolean {
  const segments = segmentsOf(url)
  const at = segments.findIndex((one) => one.toLowerCase() === 'microsoft.network')
  return (segments.length - at) % 2 === 0
}
