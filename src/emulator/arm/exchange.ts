import type { NewGuid } from '../clock.ts'
import type { Estate } from '../estates/estate.ts'
import type { Caller } from './caller.ts'
import type { Model } from '../store/model.ts'
import type { Row } from '../store/rows.ts'
import type { Fault, Speed } from '../wire/control.ts'
import type { Json } from '../wire/json.ts'

export interface Settings {
  speed: Speed
  pageSize: number
  /** Whether a hub takes what needs its router while that comes up: reports say no, recordings of 2021 to 2024 say yes. */
  hubRouters: 'hold' | 'pass'
}

/** One request with everything needed to answer it. Handlers are synchronous: a write happens inside one transaction. */
export interface Exchange {
  method: string
  /** As the client sent it; absolute links are built from its origin. */
  url: URL
  /** Path segments as sent, decoded, without empty ones. */
  segments: string[]
  body: Json | undefined
  now: number
  newGuid: NewGuid
  settings: Settings
  estate: Estate
  caller: Caller
  /** `x-ms-correlation-request-id` of the answer. */
  correlationId: string
  model: Model
  /** Whether the caller's roles allow an action on a scope. */
  may(action: string, scope: string): boolean
  /** Whether an ordered fault takes this right away; for answers that span more than the request's own path. */
  forbids(action: string, scope: string): boolean
  /** Faults that apply to this request. */
  faults: readonly Fault[]
  /** Changes the model and remembers the row for the store. */
  save(row: Row): void
}

/** Query parameters of ARM compare without case: `$skipToken`, `$skiptoken`. */
export function query(url: URL, name: string): string | undefined {
  const lower = name.toLowerCase()
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === lower) return value
  return undefined
}

export function apiVersionOf(exchange: Exchange): string {
  return query(exchange.url, 'api-version') ?? ''
}

/** The n-th segment; the router has made sure that it is there. */
export function segment(exchange: Exchange, index: number): string {
  return exchange.segments[index] ?? ''
}
