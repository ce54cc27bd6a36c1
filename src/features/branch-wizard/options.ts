import { factsText, resourcesOf } from '../../components/wizard/options.ts'
import { membersOf } from '../../model/branch/members.ts'
import { hubOfNetwork, networksOf } from '../../model/branch/networks.ts'
import type { Estate } from '../../model/estate.ts'
import { count } from '../../model/format.ts'
import { keyOf, nameOfId } from '../../model/paths.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { PickOption } from '../../ui/wizard/PickList.tsx'

/** What is in the estate to choose from, each with what tells it from others. */

export function wanOptions(estate: Estate): PickOption[] {
  const { hubsOfWan } = membersOf(estate)
  return resourcesOf('virtualWan', estate).map(({ id, key, name, wanType, location, resourceGroup }) => ({
    value: id,
    label: name,
    facts: factsText(
      wanType,
      count(hubsOfWan.get(key)?.length ?? 0, 'hub'),
      regionName(location ?? ''),
      resourceGroup,
    ),
  }))
}

/** Hubs of a virtual WAN. */
export function hubOptions(wanId: string, estate: Estate): PickOption[] {
  const { hubsOfWan, gatewayOfHub } = membersOf(estate)
  return (hubsOfWan.get(keyOf(wanId)) ?? []).map((hub) => ({
    value: hub.id,
    label: hub.name,
    facts: factsText(
      regionName(hub.location ?? ''),
      hub.addressPrefix,
      gatewayOfHub.has(hub.key)
        ? `has the VPN gateway ${gatewayOfHub.get(hub.key)?.[0]?.name ?? ''}`
        : 'no VPN gateway yet',
      hub.resourceGroup,
    ),
  }))
}

/** Virtual networks that a hub does not have yet, those that are free of any hub first. @param chosen ids that stay all the same */
export function networkOptions(estate: Estate, hubId: string, chosen: readonly string[]): PickOption[] {
  const own = new Set(networksOf(hubId, { estate }).map((one) => keyOf(one.remoteVirtualNetworkId ?? '')))
  for (const id of chosen) own.delete(keyOf(id))
  const open = resourcesOf('virtualNetwork', estate).filter(({ key }) => !own.has(key))
  const options = open.map(({ id, name, location, addressPrefixes, resourceGroup }) => {
    const hub = hubOfNetwork(id, { estate })
    return {
      value: id,
      label: name,
      isFree: hub === undefined,
      facts: factsText(
        hub && `in the hub ${nameOfId(hub.hubId)}`,
        regionName(location ?? ''),
        addressPrefixes.join(', '),
        resourceGroup,
      ),
    }
  })
  return options.toSorted((one, other) => Number(other.isFree) - Number(one.isFree))
}

/** VPN sites of a virtual WAN. */
export function siteOptions(wanId: string, estate: Estate): PickOption[] {
  return (membersOf(estate).sitesOfWan.get(keyOf(wanId)) ?? []).map((site) => ({
    value: site.id,
    label: site.name,
    facts: factsText(
      count(site.links.length, 'link'),
      site.addressPrefixes.join(', '),
      [site.deviceVendor, site.deviceModel].filter(Boolean).join(' '),
      site.resourceGroup,
    ),
  }))
}
