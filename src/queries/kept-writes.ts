import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import type { MemberChange } from '../model/edits/edit.ts'
import type { WriteFacts } from '../model/edits/write-facts.ts'
import { secretOf, type Write } from '../model/edits/write.ts'
import type { HubError } from '../model/errors.ts'
import type { QueuedWrite, WriteState } from './write-queue.ts'

/** What outlives the page: writes that did not go or whose end is open, and the last ones that went well. */
const MOST = 20

type Phase = 'signIn' | 'left' | 'stopped' | 'secretGone' | 'sent' | 'done'

/** As JSON. What was refused or met a conflict is not kept: the draft holds what was typed. */
export function keptWrites(queue: readonly QueuedWrite[]): JsonObject[] {
  return queue
    .flatMap(({ key, write, state, after, of }): JsonObject[] => {
      const phase = phaseOf(state)
      const at = state.is === 'done' ? state.at : undefined
      return phase === undefined ? [] : [{ key, phase, at, after, of, write: jsonOfWrite(write) }]
    })
    .slice(-MOST)
}

/** Storage is anybody's: what does not have the shape is passed over. */
export function readWrites(value: unknown, now: number): QueuedWrite[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): QueuedWrite[] => {
    if (!isJsonObject(one) || typeof one.key !== 'string') return []
    const write = readWrite(one.write)
    const state = write && readState(one, write, now)
    const after = typeof one.after === 'string' ? { after: one.after } : {}
    const of = typeof one.of === 'string' ? { of: one.of } : {}
    return write && state ? [{ key: one.key, write, state, ...after, ...of }] : []
  })
}

function phaseOf(state: WriteState): Phase | undefined {
  switch (state.is) {
    case 'waiting':
    case 'busy':
    case 'hubNotReady':
      return 'left'
    case 'working':
      return state.step === 'reading' ? 'left' : 'sent'
    case 'unsent':
      return state.why
    case 'secretGone':
      return 'secretGone'
    case 'unknown':
      return 'sent'
    case 'done':
      return 'done'
    case 'conflict':
    case 'refused':
      return undefined
    default:
      return state satisfies never
  }
}

function readState({ phase, at }: JsonObject, write: Write, now: number): WriteState | undefined {
  const { id } = write
  switch (phase) {
    case 'signIn':
    case 'left':
    case 'stopped':
      if (secretOf(write) !== undefined) return { is: 'secretGone' }
      return { is: 'unsent', why: phase }
    case 'secretGone':
      return { is: 'secretGone' }
    case 'sent':
      return { is: 'unknown', error: pageLeft(id), read: false }
    case 'done':
      return { is: 'done', by: 'answer', at: typeof at === 'number' ? at : now }
    default:
      return undefined
  }
}

function pageLeft(target: string): HubError {
  return {
    kind: 'network',
    code: 'PageLeft',
    message: 'The page was left or reloaded while Azure was being asked, so its answer is not known.',
    target,
    details: [],
  }
}

/** As JSON; it holds no secret. */
export function jsonOfWrite(write: Write): JsonObject {
  const holds = [...write.holds]
  switch (write.is) {
    case 'edit': {
      const changes = write.changes.map(({ path, from, to }) => ({ path: [...path], from, to }))
      return { ...write, holds, changes }
    }
    case 'removal':
      return { ...write, holds }
    case 'action':
      return { ...write, holds, query: write.query && { ...write.query } }
    default:
      return write satisfies never
  }
}

/** `undefined` where it does not have the shape. */
export function readWrite(value: Json | undefined): Write | undefined {
  if (!isJsonObject(value)) return undefined
  const facts = readFacts(value)
  if (!facts) return undefined
  const { method } = value
  switch (value.is) {
    case 'edit': {
      const changes = Array.isArray(value.changes) ? value.changes.flatMap(readChange) : []
      const { secret } = value
      if (method === 'PUT' && (typeof secret === 'string' || changes.length > 0))
        return {
          is: 'edit',
          method,
          ...facts,
          changes,
          ...(value.creates === true && { creates: true }),
          ...(typeof secret === 'string' && { secret }),
        }
      if (changes.length === 0) return undefined
      const { member, was } = value
      return method === 'PATCH' && typeof member === 'string'
        ? { is: 'edit', method, ...facts, member, was, changes }
        : undefined
    }
    case 'removal':
      return { is: 'removal', method: 'DELETE', ...facts }
    case 'action': {
      const { segment, query, body, secret } = value
      if ((method !== 'POST' && method !== 'PUT') || typeof segment !== 'string') return undefined
      return {
        is: 'action',
        method,
        ...facts,
        segment,
        ...(isJsonObject(query) && { query: textsOf(query) }),
        ...(body !== undefined && { body }),
        ...(typeof secret === 'string' && { secret }),
      }
    }
    default:
      return undefined
  }
}

function readFacts(value: JsonObject): WriteFacts | undefined {
  const { id, name, topic, what, effect, action, holds, hub } = value
  const texts = [id, name, topic, what, effect, action].filter((one) => typeof one === 'string')
  if (texts.length < 6 || !Array.isArray(holds)) return undefined
  const [idText = '', nameText = '', topicText = '', whatText = '', effectText = '', actionText = ''] = texts
  return {
    id: idText,
    name: nameText,
    topic: topicText,
    what: whatText,
    effect: effectText,
    action: actionText,
    holds: holds.filter((one) => typeof one === 'string'),
    ...(typeof hub === 'string' && { hub }),
  }
}

function textsOf(object: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function readChange(value: Json): MemberChange[] {
  if (!isJsonObject(value) || !Array.isArray(value.path)) return []
  const path = value.path.filter((one) => typeof one === 'string')
  const { from, to } = value
  return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
}
