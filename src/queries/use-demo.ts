import { createContext, useContext } from 'react'

export interface Tally {
  name: string
  count: number
}

/** What was made of an opened estate file. */
export interface EstateReport {
  resources: number
  types: Tally[]
  /** Kept as they stand. */
  unknownTypes: Tally[]
  unknownMembers: Tally[]
  /** Without `properties`. */
  generic: number
  repeated: number
  madeUpSubscriptions: string[]
  madeUpGroups: string[]
  /** One page of a longer list. */
  incomplete: boolean
}

/** Why a file was refused, and where: line and column, or a path, `resources[12].id`. */
export interface FileProblem {
  where: string
  what: string
}

export type FileOpening = { is: 'opened' } | { is: 'changed' } | { is: 'refused'; problems: FileProblem[] }

export interface EstateFile {
  name: string
  text: string
  readOnly: boolean
}

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
  | ({ kind: 'busy' | 'expiredToken' | 'challenge'; path: string } & Often)
  | ({ kind: 'dropped'; method?: string; path: string; lost: 'request' | 'answer' } & Often)
  | { kind: 'slow'; path: string; ms: number }
  | { kind: 'failOperation'; path: string; code: string; message: string }
  | { kind: 'opaque' | 'stuckOperation'; path: string }

interface Often {
  times?: number
  anew?: true
}

/**
 * What the device at the far end of a connection to a site is like from now on, in the emulator's own words. Up: it answers and has
 * what the connection has now. Else: all but this pre-shared key, policy of phase 2 (`ipsec`) or 1 (`ike`), or traffic selectors.
 */
export type DemoDevice = 'up' | 'silent' | { key: string } | { mismatch: 'ipsec' | 'ike' | 'selectors' }

/** What the service provider of a circuit does; one that runs layer 3 makes the private peering, `peer`. */
export type DemoProviderAct = 'provision' | 'refuse' | 'deprovision' | 'peer'

/** Links of a circuit's private peering, and what is at their far end from now on, in the emulator's own words. */
export type DemoPath = 'primary' | 'secondary' | 'both'
export type DemoPathCondition = 'up' | 'noAnswer' | 'vlan' | 'noSession' | 'asn' | 'noRoutes' | 'routeLimit'

/** What exists in the demo only: the made-up estate and its clock. */
export interface Demo {
  /** Name of the open estate. */
  estate: string
  estates: { name: string; description: string }[]
  /** Where the open estate comes from a file; `takenAt` is ISO 8601, `cut` what the snapshot left out, `properties.serviceKey`. */
  opened?: {
    readOnly: boolean
    report: EstateReport
    snapshot?: { takenAt: string; scope: string; cut: string[] }
  }
  speed: 'realistic' | 'fast' | 'instant'
  /** False when the browser keeps nothing: changes last as long as the tab. */
  persisted: boolean
  /** Those in force. */
  faults: readonly DemoFault[]
  openEstate(name: string): Promise<void>
  /** Looks at the file first: a bad one is refused, a good one not opened where changes were to be kept and there are some. */
  openFile(file: EstateFile, changes: 'keep' | 'forget'): Promise<FileOpening>
  /** Whether something was created, changed or deleted in the open estate, in this tab or another. */
  hasChanges(): Promise<boolean>
  /** The estate as it is now, as a file's text. */
  download(): Promise<string>
  /** Puts the open estate back to how it began. */
  reset(): Promise<void>
  setSpeed(speed: Demo['speed']): Promise<void>
  /** Replaces all faults. What was read stays as it is until it is read again. */
  setFaults(faults: readonly DemoFault[]): Promise<void>
  /** Sets the device of a connection, by its ARM id. What was read stays as it is until it is read again. */
  /** What Azure wrote to an address of somebody's storage. */
  readBlob(url: string): Promise<string>
  setFarSide(connectionId: string, device: DemoDevice): Promise<void>
  /** @throws where the circuit's state does not allow it, with a sentence that says why */
  setProvider(circuitId: string, act: DemoProviderAct): Promise<void>
  /** @throws where the circuit has no private peering, with a sentence that says so */
  setCircuitPath(circuitId: string, path: DemoPath, is: DemoPathCondition): Promise<void>
}

const DemoContext = createContext<Demo | undefined>(undefined)

export const DemoProvider = DemoContext.Provider

/** `undefined` on Azure. */
export function useDemo(): Demo | undefined {
  return useContext(DemoContext)
}
