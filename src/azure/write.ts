import type { Json, JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import { bodyOf, type Edit, standing } from '../model/edits/edit.ts'
import { type Action, type Removal, secretOf, type Write } from '../model/edits/write.ts'
import type { HubError } from '../model/errors.ts'
import { type WorkSeen, workSeenOn } from '../model/operations/noted-verbs.ts'
import type { Resource } from '../model/resources/resource.ts'
import { withKeptKey } from './kept-key.ts'
import type { OperationRecord, WriteRequest } from './operation.ts'
import { stateOf } from './operation-poll.ts'
import type { Operations } from './operations.ts'
import { etagToMatch } from './etag.ts'
import { withLinkKeys, withTypedLinkKeys } from './link-keys.ts'
import { withPeeringKey } from './peering-key.ts'
import { withRadiusSecrets, withTypedRadiusSecrets } from './radius-secrets.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'
import { createWriteEnds } from './write-ends.ts'

/** How a write ended. Resources come without secrets. */
export type WriteEnd =
  /**
   * Azure has what was wanted. `by`: its answer says so, or a reading where there was no answer or nothing to send.
   * `resource`: absent after a removal, and where it could not be read after an action. `result`: what an action gave.
   */
  | { is: 'done'; by: 'answer' | 'reading'; resource?: Resource; result?: Json }
  /** Not sent: somebody changed the same meanwhile. */
  | { is: 'conflict'; resource: Resource }
  /** Not sent: the hub it is in is not ready for a change. `state`: of its router or of the hub itself, in ARM's spelling. */
  | { is: 'hubNotReady'; resource: Resource; of: WorkSeen['of']; state: string }
  /** Not carried out. */
  | { is: 'refused'; error: HubError; during: 'reading' | 'sending' }
  /**
   * Sent, and its answer was lost or tells nothing. `resource`: as read after that, where it could be read; it is not as
   * wanted then, but Azure may still be at it.
   */
  | { is: 'unknown'; error: HubError; resource?: Resource }
  /** No end: Azure goes on with it, and it cannot be looked at just now. `resume` goes on following it. */
  | { is: 'unreachable'; error: HubError }

/** `sending`: from now on Azure may carry it out. `running`: Azure is at work; `operation` is what is needed to resume. */
export type OnStep = (step: 'sending' | 'running', operation?: OperationRecord) => void

export interface SendOptions {
  signal?: AbortSignal
  onStep?: OnStep
  /** The body of an action that is a secret, or an edit's secrets: of RADIUS servers by their addresses, of a peering its `sharedKey`,
   * of the links of a site connection by their names. Sent and not kept. */
  secret?: Json
}

export interface Writes {
  /**
   * Sends a write and follows it to its end. Before an edit it reads the resource and makes sure that nobody changed what the
   * edit is about; what is wanted already is not sent. An action is sent as it is: whether it was done cannot be read.
   */
  send(write: Write, options?: SendOptions): Promise<WriteEnd>
  /**
   * Goes on with a write that was sent before the page was left. Nothing is sent again; `running` is told once Azure says so.
   * @param operation as the step `running` gave it; without it nothing is known of an answer, and the resource tells
   */
  resume(
    write: Write,
    operation: OperationRecord | undefined,
    options?: Omit<SendOptions, 'secret'>,
  ): Promise<WriteEnd>
  /** Reads the resource and says how it stands to the write. */
  look(write: Write, signal?: AbortSignal): Promise<Result<Looked, HubError>>
  /**
   * Follows what somebody else began, by the resource alone; gone is an end that is `done`. `running` is told, without an operation,
   * once Azure says so.
   */
  watch(noted: Watched, options?: Omit<SendOptions, 'secret'>): Promise<WriteEnd>
}

/** What is under way without this browser, since when it was seen. `router`: of a hub, which comes up after the hub. */
export interface Watched {
  id: string
  startedAt: number
  of?: 'router'
}

export interface Looked {
  /** Absent: there is none. */
  resource?: Resource
  stands: ReturnType<typeof standing> | 'notTold'
}

export function createWrites(raw: Raw, operations: Operations, clock: Clock): Writes {
  const { read, look, ended, followed, readingTells, resumed, watch } = createWriteEnds(
    raw,
    operations,
    clock,
  )

  /** What a PUT of the whole has to hold and a reading does not give. */
  const withSecrets = async (edit: Edit, before: JsonObject, { secret, signal }: SendOptions) => {
    const body = withPeeringKey(edit.id, bodyOf(edit, before), secret)
    if (edit.method !== 'PUT') return ok(body)
    if (edit.creates === true) {
      const configuration = withTypedRadiusSecrets(body, secret)
      return ok(withTypedLinkKeys(edit.id, configuration, secret))
    }
    const gateway = await withRadiusSecrets(raw, edit.id, body, { before, typed: secret, signal })
    if (!gateway.ok) return gateway
    const connection = await withKeptKey(raw, edit.id, gateway.value, signal)
    return connection.ok
      ? withLinkKeys(raw, edit.id, connection.value, { typed: secret, signal })
      : connection
  }

  const sendEdit = async (edit: Edit, options: SendOptions, again?: 'again'): Promise<WriteEnd> => {
    const { signal, onStep } = options
    const before = await read(edit.id, signal)
    const isNew = edit.method === 'PUT' && edit.creates === true
    if (!before.ok && !(isNew && before.error.kind === 'notFound'))
      return { is: 'refused', error: before.error, during: 'reading' }
    if (before.ok) {
      const { resource } = before.value
      const stands = standing(edit, resource.body)
      // What Azure failed at keeps what was wanted: only sending it again makes it work.
      const isHalfDone = stands === 'asWanted' && stateOf(resource.body) === 'failed'
      if (stands === 'asWanted' && !isHalfDone && secretOf(edit) === undefined)
        return { is: 'done', resource, by: 'reading' }
      if (stands === 'otherwise' || (isNew && !isHalfDone)) return { is: 'conflict', resource }
    }
    const { id, method } = edit
    const body = before.ok ? before.value.body : {}
    const whole = await withSecrets(edit, body, options)
    if (!whole.ok) return { is: 'refused', error: whole.error, during: 'reading' }
    // Not twice: who compares a weak etag strictly would refuse it each time.
    const ifMatch = method === 'PUT' && again === undefined ? etagToMatch(id, body) : undefined
    onStep?.('sending')
    const started = await operations.start({ method, id, body: whole.value, ifMatch }, signal)
    if (started.ok) return ended(edit, started.value, options)
    // Somebody was faster: once more from what there is now, which may be a conflict.
    if (started.error.status === 412 && again === undefined) return sendEdit(edit, options, 'again')
    // A failing service may have carried it out before it failed; and the answer may show the end of an older change.
    const mayBeDone = started.error.kind === 'server' || isOldFailure(body, started.error)
    if (!mayBeDone) return { is: 'refused', error: started.error, during: 'sending' }
    const told = await readingTells(edit, started.error, options)
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
      ? readingTells(write, error, options)
      : { is: 'refused', error, during: 'sending' }
  }

  /** What a hub is busy with, while it takes no change of what is in it; who may not read it is told by Azure. */
  const notReady = async (hub: string, signal?: AbortSignal): Promise<WriteEnd | undefined> => {
    const now = await read(hub, signal)
    if (!now.ok)
      return now.error.kind === 'forbidden'
        ? undefined
        : { is: 'refused', error: now.error, during: 'reading' }
    const { resource } = now.value
    const work = workSeenOn(resource)
    return work && { is: 'hubNotReady', resource, ...work }
  }

  return {
    look,
    watch,
    async send(write, options = {}) {
      const unready = write.hub === undefined ? undefined : await notReady(write.hub, options.signal)
      if (unready) return unready
      return write.is === 'edit' ? sendEdit(write, options) : sendOther(write, options)
    },
    resume: (write, operation, options = {}) =>
      operation ? followed(write, operation, options, 'again') : resumed(write, options),
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
