/** Mbps that are sold at all; what one provider sells may be less (ExpressRoute document 1.2). */
export const PROVIDER_MBPS: readonly number[] = [50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** Gbps of circuits by the Gbps of their port (ExpressRoute document 1.2); sizes on 400 are unverified. */
const ON_PORT: Readonly<Record<number, readonly number[]>> = {
  10: [1, 2, 5, 10],
  100: [5, 10, 40, 100],
  400: [5, 10, 40, 100, 200, 400],
}

/** @returns the Gbps that circuits on a port can have; none where its own is not known */
export function sizesOnPort(portGbps: number | undefined): readonly number[] {
  return ON_PORT[portGbps ?? 0] ?? []
}

/** Circuits together may have twice the port (ExpressRoute document 1.5). */
export const MOST_OF_PORT = 2

/** Gbps that circuits of a port may still take; 0 where Azure does not tell its bandwidth. */
export function roomLeftOn({
  bandwidthInGbps = 0,
  provisionedBandwidthInGbps = 0,
}: {
  bandwidthInGbps?: number
  provisionedBandwidthInGbps?: number
}): number {
  return Math.max(0, MOST_OF_PORT * bandwidthInGbps - provisionedBandwidthInGbps)
}
