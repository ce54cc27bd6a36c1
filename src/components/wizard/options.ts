import type { Estate } from '../../model/estate.ts'
import { keyOf, parentId } from '../../model/paths.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { Kind, ResourceOf } from '../../model/resources/resource.ts'
import { groupId } from '../../model/wizard/place.ts'
import type { Around } from '../../model/wizard/around.ts'
import type { PickOption } from '../../ui/wizard/PickList.tsx'

/** What is in the estate to choose from, each with what tells it from others. */

type GatewayType = 'Vpn' | 'ExpressRoute'

const GATEWAY_WORDS: Record<GatewayType, string> = { Vpn: 'VPN', ExpressRoute: 'ExpressRoute' }

/** @param type of the gateways that are told of a network */
export function networkOptions(estate: Estate, type: GatewayType): PickOption[] {
  const gateways = gatewayNames(estate, type)
  return resourcesOf('virtualNetwork', estate).map(
    ({ id, key, name, resourceGroup, location, addressPrefixes }) => {
      const gateway = gateways.get(key)
      return {
        value: id,
        label: name,
        facts: factsText(
          gateway === undefined ? undefined : `has the ${GATEWAY_WORDS[type]} gateway ${gateway}`,
          regionName(location ?? ''),
          resourceGroup,
          addressPrefixes.join(', '),
        ),
      }
    },
  )
}

function gatewaysOf(estate: Estate, type: GatewayType): ResourceOf<'virtualNetworkGateway'>[] {
  return resourcesOf('virtualNetworkGateway', estate).filter(
    ({ gatewayType }) => gatewayType?.toLowerCase() === type.toLowerCase(),
  )
}

/** Names of gateways by the key of the virtual network they stand in. */
function gatewayNames(estate: Estate, type: GatewayType): ReadonlyMap<string, string> {
  return new Map(
    gatewaysOf(estate, type).flatMap(({ name, ipConfigurations }) =>
      ipConfigurations.map(({ subnetId }): [string, string] => [keyOf(parentId(subnetId ?? '') ?? ''), name]),
    ),
  )
}

export function gatewayOptions(estate: Estate, type: GatewayType): PickOption[] {
  return gatewaysOf(estate, type).map((gateway) => ({
    value: gateway.id,
    label: gateway.name,
    facts: factsText(
      regionName(gateway.location ?? ''),
      gateway.resourceGroup,
      gateway.sku,
      type === 'ExpressRoute' ? undefined : gateway.activeActive ? 'active-active' : 'active-standby',
      gateway.provisioningState,
    ),
  }))
}

/** Free ones of the region. */
export function addressOptions(region: string, subscriptionId: string, estate: Estate): PickOption[] {
  return resourcesOf('publicIPAddress', estate)
    .filter(
      (one) =>
        one.usedBy === undefined &&
        one.location === region &&
        keyOf(one.subscriptionId) === keyOf(subscriptionId),
    )
    .map(({ id, name, sku, allocationMethod, zones, ipAddress }) => ({
      value: id,
      label: name,
      facts: factsText(
        'Exists',
        sku,
        allocationMethod?.toLowerCase(),
        zones.length === 0 ? 'no zones' : `zones ${zones.join(', ')}`,
        ipAddress,
      ),
    }))
}

export function groupOptions({ groups }: Pick<Around, 'groups'>): PickOption[] {
  if (groups.is !== 'known') return []
  return groups.value.map(({ subscriptionId, name, location }) => ({
    value: groupId(subscriptionId, name),
    label: name,
    facts: `Exists, ${regionName(location)}`,
  }))
}

export function regionOptions({ regions }: Pick<Around, 'regions'>): { value: string; label: string }[] {
  if (regions.is !== 'known') return []
  return regions.value
    .map(({ name, title, zones }) => ({
      value: name,
      label: zones.length === 0 ? `${title}, no zones` : title,
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
}

/** Those of a kind, by name. */
export function resourcesOf<K extends Kind>(kind: K, estate: Estate): ResourceOf<K>[] {
  const found = estate.rows.flatMap((row): ResourceOf<K>[] => {
    const resource = row.kind === kind ? estate.resources.get(row.key) : undefined
    // The kind was asked for just now, which a type parameter cannot tell the compiler.
    return resource ? [resource as ResourceOf<K>] : []
  })
  return found.toSorted((one, other) => one.name.localeCompare(other.name))
}

/** What there is to tell, with commas. */
export function factsText(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}
