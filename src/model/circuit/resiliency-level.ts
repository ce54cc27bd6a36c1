import { isMetro } from './locations.ts'

export type ResiliencyLevel = 'Maximum' | 'High' | 'Standard' | 'none'

/**
 * What circuits of these peering locations survive together (ExpressRoute document 2.1): Maximum takes two that are not Metro, whatever else
 * is beside them.
 */
export function levelOf(locations: readonly [string, ...string[]]): Exclude<ResiliencyLevel, 'none'>
export function levelOf(locations: readonly string[]): ResiliencyLevel
export function levelOf(locations: readonly string[]): ResiliencyLevel {
  const all = new Set(locations)
  if (all.size === 0) return 'none'
  if ([...all].filter((one) => !isMetro(one)).length > 1) return 'Maximum'
  return [...all].some(isMetro) ? 'High' : 'Standard'
}
