import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { bodyOf, type Edit, standing } from '../model/edits/edit.ts'
import type { Action, Removal, Write } from '../model/edits/write.ts'
import type { HubError } from '../model/errors.ts'
import type { Resource, Source } from '../model/resources/resource.ts'
import { unreadableAnswer } from './arm-error.ts'
import { text } from './from-wire/read.ts'
import { resourceFromWire } from './from-wire/resource.ts'
import type { Started, WriteRequest } from './operation.ts'
import { stateOf } from './operation-poll.ts'
import type { Operations } from './operations.ts'
import { withRadiusSecrets } from './radius-secrets.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'

/** How a write ended. Resources come without secrets. */
export type WriteEnd =
  /**
   * Azure has what was wanted. `by`: its answer says so, or a reading where there was no answer or nothing to send.
   * `resource`: absent after a removal, and where it could not be read after an action. `result`: what an action gave.
   */
  | { is: 'done'; by: 'answer' | 'reading'; resource?: Resource; result?: Json }
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
  /** The body of an action that is a secret; it is sent and not kept. */
  secret?: Json
}

export interface Writes {
  /**
   * Sends a write and follows it to its end. Before an edit it reads the resource and makes sure that nobody changed what the
   * edit is about; what is wanted already is not sent. An action is sent as it is: whether it was done cannot be read.
   */
  send(write: Write, options?: SendOptions): Promise<WriteEnd>
  /** Reads the resource and says how it stands to the write. */
  look(write: Write, signal?: AbortSignal): Promise<Result<Looked, HubError>>
}

export interface Looked {
  /** Absent: there is none. */
  resource?: Resource
  stands: ReturnType<typeof standing> | 'notTold'
}

