import { count } from '../format.ts'

/** What a hub's router carries at least. */
export interface RouterCapacity {
  gbps: number
  /** Virtual machines in all connected networks. */
  machines: number
}

/** Units a hub has where nobody set them, and the most it can have (Virtual WAN 2.3). */
export const FEWEST_UNITS = 2
export const MOST_UNITS = 50

/**
 * Virtual WAN 2.3, from Microsoft's page on hub settings: two and three units carry 3 Gbps, from four each carries one more;
 * each unit stands for 1,000 virtual machines.
 * @returns undefined for a number of units that a hub cannot have
 */
export function routerCapacity(units: number): RouterCapacity | undefined {
  if (!Number.isInteger(units) || units < FEWEST_UNITS || units > MOST_UNITS) return undefined
  return { gbps: Math.max(units, 3), machines: units * 1000 }
}

const THIN = '\u2009'

/** "2 units: 3 Gbps and 2,000 virtual machines in connected networks". */
export function capacityWords(units: number): string {
  const capacity = routerCapacity(units)
  const said = count(units, 'unit')
  if (capacity === undefined) return `${said}: what that carries is not known`
  return `${said}: ${capacity.gbps}${THIN}Gbps and ${capacity.machines.toLocaleString('en-GB')} virtual machines in connected networks`
}
