import type { Family } from '../../lib/cidr.ts'
import type { Result } from '../../lib/result.ts'
import type { HubError } from '../errors.ts'

/** The two links of a circuit, as Azure calls them in addresses. */
export const PATHS = ['primary', 'secondary'] as const
export type PathName = (typeof PATHS)[number]

/** ARM's own rows, every member as text or number where it was one (ExpressRoute document 6.1). */
export interface ArpRow {
  /** Minutes. */
  age?: number
  /** `On-Prem` or `Microsoft`. */
  interface?: string
  ipAddress?: string
  macAddress?: string
}

export interface SummaryRow {
  neighbor?: string
  as?: number
  /** As the router writes it, `1w4d`, `never`. */
  upDown?: string
  /** A number once the session is up, else its state. */
  statePfxRcd?: string
}

export interface CircuitRoute {
  network?: string
  nextHop?: string
  locPrf?: string
  weight?: number
  /** AS numbers, the nearest first. */
  path?: string
}

export interface TrafficCounters {
  primary: { in?: number; out?: number }
  secondary: { in?: number; out?: number }
}

/** One path of a peering as it was told; each table stands or fails by itself. */
export interface PathReading {
  path: PathName
  arp: Result<ArpRow[], HubError>
  summary: Result<SummaryRow[], HubError>
}

/** Both paths of a peering, and its bytes. */
export interface PeeringReading {
  paths: PathReading[]
  /** That the peering has, where who asks knows it: each has a session on both paths. */
  families?: readonly Family[]
  counters: Result<TrafficCounters, HubError>
}
