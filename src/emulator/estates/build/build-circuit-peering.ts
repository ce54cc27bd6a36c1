import type { EstateResourceGroup } from '../estate.ts'
import { built, child, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'

/** As Azure spells them (ExpressRoute document 3.1). */
type Registry = 'NONE' | 'ARIN' | 'APNIC' | 'AFRINIC' | 'LACNIC' | 'RIPENCC' | 'RADB' | 'ALTDB'

interface PeeringPlan {
  asn: number
  vlan: number
  /** The two links' /30s. */
  primary: string
  secondary: string
  /** Microsoft's edge routers, as the service spells the ports. */
  edge: string
  /** What the other side's routers announce, and the devices where something is amiss (`circuit-paths.ts`). */
  far?: { announces?: string[]; noAnswer?: string[]; noSession?: string[]; upSecondsAgo?: number }
}

export function privatePeering(of: Built, plan: PeeringPlan): Built {
  return circuitPeering(of, 'AzurePrivatePeering', plan)
}

export function microsoftPeering(
  of: Built,
  plan: PeeringPlan & { advertised: string[]; customerAsn: number; registry: Registry; filter: Built },
): Built {
  return circuitPeering(of, 'MicrosoftPeering', plan, {
    routeFilter: ref(plan.filter),
    microsoftPeeringConfig: {
      advertisedPublicPrefixes: plan.advertised,
      advertisedPublicPrefixesState: 'Configured',
      customerASN: plan.customerAsn,
      legacyMode: 0,
      routingRegistryName: plan.registry,
    },
  })
}

function circuitPeering(of: Built, type: string, plan: PeeringPlan, more = {}): Built {
  const peering = child(of.id, 'peerings', type, {
    peeringType: type,
    azureASN: 12076,
    peerASN: plan.asn,
    primaryPeerAddressPrefix: plan.primary,
    secondaryPeerAddressPrefix: plan.secondary,
    primaryAzurePort: `${plan.edge}-06GMR-CIS-1-PRI-A`,
    secondaryAzurePort: `${plan.edge}-06GMR-CIS-2-SEC-A`,
    state: 'Enabled',
    vlanId: plan.vlan,
    gatewayManagerEtag: '12',
    lastModifiedBy: 'Customer',
    peeredConnections: [],
    ...more,
  })
  return built(type, plan.far === undefined ? peering : { ...peering, inside: plan.far })
}

/** Takes the services of some BGP communities. */
export function routeFilter(
  group: EstateResourceGroup,
  name: string,
  plan: { communities: string[]; tags?: Tags },
): Built {
  const filter = resource(group, 'routeFilters', name, {}, { tags: plan.tags })
  const rule = child(filter.id, 'routeFilterRules', 'allow', {
    access: 'Allow',
    routeFilterRuleType: 'Community',
    communities: plan.communities,
  })
  return built(name, filter, rule)
}

/** Global Reach, from the private peering of the circuit that began it. */
export function globalReach(of: Built, name: string, plan: { to: Built; link: string }): Built {
  return built(
    name,
    child(of.id, 'connections', name, {
      expressRouteCircuitPeering: ref(of),
      peerExpressRouteCircuitPeering: ref(plan.to),
      addressPrefix: plan.link,
      circuitConnectionStatus: 'Connected',
    }),
  )
}
