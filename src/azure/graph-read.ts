import { isJsonObject, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { unreadableAnswer } from './arm-error.ts'
import { list, text } from './from-wire/read.ts'
import type { Raw } from './raw.ts'
import type { Sleep } from './transport.ts'

const PATH = '/providers/Microsoft.ResourceGraph/resources'

/** Documented limits: rows of a page, and subscriptions of one query. */
const PAGE = 1000
const SUBSCRIPTIONS = 1000

/** So many rows are taken in at once: a page of them would hold up the browser for as long as it takes to read a line. */
const SLICE = 100

/** Stops a service that never ends its pages. */
const MOST_PAGES = 2000

interface GraphOptions {
  sleep: Sleep
  signal?: AbortSignal
  /** The rows of each page as it arrives, a few at a time; the next ones wait for it. */
  onRows: (rows: JsonObject[]) => void | Promise<void>
}

/** Every row of a query over any number of subscriptions; the first failure ends it. Only an abort throws. */
export async function readGraph(
  raw: Raw,
  query: string,
  subscriptionIds: readonly string[],
  { sleep, signal, onRows }: GraphOptions,
): Promise<Result<void, HubError>> {
  for (let first = 0; first < subscriptionIds.length; first += SUBSCRIPTIONS) {
    const subscriptions = subscriptionIds.slice(first, first + SUBSCRIPTIONS)
    const seen = new Set<string>()
    for (let token: string | undefined, page = 0; page < MOST_PAGES; page++) {
      const options = {
        $top: PAGE,
        resultFormat: 'objectArray',
        ...(token !== undefined && { $skipToken: token }),
      }
      const answer = await raw.request(
        { method: 'POST', path: PATH, body: { query, subscriptions, options } },
        signal,
      )
      if (!answer.ok) return answer
      const { body, headers, status } = answer.value
      if (!isJsonObject(body) || !Array.isArray(body.data)) return err(unreadableAnswer(status, PATH))
      const rows = list(body.data)
      for (let start = 0; start < rows.length; start += SLICE) await onRows(rows.slice(start, start + SLICE))
      token = text(body.$skipToken)
      const more = token !== undefined && !seen.has(token)
      if (more || first + SUBSCRIPTIONS < subscriptionIds.length) await sleep(quotaWait(headers), signal)
      if (token === undefined || !more) break
      seen.add(token)
    }
  }
  return ok(undefined)
}

/** Milliseconds until the next query is welcome: the rest of the window, `hh:mm:ss`, when none is left in it. */
function quotaWait(headers: Record<string, string>): number {
  if (headers['x-ms-user-quota-remaining'] !== '0') return 0
  const [, hours, minutes, seconds] =
    /^(\d+):(\d+):(\d+)/.exec(headers['x-ms-user-quota-resets-after'] ?? '') ?? []
  return seconds === undefined ? 0 : 1000 * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}
