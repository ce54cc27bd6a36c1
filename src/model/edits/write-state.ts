import type { Json } from '../../lib/json.ts'
import type { HubError } from '../errors.ts'
import type { WorkSeen } from '../operations/noted-verbs.ts'
import type { Write } from './write.ts'

/** How a write of this tab stands. */
export type WriteState =
  /** Another write of this tab, or a run, holds the same resource or its gateway. */
  | { is: 'waiting'; behind: Pick<Write, 'what'> | 'otherTab' }
  /** Azure is at work on the resource for somebody else; sent again `until` then, milliseconds since the epoch. */
  | { is: 'busy'; error: HubError; until: number }
  /** The hub it is in is not ready; looked at again `until` then. `state`: of its router or of the hub itself, in ARM's spelling. */
  | { is: 'hubNotReady'; hub: string; of: WorkSeen['of']; state: string; until: number }
  | { is: 'working'; step: 'reading' | 'sending' | 'running'; since: number }
  /**
   * Nothing was sent, and only a click sends it: a sign-in was needed, the page was left while it waited, or what had to be
   * done before it was not.
   */
  | { is: 'unsent'; why: 'signIn' | 'left' | 'stopped' }
  /** Nothing was sent, and the secret that goes with it is not there any more: it has to be given anew. */
  | { is: 'secretGone' }
  /** `at`: milliseconds since the epoch. `by`, `result`: see `WriteEnd`. */
  | { is: 'done'; by: 'answer' | 'reading'; at: number; result?: Json }
  /** Not sent: the resource changed meanwhile; the cache has it as it is now. */
  | { is: 'conflict' }
  | { is: 'refused'; error: HubError; during: 'reading' | 'sending' }
  /** Whether Azure did it is not known. `read`: the resource was read after that, and is not as wanted. */
  | { is: 'unknown'; error: HubError; read: boolean }

/** A write with how it stands. */
export interface QueuedWrite {
  key: string
  write: Write
  state: WriteState
  /** Key of the write that has to be done before this one is sent. */
  after?: string
  /** Key of the run that it takes back. */
  of?: string
}
