import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { errorIn, type ErrorKind, type HubError } from '../model/errors.ts'
import { masked } from './mask.ts'
import { refusalIn } from './refusal.ts'
import type { WireAnswer } from './transport.ts'

const BUSY = new Set([
  'anotheroperationinprogress',
  'retryableerrorduetoanotheroperation',
  'canceledandsupersededduetoanotheroperation',
  // The router of the hub is not up yet (Virtual WAN document 14, no. 2).
  'hubbgpconnectionparenthubmusthaveprovisionedroutingstate',
])

/**
 * Reads a refusal. Takes every shape seen: `{ error: { code, message, details } }`, the same without the wrapper,
 * with capitals, with an error as text inside the message, and anything that is not JSON.
 * @param target ARM id or path the request was about
 */
export function errorFromAnswer(answer: WireAnswer, target?: string): HubError {
  const read = readError(parseJson(answer.body))
  const status = answer.status
  const error: Words = read ?? { code: `Http${status}`, message: wordsFor(status), details: [] }
  const retryAfterSeconds = retryAfter(answer.headers) ?? secondsInText(error)
  const correlationId = answer.headers['x-ms-correlation-request-id'] ?? answer.headers['x-ms-request-id']
  return {
    ...withKind(error, target, status, correlationId),
    status,
    correlationId,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}

/**
 * Reads the `error` of an operation that ended `Failed` or `Canceled`; it comes with HTTP 200, so the code decides.
 * @param correlationId where it is known beside the error
 */
export function errorFromOperation(
  body: Json | undefined,
  target: string,
  ended: string,
  correlationId?: string,
): HubError {
  const fallback: Words = {
    code: `Operation${ended}`,
    message: `Azure ended the operation: ${ended}.`,
    details: [],
  }
  const error = readError(body) ?? fallback
  return withKind(error, target, undefined, correlationId)
}

function withKind(
  { inner, ...error }: Words,
  target: string | undefined,
  status: number | undefined,
  correlationId: string | undefined,
): HubError {
  const ofDeployment = inner?.map((one) => withKind(one, target, undefined, correlationId))
  return {
    ...error,
    kind: ofDeployment?.[0]?.kind ?? kindOf(status, error),
    target: error.target ?? target,
    ...(correlationId !== undefined && { correlationId }),
    ...(ofDeployment && { inner: ofDeployment }),
  }
}

/** An answer with a good status whose body cannot be used: HTML, cut JSON, the wrong shape. */
export function unreadableAnswer(status: number, target: string | undefined): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'The answer is not the JSON that Azure Resource Manager sends. A proxy may have replaced it.',
    status,
    target,
    details: [],
  }
}

/**
 * Turns what a request threw into a value: that nothing answered says only who sent it (transport.ts), and what is no
 * HubFailure is a fault of the app. An abort is no failure and is thrown on.
 * @throws the signal's reason when the request was aborted
 */
export function errorFromThrown(thrown: unknown, target: string | undefined, signal?: AbortSignal): HubError {
  if (signal?.aborted) throw thrown
  const error = errorIn(thrown)
  return {
    ...error,
    ...(error.kind === 'fault' && { message: masked(error.message) }),
    target: error.target ?? target,
  }
}

/** Whole seconds of `Retry-After`, or milliseconds of `retry-after-ms` as seconds. */
export function retryAfter(headers: Record<string, string>): number | undefined {
  const seconds = headers['retry-after']?.trim()
  if (seconds && /^\d+$/.test(seconds)) return Number(seconds)
  const milliseconds = headers['retry-after-ms']?.trim()
  return milliseconds && /^\d+$/.test(milliseconds) ? Number(milliseconds) / 1000 : undefined
}

