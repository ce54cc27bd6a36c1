import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { isOfSecretsAlone, standing } from '../model/edits/edit.ts'
import type { Write } from '../model/edits/write.ts'
import type { HubError } from '../model/errors.ts'
import type { Resource, Source } from '../model/resources/resource.ts'
import { workSeenOn } from '../model/operations/noted-verbs.ts'
import { errorFromOperation, unreadableAnswer } from './arm-error.ts'
import { text } from './from-wire/read.ts'
import { resourceFromWire } from './from-wire/resource.ts'
import type { OperationRecord, Started } from './operation.ts'
import { stateOf } from './operation-poll.ts'
import type { Operations } from './operations.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'
import type { Looked, SendOptions, WriteEnd, Writes } from './write.ts'
import { noBody, noWord, pageLeft } from './write-errors.ts'

type Options = Pick<SendOptions, 'signal' | 'onStep'>

interface WriteEnds extends Pick<Writes, 'look' | 'watch'> {
  read(id: string, signal?: AbortSignal): Promise<Result<{ resource: Resource; body: JsonObject }, HubError>>
  /** What becomes of a write that Azure has taken, or may have. */
  ended(write: Write, started: Started, options: Options): Promise<WriteEnd>
  /** @param again it is known: the step `running` is told once Azure says so anew */
  followed(write: Write, operation: OperationRecord, options: Options, again?: 'again'): Promise<WriteEnd>
  /**
   * After an answer that tells nothing, the resource tells. Where Azure is at work on it with what was wanted, that is
   * followed to its end. `accepted`: Azure has said that it takes it.
   */
  readingTells(write: Write, error: HubError, options: Options, accepted?: 'accepted'): Promise<WriteEnd>
  /** The same for a page that was left before there was an answer. */
  resumed(write: Write, options: Options): Promise<WriteEnd>
}

