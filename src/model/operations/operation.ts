import type { Write } from '../edits/write.ts'
import type { PlanRun } from '../deployments/run.ts'
import type { HubError } from '../errors.ts'

export type OperationState =
  /**
   * Under way. `reading`: nothing was sent yet. `sending`: Azure may have it. `heldUp`: Azure goes on, and why it cannot be
   * looked at just now.
   */
  | { is: 'running'; step: 'reading' | 'sending' | 'running'; heldUp?: HubError }
  /** `by`: Azure's answer says so, or a reading of the resource. */
  | ({ is: 'succeeded'; by: 'answer' | 'reading' } & Ended)
  /** Not carried out. `during`: see `WriteEnd`. */
  | ({ is: 'failed'; error: HubError; during: 'reading' | 'sending' } & Ended)
  /** Whether Azure did it is not known. */
  | ({ is: 'unknown'; error: HubError } & Ended)

interface Ended {
  /** When the end was seen, milliseconds since the epoch. */
  at: number
  /** Nobody looked for a while, so it may have ended before. */
  late?: true
}

export interface OperationFacts {
  key: string
  /** ARM id of the resource. */
  id: string
  name: string
  /** Milliseconds since the epoch. */
  startedAt: number
  state: OperationState
}

/** A write of this browser. */
export interface WrittenOperation extends OperationFacts {
  by: 'browser'
  write: Write
}

/** Something that was under way on Azure without this browser; `startedAt` is when it was first seen. */
export interface NotedOperation extends OperationFacts {
  by: 'azure'
  /** The state that tells of it, as it was first read: `Updating`. */
  provisioningState: string
  /** The state is that of a hub's router. */
  of?: 'router'
}

/** What the ledger lists. */
export type ListedOperation = WrittenOperation | NotedOperation

export type Operation = ListedOperation | PlanRun

export function isRunning({ state }: Operation): boolean {
  return state.is === 'running'
}
