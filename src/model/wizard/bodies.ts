import type { JsonObject } from '../../lib/json.ts'
import { typedList } from './typed-list.ts'

/** What a PUT of each resource sends that any gateway needs: the skeletons of VPN Gateway 3.1. */

export function networkBody(location: string, addressSpace: string, gatewaySubnet: string): JsonObject {
  return {
    location,
    properties: {
      addressSpace: { addressPrefixes: typedList(addressSpace) },
      subnets: [{ name: 'GatewaySubnet', ...subnetBody(gatewaySubnet) }],
    },
  }
}

/** @param prefixes one, or one of each family */
export function subnetBody(prefixes: string): JsonObject {
  const typed = typedList(prefixes)
  return { properties: typed.length > 1 ? { addressPrefixes: typed } : { addressPrefix: prefixes.trim() } }
}

/** @param zones empty: regional */
export function addressBody(location: string, zones: readonly string[]): JsonObject {
  return {
    location,
    sku: { name: 'Standard', tier: 'Regional' },
    ...(zones.length > 0 && { zones: [...zones] }),
    properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
  }
}
