import { touching } from '../wizard/touched.ts'
import type { Answers } from './answers.ts'
import { settled, withGoal } from './defaults.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known before the wizard begins, as an address carries it: each is taken as if somebody had chosen it. */
export interface CarriedToSiteToSite {
  /** Short name of the region of a new gateway. */
  region?: string
  devices?: 1 | 2
  /** Id of the device's maker. */
  vendor?: string
  sku?: string
  generation?: string
}

/** The members of an address that carry it. */
export function carriedToSiteToSite({
  region,
  devices,
  vendor,
  sku,
  generation,
}: CarriedToSiteToSite): URLSearchParams {
  return new URLSearchParams({
    ...(region !== undefined && { region }),
    ...(devices !== undefined && { devices: String(devices) }),
    ...(vendor !== undefined && { vendor }),
    ...(sku !== undefined && { sku }),
    ...(generation !== undefined && { generation }),
  })
}

/** An address is anybody's: what is of another shape is left out, and what Azure does not have is found by the wizard's checks. */
export function readCarriedToSiteToSite(search: URLSearchParams): CarriedToSiteToSite {
  const devices = search.get('devices')
  const region = matching(/^[a-z0-9]{2,40}$/, search.get('region'))
  const vendor = matching(/^[a-z0-9-]{2,40}$/, search.get('vendor'))
  const sku = matching(/^VpnGw[1-5]AZ$/, search.get('sku'))
  const generation = matching(/^Generation[12]$/, search.get('generation'))
  return {
    ...(region !== undefined && { region }),
    ...((devices === '1' || devices === '2') && { devices: devices === '2' ? 2 : 1 }),
    ...(vendor !== undefined && { vendor }),
    ...(sku !== undefined && generation !== undefined && { sku, generation }),
  }
}

function matching(pattern: RegExp, text: string | null): string | undefined {
  return text !== null && pattern.test(text) ? text : undefined
}

/** Answers that begin with what was carried; the region is theirs already. A gateway that is there stays as it is. */
export function withCarried(
  answers: Answers,
  { devices, vendor, sku, generation }: CarriedToSiteToSite,
  around: Surroundings,
): Answers {
  let next = answers
  if (sku !== undefined && generation !== undefined && answers.goal.gateway === 'new')
    next = {
      ...touching(next, 'gateway.sku', 'gateway.generation'),
      gateway: { ...next.gateway, sku, generation },
    }
  if (vendor !== undefined) next = { ...touching(next, 'device.vendor'), device: { vendor } }
  // A gateway that is there tells the routing: only other devices change it.
  return devices === undefined ? settled(next, around) : withGoal(next, { ...next.goal, devices }, around)
}
