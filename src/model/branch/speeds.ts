import type { Answers, Site } from './answers.ts'
import { connectionsThere, siteChosen } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Of one scale unit, and how many a gateway has at most: 20 Gbps (Virtual WAN document 4; the 40 is computed there). */
export const UNIT_MBPS = 500
export const MOST_UNITS = 40

/** Mbps of all links of a site, as far as they are told. */
function siteMbps(site: Site, around: Surroundings): number {
  const there = siteChosen(site, around)
  if (there)
    return (
      there.links.reduce((sum, { speedInMbps }) => sum + (speedInMbps ?? 0), 0) ||
      (there.linkSpeedInMbps ?? 0)
    )
  return site.links.reduce((sum, { speed }) => sum + (wholeNumber(speed) ?? 0), 0)
}

/** Mbps that the branches of the plan and those that the gateway has already may send together. */
export function wantedMbps(answers: Answers, around: Surroundings): number {
  const own = answers.sites.reduce((sum, site) => sum + siteMbps(site, around), 0)
  const planned = new Set(answers.sites.map(({ existing }) => existing.toLowerCase()))
  const others = connectionsThere(answers, around).reduce((sum, { siteId = '' }) => {
    const site = around.estate.resources.get(siteId.toLowerCase())
    if (site?.kind !== 'vpnSite' || planned.has(site.key)) return sum
    return sum + site.links.reduce((all, { speedInMbps }) => all + (speedInMbps ?? 0), 0)
  }, 0)
  return own + others
}

/** The fewest scale units that carry so much. */
export function unitsFor(mbps: number): number {
  return Math.min(MOST_UNITS, Math.max(1, Math.ceil(mbps / UNIT_MBPS)))
}

/** @returns `undefined` for what is no whole number */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined
}
