import type { ControlCommand, EmulatorState, FileCommand, FileResult } from './control.ts'

/** From the page to the worker. `id` comes back with the answer. */
export type ToWorker =
  | { id: number; request: WireRequest }
  | { id: number; control: ControlCommand }
  | { id: number; file: FileCommand }

/** From the worker to the page. `unanswered`: as if there were no network. `failure` is a message for developers: the worker could not answer at all. */
export type FromWorker =
  | { id: number; response: WireResponse }
  | { id: number; result: EmulatorState }
  | { id: number; file: FileResult }
  | { id: number; unanswered: true }
  | { id: number; failure: string }

export interface WireRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
}

export interface WireResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Empty when there is none. */
  body: string
}
