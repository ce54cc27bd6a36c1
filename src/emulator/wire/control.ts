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

/** What the demo menu can ask of the emulator, besides ARM. */
export type ControlCommand =
  | { do: 'describe' }
  /** Loads the estate again, or another one, and forgets everything else. */
  | { do: 'reset'; estate?: string }
  | { do: 'settings'; speed?: Speed; pageSize?: number }
  /** Replaces all faults. They live as long as the worker does. */
  | { do: 'faults'; faults: Fault[] }

export interface EmulatorState {
  estate: string
  speed: Speed
  pageSize: number
  estates: { name: string; description: string }[]
  /** False: nothing survives a reload, and the banner has to say so. */
  persisted: boolean
  faults: Fault[]
}
