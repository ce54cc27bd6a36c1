import type { Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { locationName } from '../arm/locations.ts'
import { page } from '../arm/paging.ts'
import { living } from '../store/living.ts'
import { objectAt, textAt } from '../wire/read.ts'

/** A subscription's own; what it really is varies by contract and region (public limits page of Azure, 2026). */
const LIMITS = { networks: 1000, addresses: 1000 }

/** GET S/locations/{location}/usages: names and shape as recorded, of what the emulator counts (ARM contract 9.10). */
export function usages(exchange: Exchange): Answer {
  const location = locationName(segment(exchange, 5))
  const there = (type: string) =>
    exchange.model
      .ofType(type, segment(exchange, 1))
      .filter((row) => locationName(row.location ?? '') === location)
      .flatMap((row) => living(row, exchange.now) ?? [])
  const addresses = there('publicIPAddresses')
  const fixed = addresses.filter(({ properties }) => textAt(properties.publicIPAllocationMethod) === 'Static')
  const standard = addresses.filter(({ row }) => textAt(objectAt(row.sku).name) !== 'Basic')
  const count = (value: string, localizedValue: string, currentValue: number, limit: number) => ({
    currentValue,
    id: `/subscriptions/${segment(exchange, 1)}/providers/Microsoft.Network/locations/${location}/usages/${value}`,
    limit,
    name: { localizedValue, value },
    unit: 'Count',
  })
  const { networks, addresses: most } = LIMITS
  return page(exchange, [
    count('VirtualNetworks', 'Virtual Networks', there('virtualNetworks').length, networks),
    count('PublicIPAddresses', 'Public IP Addresses', addresses.length, most),
    count('StaticPublicIPAddresses', 'Static Public IP Addresses', fixed.length, most),
    count('StandardSkuPublicIpAddresses', 'Public IPv4 Addresses - Standard', standard.length, most),
  ])
}
