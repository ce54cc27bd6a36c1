import type { SkuMove, SkuMoves } from './sku.ts'

/** Sizes in their order, without zones and with them (ExpressRoute document 4.1). */
const PLAIN = ['Standard', 'HighPerformance', 'UltraPerformance']
const ZONED = ['ErGw1AZ', 'ErGw2AZ', 'ErGw3AZ']
/** Downwards only these are named, in an older text (ExpressRoute document 4.3, unverified). */
const DOWN = ['Standard', 'ErGw1AZ']

/** The changes of SKU that an ExpressRoute gateway takes in place (ExpressRoute document 4.3). */
export function expressRouteMoves(sku: string): SkuMoves {
  const family = [PLAIN, ZONED].find((one) => at(one, sku) >= 0)
  if (family === undefined)
    return {
      is: 'none',
      why:
        sku.toLowerCase() === 'ergwscale'
          ? 'ErGwScale is changed by its scale units alone; Azure knows no way back to another SKU.'
          : `No change from ${sku === '' ? 'its SKU' : sku} is known.`,
    }
  const own = at(family, sku)
  const resized = family.filter(
    (one, index) => index > own || (own === 1 && index === 0 && DOWN.includes(one)),
  )
  const moves: SkuMove[] = resized.map((one) => ({ sku: one, is: 'resize' }))
  if (family === ZONED) moves.push({ sku: 'ErGwScale', is: 'toScale' })
  return moves.length > 0
    ? { is: 'some', moves }
    : { is: 'none', why: `${sku} is the largest without zones. ${TO_ZONES}` }
}

/** What is said of a gateway without zones, wherever its SKU is changed. */
export const TO_ZONES =
  'A SKU with availability zones takes Azure’s guided migration, which makes a second gateway in the same GatewaySubnet, /27 or larger, and moves the connections.'

export function hasZones(sku: string): boolean {
  return at(PLAIN, sku) < 0
}

/** @returns the place of a SKU in its family, −1 where it is of another */
export function sizeOfExpressRoute(sku: string): number {
  return Math.max(at(PLAIN, sku), at(ZONED, sku))
}

function at(family: readonly string[], sku: string): number {
  return family.findIndex((one) => one.toLowerCase() === sku.toLowerCase())
}
