import type { Estate } from '../../model/estate.ts'
import { bandwidth } from '../../model/format.ts'
import { keyOf, nameOfId } from '../../model/paths.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { Resource } from '../../model/resources/resource.ts'
import type { Verdict } from '../../model/status/verdict.ts'

/** A box of the picture. One without an id stands for something that is no resource: a provider, or nothing yet. */
export interface StripNode {
  id?: string
  name: string
  verdict?: Verdict
  /** One or two short lines under the name. */
  facts: string[]
  /** Where it is, said over the box: "On-premises". */
  place: string
}

/** What a picture is drawn from: the estate, with this page's own answer in it. */
export interface StripSource {
  find(id: string | undefined): Resource | undefined
  /** Other ends of this resource's links in a role. */
  linked(resource: Resource, ...roles: string[]): Resource[]
  verdict(id: string): Verdict
}

export function stripSource(resource: Resource, estate: Estate): StripSource {
  const find = (id: string | undefined) => {
    if (id === undefined) return undefined
    const key = keyOf(id)
    return key === resource.key ? resource : estate.resources.get(key)
  }
  return {
    find,
    linked: (from, ...roles) =>
      estate
        .links(from.key)
        .filter(({ role, direction }) => direction === 'usedBy' && roles.includes(role))
        .flatMap(({ id }) => find(id) ?? []),
    verdict: (id) => estate.judgement(keyOf(id))?.verdict ?? 'notChecked',
  }
}

/** @param place what stands over the box, where the region does not say it */
export function nodeOf(id: string, source: StripSource, place?: string): StripNode {
  const resource = source.find(id)
  if (!resource)
    return { id, name: nameOfId(id), verdict: 'notChecked', facts: ['not read'], place: place ?? '' }
  return {
    id: resource.id,
    name: resource.name,
    verdict: source.verdict(resource.id),
    facts: factsOf(resource).filter((fact) => fact !== undefined),
    place: place ?? azurePlace(resource),
  }
}

function azurePlace({ location }: Resource): string {
  return location === undefined || location === '' ? 'Azure' : `Azure, ${regionName(location)}`
}

function factsOf(resource: Resource): (string | undefined)[] {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
      return [resource.sku, resource.enableBgp ? as(resource.bgp?.asn) : undefined]
    case 'localNetworkGateway':
      return [resource.gatewayIpAddress ?? resource.fqdn, as(resource.bgp?.asn)]
    case 'expressRouteCircuit':
      return [
        resource.bandwidthInMbps === undefined ? undefined : bandwidth(resource.bandwidthInMbps),
        resource.circuitProvisioningState,
      ]
    case 'expressRoutePort':
      return [resource.peeringLocation]
    case 'expressRouteGateway':
      return [units(resource.minScaleUnits)]
    case 'vpnGateway':
      return [units(resource.scaleUnits), as(resource.bgp?.asn)]
    case 'virtualHub':
      return [resource.addressPrefix, resource.routingState && `router ${resource.routingState}`]
    case 'virtualWan':
      return [resource.wanType]
    case 'vpnSite':
      return [resource.deviceVendor, resource.links[0]?.ipAddress ?? resource.ipAddress]
    case 'virtualNetwork':
      return [resource.addressPrefixes[0], more(resource.addressPrefixes.length - 1)]
    default:
      return []
  }
}

function as(asn: number | undefined): string | undefined {
  return asn === undefined ? undefined : `AS ${asn}`
}

function units(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${number} scale ${number === 1 ? 'unit' : 'units'}`
}

function more(number: number): string | undefined {
  return number > 0 ? `and ${number} more` : undefined
}
