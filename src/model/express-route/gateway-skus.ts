import type { JsonObject } from '../../lib/json.ts'
import { memberAt } from '../edits/edit.ts'
import type { Gateway } from './answers.ts'

/** SKUs that a new gateway is offered; those without zones are left to what is there (ExpressRoute document 4.1, 10). */
export const NEW_SKUS = ['ErGw1AZ', 'ErGw2AZ', 'ErGw3AZ', 'ErGwScale'] as const

export interface SkuFacts {
  mbps: number
  /** Circuits of different locations on one network. */
  circuits: number
  fastPath: boolean
  learnedRoutes: number
  zones: boolean
}

const SKUS: Readonly<Record<string, SkuFacts>> = {
  standard: { mbps: 1000, circuits: 4, fastPath: false, learnedRoutes: 4000, zones: false },
  highperformance: { mbps: 2000, circuits: 8, fastPath: false, learnedRoutes: 9500, zones: false },
  ultraperformance: { mbps: 10_000, circuits: 16, fastPath: true, learnedRoutes: 9500, zones: false },
  ergw1az: { mbps: 1000, circuits: 4, fastPath: false, learnedRoutes: 4000, zones: true },
  ergw2az: { mbps: 2000, circuits: 8, fastPath: false, learnedRoutes: 9500, zones: true },
  ergw3az: { mbps: 10_000, circuits: 16, fastPath: true, learnedRoutes: 9500, zones: true },
}

export const SCALE = 'ErGwScale'
/** How many scale units there may be, and the least of a gateway that scales by itself. */
export interface UnitRange {
  least: number
  most: number
  leastToScale: number
}

/** Of ErGwScale, and of a gateway in a hub (ExpressRoute document 4.2 and ER-041, Virtual WAN document 6). */
export const SCALE_UNITS: UnitRange = { least: 1, most: 40, leastToScale: 2 }
export const HUB_UNITS: UnitRange = { least: 1, most: 10, leastToScale: 1 }
/** Of one unit in a hub (Virtual WAN document 6). */
const HUB_UNIT_MBPS = 2000
/** From how many units ErGwScale has FastPath and takes 16 circuits (ExpressRoute document 4.1). */
export const FAST_PATH_UNITS = 10
/** Circuits of one peering location on a network or a hub, whatever the SKU; of all on a hub (ExpressRoute document 1.4, Virtual WAN document 6). */
export const SAME_LOCATION = 4
export const HUB_CIRCUITS = 8
/** From how many units a gateway in a hub has FastPath, for circuits on own ports (Virtual WAN document 6). */
export const HUB_FAST_PATH_UNITS = 5

/**
 * What a gateway of a virtual network can do (ExpressRoute document 4.1); `undefined` for a SKU that is not known.
 * @param minUnits of ErGwScale
 */
export function skuFacts(sku: string, minUnits = 1): SkuFacts | undefined {
  const key = sku.toLowerCase()
  if (key !== SCALE.toLowerCase()) return Object.hasOwn(SKUS, key) ? SKUS[key] : undefined
  return {
    mbps: 1000 * minUnits,
    circuits: minUnits >= FAST_PATH_UNITS ? 16 : minUnits >= 2 ? 8 : 4,
    fastPath: minUnits >= FAST_PATH_UNITS,
    learnedRoutes: 9500,
    zones: true,
  }
}

/** Mbps that a gateway in a hub carries. */
export function hubMbps(units: number): number {
  return HUB_UNIT_MBPS * units
}

/** Scale units of a gateway of SKU ErGwScale, as ARM has them; one where it tells none. */
export function scaleUnitsOf(body: JsonObject): { min: number; max: number } {
  const bounds = (member: string) =>
    memberAt(body, ['properties', 'autoScaleConfiguration', 'bounds', member])
  const [min, max] = [bounds('min'), bounds('max')]
  const least = typeof min === 'number' ? min : 1
  return { min: least, max: typeof max === 'number' ? max : least }
}

/** What is typed as a number of scale units; `NaN` for what is none. */
export function unitsIn(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
}

/** What is wrong with the least and the most units as they are typed: out of range, fewer at most than at least, too few to scale. */
export interface UnitFault {
  at: 'min' | 'max'
  is: 'range' | 'order' | 'scale'
}

export function unitFaults({ min, max }: Gateway['units'], range: UnitRange): UnitFault[] {
  const [from, to] = [unitsIn(min), unitsIn(max)]
  const inRange = (units: number) => units >= range.least && units <= range.most
  const outside: UnitFault[] = [
    ...(inRange(from) ? [] : [{ at: 'min', is: 'range' } as const]),
    ...(inRange(to) ? [] : [{ at: 'max', is: 'range' } as const]),
  ]
  if (outside.length > 0) return outside
  if (to < from) return [{ at: 'max', is: 'order' }]
  return to > from && from < range.leastToScale ? [{ at: 'min', is: 'scale' }] : []
}

/** The smallest that carries so much: SKU and scale units. */
export function smallestFor(mbps: number): Pick<Gateway, 'sku' | 'units'> {
  const sku = NEW_SKUS.find((one) => (skuFacts(one)?.mbps ?? 0) >= mbps)
  if (sku !== undefined) return { sku, units: { min: '2', max: '2' } }
  const units = String(Math.min(SCALE_UNITS.most, Math.max(2, Math.ceil(mbps / 1000))))
  return { sku: SCALE, units: { min: units, max: units } }
}
