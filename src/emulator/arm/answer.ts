import type { Json } from '../wire/json.ts'

/** What a handler decides; the front door adds the headers every answer of ARM carries. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  /** Left out: an empty body. `null` is a body: the four letters. */
  body?: Json
  /** Who answered: errors of the ARM front end carry `x-ms-failure-cause: gateway` (recorded behaviour 1.9). */
  by?: 'gateway' | 'network'
}

export function ok(body: Json, headers?: Record<string, string>): Answer {
  return { status: 200, body, headers }
}

export function toResponse(answer: Answer, headers: Record<string, string>): Response {
  const merged = { ...headers, ...answer.headers }
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers: merged })
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...merged },
  })
}
