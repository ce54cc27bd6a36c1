import { factsText, resourcesOf } from '../../../components/wizard/options.ts'
import type { Estate } from '../../../model/estate.ts'
import { regionName } from '../../../model/resources/regions.ts'
import type { PickOption } from '../../../ui/wizard/PickList.tsx'

/** Local network gateways to choose from, each with what tells it from others. */
export function siteOptions(estate: Estate): PickOption[] {
  return resourcesOf('localNetworkGateway', estate).map((site) => ({
    value: site.id,
    label: site.name,
    facts: factsText(
      site.gatewayIpAddress ?? site.fqdn,
      site.bgp?.asn === undefined ? undefined : `AS ${site.bgp.asn}`,
      site.resourceGroup,
      regionName(site.location ?? ''),
    ),
  }))
}
