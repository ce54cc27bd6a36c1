import { guidOf, numberOf } from '../../clock.ts'
import type { Tags } from '../build/build.ts'
import type { EstateResourceGroup, EstateSubscription } from '../estate.ts'

const REGIONS: readonly { name: string; short: string; exchange: string }[] = [
  { name: 'westeurope', short: 'weu', exchange: 'Amsterdam' },
  { name: 'northeurope', short: 'neu', exchange: 'Dublin' },
  { name: 'germanywestcentral', short: 'gwc', exchange: 'Frankfurt' },
  { name: 'swedencentral', short: 'swc', exchange: 'Stockholm' },
  { name: 'uksouth', short: 'uks', exchange: 'London' },
  { name: 'eastus', short: 'eus', exchange: 'Washington DC' },
  { name: 'westus2', short: 'wus', exchange: 'Seattle' },
  { name: 'southeastasia', short: 'sea', exchange: 'Singapore' },
  { name: 'japaneast', short: 'jpe', exchange: 'Tokyo' },
  { name: 'australiaeast', short: 'aue', exchange: 'Sydney' },
]
const UNITS = ['Retail', 'Logistics', 'Banking', 'Energy', 'Health', 'Media', 'Insurance', 'Grid', 'Ports']
const TOWNS =
  'Aalborg Bilbao Bremen Brno Cebu Cork Denver Essen Fukuoka Galway Geelong Ghent Graz Hobart Incheon Kobe Kraków Leeds Linz Lyon Malmö Medan Miami Nagoya Nantes Odense Omaha Oulu Penang Perth Porto Reno Riga Sendai Split Tampa Tartu Turku Utrecht Varna'.split(
    ' ',
  )

/** One subscription's corner of the world. `number` counts the subscriptions from 0. */
export interface Place {
  number: number
  subscription: EstateSubscription
  region: string
  short: string
  /** The peering location nearest to it. */
  exchange: string
  tags: Tags
  group(purpose: string): EstateResourceGroup
}

export function place(number: number): Place {
  const { name, short, exchange } = from(REGIONS, number)
  const unit = from(UNITS, number)
  const env = number % 7 === 3 ? 'test' : 'prod'
  const subscription: EstateSubscription = {
    subscriptionId: guidOf(`large:subscription:${number}`),
    displayName: `${unit} ${env} ${short} ${String(number + 1).padStart(3, '0')}`,
    state: 'Enabled',
    quotaId: 'EnterpriseAgreement_2014-09-01',
  }
  const tags = { env, unit, 'cost-center': `CC-${4100 + numberOf(unit, 900)}` }
  return {
    number,
    subscription,
    region: name,
    short,
    exchange,
    tags,
    group: (purpose) => ({
      subscriptionId: subscription.subscriptionId,
      name: `rg-${purpose}-${short}-${number + 1}`,
      location: name,
      tags,
    }),
  }
}

/** `lyon-07`: the n-th branch of a place; no two of one place are alike. */
export function branch({ number }: Place, n: number): { name: string; town: string } {
  const town = from(TOWNS, number * 7 + n)
  const plain = town.normalize('NFD').replace(/\P{ASCII}/gu, '')
  return { name: `${plain.toLowerCase()}-${String(n + 1).padStart(2, '0')}`, town }
}

/** Out of the block for benchmarks (RFC 2544), which nobody's device has: documentation's three blocks are too small. */
export const deviceAddress = ({ number }: Place, n: number) => `198.18.${number}.${n + 1}`
export const azureAddress = ({ number }: Place, n: number) => `198.19.${number}.${n + 1}`

/** True for about one in `share`, always the same ones. */
export function chance(share: number, what: string, { number }: Place, n: number): boolean {
  return numberOf(`large:${what}:${number}:${n}`, share) === 0
}

export function from<T>(list: readonly [T, ...T[]] | readonly T[], n: number): T {
  const item = list[n % list.length]
  if (item === undefined) throw new Error('An empty list has nothing to choose from.')
  return item
}