/** `undefined` for text that is not JSON, and for no text. */
export function parseJson(text: string): Json | undefined {
  if (text.trim() === '') return undefined
  try {
    // JSON.parse gives exactly what Json describes.
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

interface Words extends Pick<HubError, 'code' | 'message' | 'details' | 'target' | 'because'> {
  inner?: Words[]
}

/** Codes that say no more than that something inside failed (ARM contract 7.6). */
const WRAPPERS = new Set([
  'deploymentfailed',
  'invalidtemplatedeployment',
  'multipleerrorsoccurred',
  'preflightvalidationcheckfailed',
  'resourcedeploymentfailure',
])

const MOST_DETAILS = 20

/** Errors inside errors that are looked into. */
const MOST_DEEP = 5

function readError(body: Json | undefined, depth = 0): Words | undefined {
  if (!isJsonObject(body)) return undefined
  const error = member(body, 'error')
  const inner = isJsonObject(error) ? error : body
  const message = textOf(member(inner, 'message'))
  const nested =
    depth < MOST_DEEP && message?.startsWith('{') ? readError(parseJson(message), depth + 1) : undefined
  if (nested) return { ...nested, target: nested.target ?? textOf(member(inner, 'target')) }
  const code = textOf(member(inner, 'code')) ?? textOf(error)
  if (!code && !message) return undefined
  const details = member(inner, 'details')
  const because = refusalIn(code ?? '', message ?? '', member(inner, 'additionalInfo'))
  const wrapped = WRAPPERS.has((code ?? '').toLowerCase()) && Array.isArray(details) ? details : []
  const within = depth < MOST_DEEP ? wrapped.slice(0, MOST_DETAILS).flatMap((one) => leaves(one, depth)) : []
  return {
    code: code ?? 'Unknown',
    message: masked(message ?? code ?? ''),
    target: textOf(member(inner, 'target')),
    details: Array.isArray(details) ? details.filter(isJsonObject).slice(0, MOST_DETAILS).map(detail) : [],
    ...(within.length > 0 && { inner: within }),
    ...(because && { because }),
  }
}

/** Of an error inside another one what it comes to; what names no resource is about the one around it. */
function leaves(entry: Json, depth: number): Words[] {
  const error = readError(entry, depth + 1)
  return (
    error?.inner?.map((one) => ({ ...one, target: one.target ?? error.target })) ?? (error ? [error] : [])
  )
}

function detail(entry: JsonObject): HubError['details'][number] {
  const code = textOf(member(entry, 'code')) ?? 'Unknown'
  return {
    code,
    message: masked(textOf(member(entry, 'message')) ?? code),
    target: textOf(member(entry, 'target')),
  }
}

/** A member whatever its first letter's case; resource-group answers use capitals. */
function member(object: JsonObject, name: string): Json | undefined {
  return object[name] ?? object[`${name.charAt(0).toUpperCase()}${name.slice(1)}`]
}

/** Trimmed: asynchronous failures of 2017 start with a blank. */
function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function kindOf(status: number | undefined, error: Words): ErrorKind {
  const codes = [error.code, ...error.details.map((entry) => entry.code)].map((code) => code.toLowerCase())
  if (codes.some((code) => BUSY.has(code))) return 'busy'
  const code = codes[0] ?? ''
  if (status === undefined) return kindOfCode(code)
  if (status === 401) return 'auth'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'notFound'
  if (status === 409 || status === 412) return 'conflict'
  if (status === 429) return code === 'retryableerror' ? 'busy' : 'throttled'
  if (status === 408 || status >= 500) return 'server'
  return /inuse|cannotbedeleted|failedstate/.test(code) ? 'conflict' : 'invalid'
}

function kindOfCode(code: string): ErrorKind {
  if (/authorizationfailed|disallowedbypolicy/.test(code)) return 'forbidden'
  if (/^(internal|servertimeout|serviceunavailable)/.test(code)) return 'server'
  if (code.endsWith('notfound')) return 'notFound'
  if (/inuse|cannotbedeleted|notprovisioned|cancel|conflict/.test(code)) return 'conflict'
  return 'invalid'
}

/** "The call can be retried in 11 seconds.": said only in words by the network provider. */
function secondsInText(error: Words): number | undefined {
  const texts = [error.message, ...error.details.map((entry) => entry.message)].join(' ')
  const found = /retried (?:in|after) (\d+) seconds/i.exec(texts)?.[1]
  return found === undefined ? undefined : Number(found)
}

function wordsFor(status: number): string {
  return status >= 500
    ? `Azure Resource Manager failed with HTTP ${status} and gave no reason.`
    : `Azure Resource Manager refused with HTTP ${status} and gave no reason.`
}
