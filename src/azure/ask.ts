import type { Json, JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { WriteRequest } from './operation.ts'
import type { Operations } from './operations.ts'
import type { Raw } from './raw.ts'

/** Questions to ARM that are no reading of a resource. Each answer is handed over as it came; a secret in it stays in memory. */
export interface Ask {
  /**
   * A POST that asks and changes nothing, `getBgpPeerStatus`: started and followed to its end, which takes seconds to
   * minutes. JSON inside a string is parsed; `null` where Azure gave nothing.
   */
  action(
    request: Omit<WriteRequest, 'method'>,
    signal?: AbortSignal,
  ): Promise<Result<Json | undefined, HubError>>
  /** A GET of what is no resource. */
  get(
    path: string,
    query?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Result<Json | undefined, HubError>>
  /** Every page of a list. */
  pages(
    path: string,
    query?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Result<JsonObject[], HubError>>
}

export function createAsk(raw: Raw, operations: Operations): Ask {
  return {
    async action(request, signal) {
      const started = await operations.start({ ...request, method: 'POST' }, signal)
      if (!started.ok) return started
      switch (started.value.state) {
        case 'settled':
          return ok(started.value.result)
        case 'unanswered':
          return err(started.value.error)
        case 'untracked':
          return err(unreadable(request.id))
        case 'running': {
          const end = await operations.follow(started.value.operation, { signal })
          return end.state === 'succeeded' ? ok(end.result) : err(end.error)
        }
        default:
          return started.value satisfies never
      }
    },
    async get(path, query, signal) {
      const answer = await raw.request({ method: 'GET', path, query }, signal)
      return answer.ok ? ok(answer.value.body) : answer
    },
    pages: (path, query, signal) => raw.pages({ path, query }, signal),
  }
}

/** Without `Location` there is nowhere to read the result from (ARM contract 8). */
function unreadable(target: string): HubError {
  return {
    kind: 'server',
    code: 'NoOperation',
    message: 'Azure accepted the question, and this browser cannot read where the answer will be.',
    target,
    details: [],
  }
}
