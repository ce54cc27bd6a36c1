import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import type { Edit, MemberChange } from '../model/edits/edit.ts'
import type { HubError } from '../model/errors.ts'
import type { QueuedWrite, WriteState } from './write-queue.ts'

/** What outlives the page: writes that did not go or whose end is open, and the last ones that went well. */
const MOST = 20

type Phase = 'signIn' | 'left' | 'sent' | 'done'

/** As JSON. What was refused or met a conflict is not kept: the draft holds what was typed. */
export function keptWrites(queue: readonly QueuedWrite[]): JsonObject[] {
  return queue
    .flatMap(({ key, edit, state }): JsonObject[] => {
      const phase = phaseOf(state)
      const at = state.is === 'done' ? state.at : undefined
      return phase === undefined ? [] : [{ key, phase, at, edit: jsonOf(edit) }]
    })
    .slice(-MOST)
}

/** Storage is anybody's: what does not have the shape is passed over. */
export function readWrites(value: unknown, now: number): QueuedWrite[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): QueuedWrite[] => {
    if (!isJsonObject(one) || typeof one.key !== 'string') return []
    const edit = readEdit(one.edit)
    const state = edit && readState(one, edit, now)
    return edit && state ? [{ key: one.key, edit, state }] : []
  })
}

function phaseOf(state: WriteState): Phase | undefined {
  switch (state.is) {
    case 'waiting':
    case 'busy':
      return 'left'
    case 'working':
      return state.step === 'reading' ? 'left' : 'sent'
    case 'unsent':
      return state.why
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

function readState({ phase, at }: JsonObject, { id }: Edit, now: number): WriteState | undefined {
  switch (phase) {
    case 'signIn':
    case 'left':
      return { is: 'unsent', why: phase }
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

function jsonOf({ was, changes, holds, ...rest }: Edit): JsonObject {
  return {
    ...rest,
    was,
    holds: [...holds],
    changes: changes.map(({ path, from, to }) => ({ path: [...path], from, to })),
  }
}

function readEdit(value: Json | undefined): Edit | undefined {
  if (!isJsonObject(value) || value.method !== 'PATCH') return undefined
  const { id, name, method, member, was, what, effect, action, holds } = value
  const texts = [id, name, member, what, effect, action].filter((one) => typeof one === 'string')
  const changes = Array.isArray(value.changes) ? value.changes.flatMap(readChange) : []
  if (texts.length < 6 || changes.length === 0 || !Array.isArray(holds)) return undefined
  const [idText = '', nameText = '', memberText = '', whatText = '', effectText = '', actionText = ''] = texts
  return {
    id: idText,
    name: nameText,
    method,
    member: memberText,
    was,
    changes,
    what: whatText,
    effect: effectText,
    action: actionText,
    holds: holds.filter((one) => typeof one === 'string'),
  }
}

function readChange(value: Json): MemberChange[] {
  if (!isJsonObject(value) || !Array.isArray(value.path)) return []
  const path = value.path.filter((one) => typeof one === 'string')
  const { from, to } = value
  return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
}