export function createWrites(raw: Raw, operations: Operations, clock: Clock): Writes {
  const read = async (
    id: string,
    signal?: AbortSignal,
  ): Promise<Result<{ resource: Resource; body: JsonObject }, HubError>> => {
    const answer = await raw.request({ method: 'GET', path: id }, signal)
    if (!answer.ok) return answer
    const { body, status } = answer.value
    const resource = resourceOf(id, body, 'get', clock())
    return isJsonObject(body) && resource ? ok({ resource, body }) : err(unreadableAnswer(status, id))
  }

  const look: Writes['look'] = async (write, signal) => {
    const answer = await read(write.id, signal)
    if (!answer.ok) {
      const gone = write.is === 'removal' && answer.error.kind === 'notFound'
      return gone ? ok({ stands: 'asWanted' }) : answer
    }
    const { resource } = answer.value
    switch (write.is) {
      case 'edit':
        return ok({ resource, stands: standing(write, resource.body) })
      case 'removal':
        return ok({ resource, stands: 'asBefore' })
      case 'action':
        return ok({ resource, stands: 'notTold' })
      default:
        return write satisfies never
    }
  }

  /** After an answer that tells nothing, the resource tells. */
  const readingTells = async (write: Write, error: HubError, signal?: AbortSignal): Promise<WriteEnd> => {
    const looked = await look(write, signal)
    if (!looked.ok) return { is: 'unknown', error }
    const { resource, stands } = looked.value
    if (stands === 'asWanted') return { is: 'done', by: 'reading', ...(resource && { resource }) }
    return { is: 'unknown', error, ...(resource && { resource }) }
  }

  const ended = async (write: Write, started: Started, options: SendOptions): Promise<WriteEnd> => {
    switch (started.state) {
      case 'settled':
        return done(write, started.result, options.signal)
      case 'untracked':
        return readingTells(write, noWord(write.id), options.signal)
      case 'unanswered':
        return readingTells(write, started.error, options.signal)
      case 'running': {
        options.onStep?.('running')
        const end = await operations.follow(started.operation, { signal: options.signal })
        switch (end.state) {
          case 'succeeded':
            return done(write, end.result, options.signal)
          case 'failed':
            return { is: 'refused', error: end.error, during: 'sending' }
          case 'unreachable':
          case 'unknown':
            return readingTells(write, end.error, options.signal)
          default:
            return end satisfies never
        }
      }
      default:
        return started satisfies never
    }
  }

  const done = async (write: Write, answer: Json | undefined, signal?: AbortSignal): Promise<WriteEnd> => {
    switch (write.is) {
      case 'edit': {
        const resource = resourceOf(write.id, answer, 'write', clock())
        return resource
          ? { is: 'done', resource, by: 'answer' }
          : readingTells(write, noBody(write.id), signal)
      }
      case 'removal':
        return { is: 'done', by: 'answer' }
      case 'action': {
        const after = await read(write.id, signal)
        return {
          is: 'done',
          by: 'answer',
          ...(after.ok && { resource: after.value.resource }),
          ...(answer !== undefined && { result: answer }),
        }
      }
      default:
        return write satisfies never
    }
  }

  const sendEdit = async (edit: Edit, options: SendOptions): Promise<WriteEnd> => {
    const { signal, onStep } = options
    const before = await read(edit.id, signal)
    const isNew = edit.method === 'PUT' && edit.creates === true
    if (!before.ok && !(isNew && before.error.kind === 'notFound'))
      return { is: 'refused', error: before.error, during: 'reading' }
    if (before.ok) {
      const { resource } = before.value
      const stands = standing(edit, resource.body)
      if (stands === 'asWanted') return { is: 'done', resource, by: 'reading' }
      if (stands === 'otherwise' || isNew) return { is: 'conflict', resource }
    }
    const { id, method } = edit
    const body = before.ok ? before.value.body : {}
    const whole = method === 'PUT' ? await withRadiusSecrets(raw, id, body, signal) : ok(body)
    if (!whole.ok) return { is: 'refused', error: whole.error, during: 'reading' }
    onStep?.('sending')
    const started = await operations.start({ method, id, body: bodyOf(edit, whole.value) }, signal)
    if (started.ok) return ended(edit, started.value, options)
    // A failing service may have carried it out before it failed; and the answer may show the end of an older change.
    const mayBeDone = started.error.kind === 'server' || isOldFailure(body, started.error)
    if (!mayBeDone) return { is: 'refused', error: started.error, during: 'sending' }
    const told = await readingTells(edit, started.error, signal)
    const untouched =
      told.is === 'unknown' && told.resource && standing(edit, told.resource.body) === 'asBefore'
    return untouched ? { is: 'refused', error: started.error, during: 'sending' } : told
  }

  const sendOther = async (write: Action | Removal, options: SendOptions): Promise<WriteEnd> => {
    options.onStep?.('sending')
    const started = await operations.start(requestOf(write, options.secret), options.signal)
    if (started.ok) return ended(write, started.value, options)
    const { error } = started
    // Gone already is what was wanted.
    if (write.is === 'removal' && error.kind === 'notFound') return { is: 'done', by: 'reading' }
    return error.kind === 'server'
      ? readingTells(write, error, options.signal)
      : { is: 'refused', error, during: 'sending' }
  }

  return {
    look,
    send: (write, options = {}) =>
      write.is === 'edit' ? sendEdit(write, options) : sendOther(write, options),
  }
}

function requestOf(write: Action | Removal, secret: Json | undefined): WriteRequest {
  const { id, method } = write
  if (write.is === 'removal') return { method, id }
  const { segment, query, body } = write
  const sent = write.secret === undefined ? body : secret
  return {
    method,
    id,
    action: segment,
    ...(query && { query: { ...query } }),
    ...(sent !== undefined && { body: sent }),
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

function noWord(target: string): HubError {
  return {
    kind: 'server',
    code: 'NoOperation',
    message: 'Azure accepted it, and nothing this browser can read of its answer tells how it goes on.',
    target,
    details: [],
  }
}
