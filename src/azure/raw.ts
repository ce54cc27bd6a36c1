import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { apiVersionFor } from './api-versions.ts'
import { errorFromAnswer, errorFromThrown, parseJson, unreadableAnswer } from './arm-error.ts'
import type { Send } from './transport.ts'

/** Stops a service that never ends its pages. */
const MOST_PAGES = 2000

export interface RawRequest {
  method: 'GET' | 'HEAD' | 'PUT' | 'PATCH' | 'DELETE' | 'POST'
  /** A path from `/subscriptions` or `/providers`, not encoded; or an absolute URL from ARM, sent as it is. */
  path: string
  query?: Record<string, string>
  /** Found from the path when absent. */
  apiVersion?: string
  body?: Json
  /** The etag of what a PUT was made of: Azure is asked to refuse it with 412 where that has changed since. */
  ifMatch?: string
  /** Directory to ask, where the path names no subscription; the account's own when absent. */
  tenantId?: string
}

export interface RawAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** `undefined` for an empty body, `null` where ARM sent `null`. */
  body: Json | undefined
}

export interface Raw {
  /** One JSON request. Refusals and failures are values; only an abort throws. */
  request(request: RawRequest, signal?: AbortSignal): Promise<Result<RawAnswer, HubError>>
  /** Every page of a list; each is handed over as it arrives, and all of them are the result. */
  pages(
    request: Omit<RawRequest, 'method'>,
    signal?: AbortSignal,
    onPage?: (items: JsonObject[]) => void,
  ): Promise<Result<JsonObject[], HubError>>
}

/**
 * JSON over the one transport, for everything the SDK does not know or would lose members of.
 * @param endpoint ARM's base, `https://management.azure.com`
 */
export function createRaw(send: Send, endpoint: string, newId: () => string): Raw {
  const request: Raw['request'] = async (asked, signal) => {
    const target = asked.path.startsWith('/') ? asked.path : undefined
    const headers: Record<string, string> = {
      accept: 'application/json',
      'x-ms-client-request-id': newId(),
    }
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body)
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (asked.ifMatch !== undefined) headers['if-match'] = asked.ifMatch
    try {
      const url = urlOf(endpoint, asked)
      const { method, tenantId } = asked
      const answer = await send({ url, method, headers, body, ...(tenantId && { tenantId }) }, signal)
      if (answer.status < 200 || answer.status > 299) return err(errorFromAnswer(answer, target))
      const parsed = parseJson(answer.body)
      if (parsed === undefined && answer.body.trim() !== '')
        return err(unreadableAnswer(answer.status, target))
      return ok({ status: answer.status, headers: answer.headers, body: parsed })
    } catch (thrown) {
      return err(errorFromThrown(thrown, target, signal))
    }
  }
  return {
    request,
    async pages(first, signal, onPage) {
      const found: JsonObject[] = []
      const readPage = pageReader(first.path)
      let next: RawRequest = { ...first, method: 'GET' }
      for (;;) {
        const answer = await request(next, signal)
        if (!answer.ok) return answer
        const { items, link, error } = readPage(answer.value.status, answer.value.body)
        found.push(...items)
        onPage?.(items)
        if (error) return err(error)
        if (link === undefined) return ok(found)
        next = { method: 'GET', path: link, tenantId: first.tenantId }
      }
    },
  }
}

/** The same, asking a directory where a request names none. */
export function rawIn(tenantId: string | undefined, raw: Raw): Raw {
  if (tenantId === undefined) return raw
  return {
    request: (request, signal) => raw.request({ tenantId, ...request }, signal),
    pages: (request, signal, onPage) => raw.pages({ tenantId, ...request }, signal, onPage),
  }
}

interface Page {
  /** The objects of its `value`; whatever else stands there is left out. */
  items: JsonObject[]
  /** Where it goes on. */
  link?: string
  /** Why what was read is not the whole list. */
  error?: HubError
}

/** Reads the pages of one list in turn: what is no page, and a list whose pages lead back or never end, is an error. */
export function pageReader(target?: string): (status: number, body: unknown) => Page {
  const seen = new Set<string>()
  return (status, body) => {
    if (!isJsonObject(body) || !Array.isArray(body.value))
      return { items: [], error: unreadableAnswer(status, target) }
    const items = body.value.filter(isJsonObject)
    const { nextLink: link } = body
    if (typeof link !== 'string' || link === '') return { items }
    if (seen.has(link) || seen.size === MOST_PAGES) return { items, error: endless(status, target) }
    seen.add(link)
    return { items, link }
  }
}

function endless(status: number, target: string | undefined): HubError {
  return {
    kind: 'server',
    code: 'PagesRepeat',
    message: 'The pages of this list lead back to each other or do not end, so it may lack items.',
    status,
    target,
    details: [],
  }
}

function urlOf(endpoint: string, { path, query, apiVersion }: RawRequest): string {
  if (!path.startsWith('/')) return path
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const search = new URLSearchParams({ ...query, 'api-version': apiVersion ?? apiVersionFor(path) })
  return `${endpoint.replace(/\/$/, '')}${encoded}?${search.toString().replaceAll('+', '%20')}`
}
