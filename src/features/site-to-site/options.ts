import type { Estate } from '../../model/estate.ts'
import { keyOf, parentId } from '../../model/paths.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { Kind, ResourceOf } from '../../model/resources/resource.ts'
import { groupId } from '../../model/wizard/place.ts'
import type { Surroundings } from '../../model/site-to-site/surroundings.ts'
import type { PickOption } from '../../ui/wizard/PickList.tsx'

/** What is in the estate to choose from, each with what tells it from others. */

export function networkOptions(estate: Estate): PickOption[] {
  const gateways = vpnGateways(estate)
  return of('virtualNetwork', estate, () => true).map(
    ({ id, key, name, resourceGroup, location, addressPrefixes }) => {
      const gateway = gateways.get(key)
      return {
        value: id,
        label: name,
        facts: facts(
          gateway === undefined ? undefined : `has the VPN gateway ${gateway}`,
          regionName(location ?? ''),
          resourceGroup,
          addressPrefixes.join(', '),
        ),
      }
    },
  )
}

function isVpn({ gatewayType }: ResourceOf<'virtualNetworkGateway'>): boolean {
  return gatewayType?.toLowerCase() === 'vpn'
}

/** Names of VPN gateways by the key of the virtual network they stand in. */
function vpnGateways(estate: Estate): ReadonlyMap<string, string> {
  return new Map(
    of('virtualNetworkGateway', estate, isVpn).flatMap(({ name, ipConfigurations }) =>
      ipConfigurations.map(({ subnetId }): [string, string] => [keyOf(parentId(subnetId ?? '') ?? ''), name]),
    ),
  )
}

export function gatewayOptions(estate: Estate): PickOption[] {
  return of('virtualNetworkGateway', estate, isVpn).map((gateway) => ({
    value: gateway.id,
    label: gateway.name,
    facts: facts(
      regionName(gateway.location ?? ''),
      gateway.resourceGroup,
      gateway.sku,
      gateway.activeActive ? 'active-active' : 'active-standby',
      gateway.provisioningState,
    ),
  }))
}

/** Free ones of the region, Standard first. */
export function addressOptions(region: string, subscriptionId: string, estate: Estate): PickOption[] {
  return of(
    'publicIPAddress',
    estate,
    (one) =>
      one.usedBy === undefined &&
      one.location === region &&
      keyOf(one.subscriptionId) === keyOf(subscriptionId),
  ).map(({ id, name, sku, allocationMethod, zones, ipAddress }) => ({
    value: id,
    label: name,
    facts: facts(
      'Exists',
      sku,
      allocationMethod?.toLowerCase(),
      zones.length === 0 ? 'no zones' : `zones ${zones.join(', ')}`,
      ipAddress,
    ),
  }))
}

export function siteOptions(estate: Estate): PickOption[] {
  return of('localNetworkGateway', estate, () => true).map((site) => ({
    value: site.id,
    label: site.name,
    facts: facts(
      site.gatewayIpAddress ?? site.fqdn,
      site.bgp?.asn === undefined ? undefined : `AS ${site.bgp.asn}`,
      site.resourceGroup,
      regionName(site.location ?? ''),
    ),
  }))
}

export function groupOptions({ groups }: Surroundings): PickOption[] {
  if (groups.is !== 'known') return []
  return groups.value.map(({ subscriptionId, name, location }) => ({
    value: groupId(subscriptionId, name),
    label: name,
    facts: `Exists, ${regionName(location)}`,
  }))
}

export function regionOptions({ regions }: Surroundings): { value: string; label: string }[] {
  if (regions.is !== 'known') return []
  return regions.value
    .map(({ name, title, zones }) => ({
      value: name,
      label: zones.length === 0 ? `${title}, no zones` : title,
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
}

function of<K extends Kind>(
  kind: K,
  estate: Estate,
  is: (resource: ResourceOf<K>) => boolean,
): ResourceOf<K>[] {
  const found = estate.rows.flatMap((row): ResourceOf<K>[] => {
    const resource = row.kind === kind ? estate.resources.get(row.key) : undefined
    // The kind was asked for just now, which a type parameter cannot tell the compiler.
    return resource ? [resource as ResourceOf<K>] : []
  })
  return found.filter(is).toSorted((one, other) => one.name.localeCompare(other.name))
}

function facts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}
