import type { EstateReport, FileProblem } from './estate-file.ts'

/** How fast time-consuming things go: as recorded, a hundred and twenty times faster, or at once. */
export type Speed = 'realistic' | 'fast' | 'instant'

/** Trouble to order, as data. Paths compare without case. */
export type Fault =
  /** Rights are missing at and below `scope`; for one action (`Microsoft.Network/connections/read`) or for all. */
  | { kind: 'forbidden'; scope: string; action?: string }
  | {
      kind: 'status'
      method?: string
      path: string
      status: number
      code: string
      message: string
      /** How many answers are spoiled; all of them when left out. */
      times?: number
      retryAfter?: number
    }
  | { kind: 'slow'; path: string; ms: number }
  /** A write to a matching path is accepted and fails at its end. */
  | { kind: 'failOperation'; path: string; code: string; message: string }

/** Estates from files and to files. */
export type FileCommand =
  /** Loads the estate in `text` and forgets everything else; a file that is refused changes nothing. */
  { do: 'open'; name: string; text: string; readOnly: boolean } | { do: 'download' }

export type FileResult =
  | { is: 'opened'; state: EmulatorState }
  | { is: 'refused'; problems: FileProblem[] }
  | { is: 'file'; text: string }

/** What the demo menu can ask of the emulator, besides ARM. */
export type ControlCommand =
  | { do: 'describe' }
  /** Loads the estate again, or another one, and forgets everything else. */
  | { do: 'reset'; estate?: string }
  | { do: 'settings'; speed?: Speed; pageSize?: number }
  /** Replaces all faults. They live as long as the worker does. */
  | { do: 'faults'; faults: Fault[] }

export interface OpenedEstate {
  readOnly: boolean
  report: EstateReport
  /** Of a snapshot: when (ISO 8601, UTC) and of what it was taken. */
  snapshot?: { takenAt: string; scope: string }
}

export interface EmulatorState {
  estate: string
  speed: Speed
  pageSize: number
  estates: { name: string; description: string }[]
  /** Where the open estate comes from a file. */
  opened?: OpenedEstate
  /** False: nothing survives a reload, and the banner has to say so. */
  persisted: boolean
  faults: Fault[]
}
