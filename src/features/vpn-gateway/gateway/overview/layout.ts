import type { GatewayTunnel } from '../../../../model/vpn/gateway-tunnels.ts'
import type { Picture } from './picture.ts'

/** Where a tunnel's line begins, ends, and where its mark stands; pixels from the top, `across` in hundredths. */
export interface DrawnTunnel {
  tunnel: GatewayTunnel
  from: number
  to: number
  mark: { across: number; top: number }
}

export interface Layout {
  height: number
  /** Top of each site's box, and of each instance's. */
  sites: number[]
  instances: number[]
  tunnels: DrawnTunnel[]
  /** Where the names of connections stand, by their first or last line. */
  labels: { key: string; top: number; tunnel: GatewayTunnel }[]
  /** Of the line that goes on to the network. */
  middle: number
}

export const SITE_HEIGHT = 48
export const INSTANCE_HEIGHT = 44
const SITE_STEP = 72
const INSTANCE_STEP = 56
/** The gateway's own name stands over its instances. */
const HEAD = 32
/** The word "On-premises" stands over the sites, and names of connections over lines. */
const ABOVE = 20

/** Boxes have fixed heights, so lines are known before anything is drawn. */
export function layoutOf({ sites, instances }: Picture): Layout {
  const siteRows = Math.max(sites.length, 1)
  const left = ABOVE + siteRows * SITE_STEP
  const box = HEAD + Math.max(instances.length, 1) * INSTANCE_STEP + 8
  const height = Math.max(left, box, 120)
  const siteTop = (height - siteRows * SITE_STEP + ABOVE) / 2
  const boxTop = (height - box) / 2
  const siteTops = sites.map((_, at) => siteTop + at * SITE_STEP + 8)
  const instanceTops = instances.map((_, at) => boxTop + HEAD + at * INSTANCE_STEP)

  const flat = sites.flatMap((site, at) =>
    site.tunnels.map((tunnel, nth) => ({
      tunnel,
      from: (siteTops[at] ?? 0) + SITE_HEIGHT / 2 + spread(nth, site.tunnels.length, 14, SITE_HEIGHT - 12),
      at: instances.findIndex(({ instance }) => instance.label === tunnel.instance?.label),
    })),
  )
  const tunnels = flat.map(({ tunnel, from, at }, index): DrawnTunnel => {
    const there = flat.filter((one) => one.at === at)
    const nth = there.findIndex((one) => one.tunnel === tunnel)
    const top = instanceTops[at]
    // What cannot be told of its instance ends at the gateway itself.
    const to =
      top === undefined
        ? Math.min(Math.max(from, boxTop + 16), boxTop + box - 16)
        : top + INSTANCE_HEIGHT / 2 + spread(nth, there.length, 12, INSTANCE_HEIGHT - 12)
    // Marks of lines that cross stand apart.
    const across = MARKS[index % MARKS.length] ?? 50
    return { tunnel, from, to, mark: { across, top: curveAt(from, to, across / 100) } }
  })
  return {
    height,
    sites: siteTops,
    instances: instanceTops,
    tunnels,
    labels: labelsOf(tunnels, height / 2),
    middle: height / 2,
  }
}

const MARKS = [62, 76, 69, 83] as const

function spread(nth: number, count: number, step: number, room: number): number {
  const gap = count < 2 ? 0 : Math.min(step, room / (count - 1))
  return (nth - (count - 1) / 2) * gap
}

/** Height of the curve of `pathOf` at a share of its way: it eases in and out. */
function curveAt(from: number, to: number, across: number): number {
  // The curve's own measure for which it is that far across, by halving.
  let [low, high] = [0, 1]
  for (let step = 0; step < 20; step++) {
    const t = (low + high) / 2
    const x = 3 * (1 - t) ** 2 * t * 0.5 + 3 * (1 - t) * t ** 2 * 0.5 + t ** 3
    if (x < across) low = t
    else high = t
  }
  const t = low
  return from * ((1 - t) ** 3 + 3 * (1 - t) ** 2 * t) + to * (3 * (1 - t) * t ** 2 + t ** 3)
}

/** A line that leaves and arrives level, in a box that is 100 wide. */
export function pathOf({ from, to }: Pick<DrawnTunnel, 'from' | 'to'>): string {
  return `M0 ${from} C50 ${from} 50 ${to} 100 ${to}`
}

/** Names of the upper half stand over the first line, those of the lower half under the last: lines cross in between. */
function labelsOf(tunnels: readonly DrawnTunnel[], middle: number): Layout['labels'] {
  const labels = new Map<string, Layout['labels'][number]>()
  for (const { tunnel, from } of tunnels) {
    const { key } = tunnel.connection
    const known = labels.get(key)
    if (from < middle) {
      if (!known) labels.set(key, { key, top: from - 18, tunnel })
    } else labels.set(key, { key, top: from + 3, tunnel })
  }
  return [...labels.values()]
}
