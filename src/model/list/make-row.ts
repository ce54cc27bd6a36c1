import { addressTexts, asnsOf, prefixesOf } from '../addresses.ts'
import type { Link } from '../estate.ts'
import { kindRow, serviceName, serviceOf } from '../resources/kinds.ts'
import { regionName } from '../resources/regions.ts'
import type { Resource } from '../resources/resource.ts'
import type { Judgement } from '../status/verdict.ts'
import { relatedCell } from './related.ts'
import type { Row } from './row.ts'

export function makeRow(
  resource: Resource,
  links: readonly Link[],
  judgement: Judgement,
  subscriptionName: string,
): Row {
  const service = serviceOf(resource)
  const kindName = kindNameOf(resource)
  const location = resource.location ?? ''
  const locationName = regionName(location)
  const sku = skuOf(resource) ?? ''
  const tags = Object.entries(resource.tags)
  const asns = asnsOf(resource)
  const related = relatedCell(resource, links)
  const haystack = [
    resource.name,
    kindName,
    service === undefined ? '' : serviceName(service),
    resource.resourceGroup,
    subscriptionName,
    location,
    locationName,
    sku,
    related.is === 'one' ? related.name : '',
    ...addressTexts(resource),
    ...extraWords(resource),
    ...asns.map((asn) => `as${asn}`),
    ...tags.map(([name, value]) => `${name}=${value}`),
  ]
  return {
    key: resource.key,
    id: resource.id,
    name: resource.name,
    kind: resource.kind,
    kindName,
    ...(service && { service }),
    subscriptionId: resource.subscriptionId,
    subscriptionName,
    resourceGroup: resource.resourceGroup,
    location,
    locationName,
    sku,
    related,
    tags,
    source: resource.source,
    readAt: resource.readAt,
    judgement,
    prefixes: prefixesOf(resource),
    asns,
    haystack: haystack.join('\n').toLowerCase(),
  }
}

/** An unknown type is named as ARM names it; one word says too little. */
function kindNameOf(resource: Resource): string {
  return resource.kind === 'other' ? resource.type : kindRow(resource.kind).name
}

/** What the SKU column shows, as ARM spells it. */
function skuOf(resource: Resource): string | undefined {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
    case 'publicIPAddress':
    case 'virtualHub':
    case 'azureFirewall':
      return resource.sku
    case 'expressRouteCircuit':
      return resource.tier ?? resource.sku
    case 'virtualWan':
      return resource.wanType
    case 'expressRouteGateway':
      return resource.minScaleUnits === undefined ? undefined : units(resource.minScaleUnits)
    case 'vpnGateway':
    case 'p2sVpnGateway':
      return resource.scaleUnits === undefined ? undefined : units(resource.scaleUnits)
    case 'expressRoutePort':
      return resource.bandwidthInGbps === undefined ? undefined : `${resource.bandwidthInGbps} Gbps`
    default:
      return undefined
  }
}

function units(number: number): string {
  return number === 1 ? '1 unit' : `${number} units`
}

/** Words people look for that no column shows. The service key is not among them: it is sensitive. */
function extraWords(resource: Resource): string[] {
  const words = (() => {
    switch (resource.kind) {
      case 'localNetworkGateway':
        return [resource.fqdn]
      case 'expressRouteCircuit':
        return [resource.serviceProviderName, resource.peeringLocation]
      case 'expressRoutePort':
        return [resource.peeringLocation]
      case 'vpnSite':
        return [
          resource.deviceVendor,
          ...resource.links.flatMap((link) => [link.name, link.fqdn, link.providerName]),
        ]
      case 'connection':
        return [resource.connectionType]
      case 'publicIPAddress':
        return [resource.fqdn]
      default:
        return []
    }
  })()
  return words.filter((word) => word !== undefined)
}
