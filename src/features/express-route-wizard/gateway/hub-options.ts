import { factsText, resourcesOf } from '../../../components/wizard/options.ts'
import type { Estate } from '../../../model/estate.ts'
import { nameOfId } from '../../../model/paths.ts'
import { regionName } from '../../../model/resources/regions.ts'
import type { PickOption } from '../../../ui/wizard/PickList.tsx'

/** Hubs of a Virtual WAN; a Route Server is none. */
export function hubOptions(estate: Estate): PickOption[] {
  return resourcesOf('virtualHub', estate)
    .filter(({ hubKind }) => hubKind !== 'RouteServer')
    .map((hub) => ({
      value: hub.id,
      label: hub.name,
      facts: factsText(
        hub.expressRouteGatewayId === undefined
          ? undefined
          : `has the ExpressRoute gateway ${nameOfId(hub.expressRouteGatewayId)}`,
        regionName(hub.location ?? ''),
        hub.resourceGroup,
        hub.addressPrefix,
      ),
    }))
}

export function hubGatewayOptions(estate: Estate): PickOption[] {
  return resourcesOf('expressRouteGateway', estate).map((gateway) => ({
    value: gateway.id,
    label: gateway.name,
    facts: factsText(
      gateway.virtualHubId === undefined ? undefined : `of ${nameOfId(gateway.virtualHubId)}`,
      regionName(gateway.location ?? ''),
      gateway.resourceGroup,
      gateway.provisioningState,
    ),
  }))
}
