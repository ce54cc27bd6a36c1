import type { WireAnswer, WireRequest } from '../../azure/transport.ts'
import type {
  Demo,
  DemoDevice,
  DemoFault,
  DemoPath,
  DemoPathCondition,
  DemoProviderAct,
  EstateFile,
  FileOpening,
} from '../../queries/use-demo.ts'

export type EmulationState = Pick<Demo, 'estate' | 'estates' | 'opened' | 'speed' | 'persisted' | 'faults'>

/** The embedded ARM as the app sees it: a way to send, and what the demo controls ask of it. */
export interface Emulation {
  /** `undefined`: nothing answered. */
  send(request: WireRequest, signal?: AbortSignal): Promise<WireAnswer | undefined>
  describe(): Promise<EmulationState & { changed: boolean }>
  /** Without a name: the open estate. */
  reset(estate?: string): Promise<EmulationState>
  setSpeed(speed: Demo['speed']): Promise<EmulationState>
  open(
    file: EstateFile & { unlessChanged: boolean },
  ): Promise<Exclude<FileOpening, { is: 'opened' }> | { is: 'opened'; state: EmulationState }>
  /** The estate as it is now, as a file's text. */
  download(): Promise<string>
  setFaults(faults: readonly DemoFault[]): Promise<EmulationState>
  readBlob(url: string): Promise<string>
  setFarSide(connectionId: string, device: DemoDevice): Promise<EmulationState>
  setProvider(circuitId: string, act: DemoProviderAct): Promise<EmulationState>
  setCircuitPath(circuitId: string, path: DemoPath, is: DemoPathCondition): Promise<EmulationState>
}

/** Between two looks at an operation when the answer names no time. */
const POLL_INTERVALS: Record<Demo['speed'], number> = { realistic: 10_000, fast: 250, instant: 50 }

export function pollInterval(speed: Demo['speed']): number {
  return POLL_INTERVALS[speed]
}
