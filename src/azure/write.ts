import { isJsonObject, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { bodyOf, type Edit, standing } from '../model/edits/edit.ts'
import type { HubError } from '../model/errors.ts'
import type { Resource, Source } from '../model/resources/resource.ts'
import { unreadableAnswer } from './arm-error.ts'
import { text } from './from-wire/read.ts'
import { resourceFromWire } from './from-wire/resource.ts'
import type { Started } from './operation.ts'
import { stateOf } from './operation-poll.ts'
import type { Operations } from './operations.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'

/** How a write ended. Resources come without secrets. */
export type WriteEnd =
  /** Azure has what was wanted. `by`: its answer says so, or a reading where there was no answer or nothing to send. */
  | { is: 'done'; resource: Resource; by: 'answer' | 'reading' }
  /** Not sent: somebody changed the same meanwhile. */
  | { is: 'conflict'; resource: Resource }
  /** Not carried out. */
  | { is: 'refused'; error: HubError; during: 'reading' | 'sending' }
  /**
   * Sent, and its answer was lost or tells nothing. `resource`: as read after that, where it could be read; it is not as
   * wanted then, but Azure may still be at it.
   */
  | { is: 'unknown'; error: HubError; resource?: Resource }

export interface SendOptions {
  signal?: AbortSignal
  /** `sending`: from now on Azure may carry it out. `running`: Azure has accepted it and is at work. */
  onStep?: (step: 'sending' | 'running') => void
}

export interface Writes {
  /**
   * Reads the resource, makes sure that nobody changed what the edit is about, sends it and follows it to its end. What is
   * wanted already is not sent.
   */
  send(edit: Edit, options?: SendOptions): Promise<WriteEnd>
  /** Reads the resource and says how it stands to the edit. */
  look(edit: Edit, signal?: AbortSignal): Promise<Result<Looked, HubError>>
}

export interface Looked {
  resource: Resource
  stands: ReturnType<typeof standing>
}

export function createWrites(raw: Raw, operations: Operations, clock: Clock): Writes {
  const read = async (
    edit: Edit,
    signal?: AbortSignal,
  ): Promise<Result<Looked & { body: JsonObject }, HubError>> => {
    const answer = await raw.request({ method: 'GET', path: edit.id }, signal)
    if (!answer.ok) return answer
    const { body, status } = answer.value
    const resource = resourceOf(edit.id, body, 'get', clock())
    if (!isJsonObject(body) || !resource) return err(unreadableAnswer(status, edit.id))
    return ok({ resource, body, stands: standing(edit, resource.body) })
  }

  /** After an answer that tells nothing, the resource tells. */
  const readingTells = async (edit: Edit, error: HubError, signal?: AbortSignal): Promise<WriteEnd> => {
    const looked = await read(edit, signal)
    if (!looked.ok) return { is: 'unknown', error }
    const { resource, stands } = looked.value
    return stands === 'asWanted'
      ? { is: 'done', resource, by: 'reading' }
      : { is: 'unknown', error, resource }
  }

  const ended = async (edit: Edit, started: Started, options: SendOptions): Promise<WriteEnd> => {
    switch (started.state) {
      case 'settled':
        return done(edit, started.result, options.signal)
      case 'untracked':
        return done(edit, undefined, options.signal)
      case 'unanswered':
        return readingTells(edit, started.error, options.signal)
      case 'running': {
        options.onStep?.('running')
        const end = await operations.follow(started.operation, { signal: options.signal })
        switch (end.state) {
          case 'succeeded':
            return done(edit, end.result ?? undefined, options.signal)
          case 'failed':
            return { is: 'refused', error: end.error, during: 'sending' }
          case 'unreachable':
          case 'unknown':
            return readingTells(edit, end.error, options.signal)
          default:
            return end satisfies never
        }
      }
      default:
        return started satisfies never
    }
  }

  const done = async (edit: Edit, body: unknown, signal?: AbortSignal): Promise<WriteEnd> => {
    const resource = resourceOf(edit.id, body, 'write', clock())
    return resource ? { is: 'done', resource, by: 'answer' } : readingTells(edit, noBody(edit.id), signal)
  }

  return {
    async look(edit, signal) {
      const looked = await read(edit, signal)
      return looked.ok ? ok({ resource: looked.value.resource, stands: looked.value.stands }) : looked
    },
    async send(edit, options = {}) {
      const { signal, onStep } = options
      const before = await read(edit, signal)
      if (!before.ok) return { is: 'refused', error: before.error, during: 'reading' }
      const { resource, body, stands } = before.value
      if (stands === 'asWanted') return { is: 'done', resource, by: 'reading' }
      if (stands === 'otherwise') return { is: 'conflict', resource }
      onStep?.('sending')
      const { id, method } = edit
      const started = await operations.start({ method, id, body: bodyOf(edit, body) }, signal)
      if (started.ok) return ended(edit, started.value, options)
      // A failing service may have carried it out before it failed; and the answer may show the end of an older change.
      const mayBeDone = started.error.kind === 'server' || isOldFailure(body, started.error)
      if (!mayBeDone) return { is: 'refused', error: started.error, during: 'sending' }
      const told = await readingTells(edit, started.error, signal)
      const untouched =
        told.is === 'unknown' && told.resource && standing(edit, told.resource.body) === 'asBefore'
      return untouched ? { is: 'refused', error: started.error, during: 'sending' } : told
    },
  }
}

/** The resource was Failed before it was changed, and its answer says no more than that. */
function isOldFailure(before: JsonObject, { code }: HubError): boolean {
  return code === 'OperationFailed' && stateOf(before) === 'failed'
}

function resourceOf(id: string, body: unknown, source: Source, at: number): Resource | undefined {
  if (!isJsonObject(body)) return undefined
  return resourceFromWire({ ...body, id: text(body.id) ?? id }, { source, at })
}

function noBody(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'Azure accepted the change, and its answer does not hold the resource.',
    target,
    details: [],
  }
}
