/** Virtual networks and Global Reach connections on one circuit, by Mbps, of tier Premium (ExpressRoute document 1.4). */
const PREMIUM: readonly (readonly [mbps: number, links: number])[] = [
  [50, 20],
  [100, 25],
  [200, 25],
  [500, 40],
  [1000, 50],
  [2000, 60],
  [5000, 75],
  [10_000, 100],
]
/** Of tiers Local and Standard, whatever the bandwidth. */
const OTHERS = 10

/** How many connections a circuit takes; of a bandwidth between two what the smaller takes. */
export function linkLimit(tier: string, mbps: number): number {
  if (tier.toLowerCase() !== 'premium') return OTHERS
  return PREMIUM.findLast(([size]) => size <= mbps)?.[1] ?? OTHERS
}
