import type { Json } from '../../lib/json.ts'
import type { Edit } from './edit.ts'
import type { WriteFacts } from './write-facts.ts'

/** The resource goes. */
export interface Removal extends WriteFacts {
  is: 'removal'
  method: 'DELETE'
}

/** Something Azure does with a resource: a reset, a packet capture, a new shared key. */
export interface Action extends WriteFacts {
  is: 'action'
  /** PUT only for what is no resource but has a value of its own, `<connection>/sharedkey`. */
  method: 'POST' | 'PUT'
  /** What stands after the id: `reset`, `sharedkey/reset`. */
  segment: string
  query?: Readonly<Record<string, string>>
  /** In wire shape, without secrets. */
  body?: Json
  /**
   * A secret goes with it, as the whole body: it is handed to the queue apart, lives in memory only, and after a reload has
   * to be given anew. Its words: `the shared key`.
   */
  secret?: string
}

export type Write = Edit | Removal | Action

/** What goes with it apart, in words: see `secret` of an action and of a replacement. */
export function secretOf(write: Write): string | undefined {
  if (write.is === 'action') return write.secret
  return write.is === 'edit' && write.method === 'PUT' ? write.secret : undefined
}
