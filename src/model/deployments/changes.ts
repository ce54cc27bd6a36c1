import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { secretNamed } from '../secret-names.ts'

/** What a deployment would do to a resource (ARM contract 12.3, whatIf). */
export const CHANGE_TYPES = [
  'Create',
  'Delete',
  'Deploy',
  'Ignore',
  'Modify',
  'NoChange',
  'NoEffect',
  'Unsupported',
] as const
export type ChangeType = (typeof CHANGE_TYPES)[number]

export interface ResourceChange {
  id: string
  change: ChangeType
  /** Members that would change, in words; only of `Modify`. */
  deltas: readonly MemberDelta[]
  /** Why Azure cannot tell, of `Unsupported`. */
  reason?: string
}

export interface MemberDelta {
  /** `properties.sku.name` */
  path: string
  /** `VpnGw1AZ to VpnGw2AZ`, `added: 10.0.0.0/8`, `taken away` */
  words: string
  /** Azure would give it the same value, or takes no notice of it. */
  noEffect: boolean
}

/**
 * The changes of a what-if answer without its secrets, in Azure's order. What stands in the groups and is not touched (`Ignore`) is left out; a
 * kind of change that Azure may add is Unsupported.
 */
export function changesOf(answer: Json | undefined): ResourceChange[] {
  const properties = memberOf(answer, 'properties') ?? answer
  const changes = memberOf(properties, 'changes')
  return list(changes).flatMap((entry) => {
    const id = entry.resourceId
    if (typeof id !== 'string') return []
    const change = CHANGE_TYPES.find((one) => one === entry.changeType) ?? 'Unsupported'
    if (change === 'Ignore') return []
    const reason = entry.unsupportedReason
    return {
      id,
      change,
      deltas: change === 'Modify' ? list(entry.delta).flatMap((delta) => deltasOf(delta, '')) : [],
      ...(typeof reason === 'string' && reason !== '' && { reason }),
    }
  })
}

/** Ids of what would be new. */
export function createdIn(changes: readonly ResourceChange[]): string[] {
  return changes.filter(({ change }) => change === 'Create').map(({ id }) => id)
}

function deltasOf(delta: JsonObject, before: string): MemberDelta[] {
  const own = typeof delta.path === 'string' ? delta.path : ''
  const path = before === '' ? own : /^\d+$/.test(own) ? `${before}[${own}]` : `${before}.${own}`
  const children = list(delta.children)
  if (children.length > 0) return children.flatMap((child) => deltasOf(child, path))
  const type = delta.propertyChangeType
  const secret = secretNamed(own.split('.').at(-1) ?? '')
  const words = secret === undefined ? deltaWords(type, delta.before, delta.after) : `${secret}, not shown`
  return [{ path, words, noEffect: type === 'NoEffect' }]
}

function deltaWords(type: Json | undefined, before: Json | undefined, after: Json | undefined): string {
  switch (type) {
    case 'Create':
      return `added: ${shown(after)}`
    case 'Delete':
      return `taken away: ${shown(before)}`
    case 'NoEffect':
      return 'no effect'
    default:
      return `${shown(before)} to ${shown(after)}`
  }
}

const LONGEST = 120

function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return 'none'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined
}

function list(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
