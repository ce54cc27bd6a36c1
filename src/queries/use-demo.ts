import { createContext, useContext } from 'react'

/** Trouble ordered of the emulator, in its own words: a type that differs from the emulator's does not compile in main.tsx. */
export type DemoFault =
  | { kind: 'forbidden'; scope: string; action?: string }
  | ({
      kind: 'status'
      method?: string
      path: string
      status: number
      code: string
      message: string
      retryAfter?: number
    } & Often)
  | ({ kind: 'throttled'; path: string; retryAfter: number } & Often)
  | ({ kind: 'busy' | 'expiredToken'; path: string } & Often)
  | ({ kind: 'dropped'; method?: string; path: string; lost: 'request' | 'answer' } & Often)
  | { kind: 'slow'; path: string; ms: number }
  | { kind: 'failOperation'; path: string; code: string; message: string }
  | { kind: 'opaque' | 'stuckOperation'; path: string }

interface Often {
  times?: number
  anew?: true
}

/** What exists in the demo only: the made-up estate and its clock. */
export interface Demo {
  /** Name of the open estate. */
  estate: string
  estates: { name: string; description: string }[]
  speed: 'realistic' | 'fast' | 'instant'
  /** False when the browser keeps nothing: changes last as long as the tab. */
  persisted: boolean
  /** Those in force. */
  faults: readonly DemoFault[]
  openEstate(name: string): Promise<void>
  /** Puts the open estate back to how it began. */
  reset(): Promise<void>
  setSpeed(speed: Demo['speed']): Promise<void>
  /** Replaces all faults. What was read stays as it is until it is read again. */
  setFaults(faults: readonly DemoFault[]): Promise<void>
}

const DemoContext = createContext<Demo | undefined>(undefined)

export const DemoProvider = DemoContext.Provider

/** `undefined` on Azure. */
export function useDemo(): Demo | undefined {
  return useContext(DemoContext)
}