/** How writes end, by what Azure answers and by what can be read of the resource. */
export function createWriteEnds(raw: Raw, operations: Operations, clock: Clock): WriteEnds {
  const read: WriteEnds['read'] = async (id, signal) => {
    const answer = await raw.request({ method: 'GET', path: id }, signal)
    if (!answer.ok) return answer
    const { body, status } = answer.value
    const resource = resourceOf(id, body, 'get', clock())
    return isJsonObject(body) && resource ? ok({ resource, body }) : err(unreadableAnswer(status, id))
  }

  const look: WriteEnds['look'] = async (write, signal) => {
    const answer = await read(write.id, signal)
    if (!answer.ok) {
      const gone = write.is === 'removal' && answer.error.kind === 'notFound'
      return gone ? ok({ stands: 'asWanted' }) : answer
    }
    const { resource } = answer.value
    switch (write.is) {
      case 'edit':
        return ok({
          resource,
          stands: isOfSecretsAlone(write) ? 'notTold' : standing(write, resource.body),
        })
      case 'removal':
        return ok({ resource, stands: 'asBefore' })
      case 'action':
        return ok({ resource, stands: 'notTold' })
      default:
        return write satisfies never
    }
  }

  const told = (write: Write, looked: Looked, error: HubError, options: Options, accepted?: 'accepted') => {
    const { resource, stands } = looked
    if (resource && isAtWork(write, looked)) {
      const segment = write.is === 'action' && accepted ? { action: write.segment } : {}
      const method = write.is === 'removal' ? 'DELETE' : 'PUT'
      return followed(write, { resourceId: write.id, method, ...segment, startedAt: clock() }, options)
    }
    if (stands === 'asWanted') return { is: 'done', by: 'reading', ...(resource && { resource }) } as const
    return { is: 'unknown', error, ...(resource && { resource }) } as const
  }

  const readingTells: WriteEnds['readingTells'] = async (write, error, options, accepted) => {
    const looked = await look(write, options.signal)
    return looked.ok ? told(write, looked.value, error, options, accepted) : { is: 'unknown', error }
  }

  const resumed: WriteEnds['resumed'] = async (write, options) => {
    const looked = await look(write, options.signal)
    if (looked.ok) return told(write, looked.value, pageLeft(write.id), options)
    // Not made, or gone since.
    const isGone = looked.error.kind === 'notFound'
    return isGone ? { is: 'unknown', error: pageLeft(write.id) } : { is: 'unreachable', error: looked.error }
  }

  const ended: WriteEnds['ended'] = async (write, started, options) => {
    switch (started.state) {
      case 'settled':
        return done(write, started.result, options.signal)
      case 'untracked':
        return readingTells(write, noWord(write.id), options, 'accepted')
      case 'unanswered':
        return readingTells(write, started.error, options)
      case 'running':
        return followed(write, started.operation, options)
      default:
        return started satisfies never
    }
  }

  const followed: WriteEnds['followed'] = async (write, operation, options, again) => {
    let isTold = again === undefined
    if (isTold) options.onStep?.('running', operation)
    const end = await operations.follow(operation, {
      signal: options.signal,
      onTick({ state }) {
        if (isTold || state !== 'running') return
        isTold = true
        options.onStep?.('running', operation)
      },
    })
    switch (end.state) {
      case 'succeeded':
        return isByResource(operation) && write.is === 'action'
          ? afterWork(write, operation, options)
          : done(write, end.result, options.signal)
      case 'failed':
        return { is: 'refused', error: end.error, during: 'sending' }
      case 'unreachable':
        return { is: 'unreachable', error: end.error }
      case 'unknown':
        return readingTells(write, end.error, options, 'accepted')
      default:
        return end satisfies never
    }
  }

  /** Azure's work on the resource is over, which is all that can be read of an action. */
  const afterWork = async (
    write: Write,
    { action }: OperationRecord,
    { signal }: Options,
  ): Promise<WriteEnd> => {
    const after = await read(write.id, signal)
    const resource = after.ok && { resource: after.value.resource }
    return action === undefined
      ? { is: 'unknown', error: pageLeft(write.id), ...resource }
      : { is: 'done', by: 'reading', ...resource }
  }

  const done = async (write: Write, answer: Json | undefined, signal?: AbortSignal): Promise<WriteEnd> => {
    switch (write.is) {
      case 'edit': {
        const resource = resourceOf(write.id, answer, 'write', clock())
        return resource
          ? { is: 'done', resource, by: 'answer' }
          : readingTells(write, noBody(write.id), { ...(signal && { signal }) })
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

  const watch: WriteEnds['watch'] = async ({ id, startedAt, of }, { signal, onStep } = {}) => {
    const operation: OperationRecord = { resourceId: id, method: 'PUT', startedAt }
    let isTold = false
    const tell = () => {
      if (!isTold) onStep?.('running')
      isTold = true
    }
    for (;;) {
      const end = await operations.follow(operation, {
        signal,
        onTick({ state }) {
          if (state === 'running') tell()
        },
      })
      switch (end.state) {
        case 'succeeded': {
          const resource = resourceOf(id, end.result, 'get', clock())
          // `provisioningState` says nothing of a hub's router.
          if (resource && workSeenOn(resource)) {
            tell()
            break
          }
          if (of === 'router' && isRouterFailed(resource))
            return { is: 'refused', error: errorFromOperation(undefined, id, 'Failed'), during: 'sending' }
          return { is: 'done', by: 'reading', ...(resource && { resource }) }
        }
        case 'failed':
          return end.error.kind === 'notFound'
            ? { is: 'done', by: 'reading' }
            : { is: 'refused', error: end.error, during: 'sending' }
        case 'unreachable':
          return { is: 'unreachable', error: end.error }
        case 'unknown':
          return { is: 'unknown', error: end.error }
        default:
          return end satisfies never
      }
    }
  }

  return { read, look, ended, followed, readingTells, resumed, watch }
}

function isRouterFailed(resource: Resource | undefined): boolean {
  return resource?.kind === 'virtualHub' && resource.routingState?.toLowerCase() === 'failed'
}

/** Azure is at work on the resource, as far as can be read with this write. */
function isAtWork(write: Write, { resource, stands }: Looked): boolean {
  if (!resource || stateOf(resource.body) !== 'running') return false
  switch (write.is) {
    case 'edit':
      return stands === 'asWanted'
    case 'removal':
      return resource.provisioningState?.toLowerCase() === 'deleting'
    case 'action':
      return true
    default:
      return write satisfies never
  }
}

function isByResource({ operationUrl, resultUrl }: OperationRecord): boolean {
  return operationUrl === undefined && resultUrl === undefined
}

function resourceOf(id: string, body: unknown, source: Source, at: number): Resource | undefined {
  if (!isJsonObject(body)) return undefined
  return resourceFromWire({ ...body, id: text(body.id) ?? id }, { source, at })
}
