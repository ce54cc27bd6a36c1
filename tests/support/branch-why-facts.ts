import type { Activity } from '../../src/model/diagnostics/activity.ts'
import type { IkeAssociation } from '../../src/model/diagnostics/ike-association.ts'
import type { HubError } from '../../src/model/errors.ts'
import { keyOf, nameOfId } from '../../src/model/paths.ts'
import type {
  LinkConnection,
  VpnConnection,
  VpnHubGateway,
  VpnSite,
} from '../../src/model/resources/virtual-wan.ts'
import { linkStateOf } from '../../src/model/branch/link-states.ts'
import { hubInstances } from '../../src/model/virtual-wan/hub-instances.ts'
import { linkTunnels } from '../../src/model/virtual-wan/link-tunnels.ts'
import type { SiteLink } from '../../src/model/virtual-wan/site-links.ts'
import { known, type Asked } from '../../src/model/why/asked.ts'
import type { BranchFacts, LinkFact } from '../../src/model/why/branch/branch-facts.ts'
import { hub, idOf, READ_AT, siteConnection, SUBSCRIPTION } from './resources.ts'

export const NOW = READ_AT
const ADDRESSES = ['192.0.2.10', '192.0.2.11'] as const

const FORBIDDEN: HubError = {
  kind: 'forbidden',
  code: 'AuthorizationFailed',
  message: 'Not allowed.',
  status: 403,
  details: [],
}
export const REFUSED: Asked<never> = { is: 'failed', error: FORBIDDEN }

const envelope = (id: string) => ({
  id,
  key: keyOf(id),
  name: nameOfId(id),
  type: '',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg-net-weu',
  location: 'westeurope',
  tags: {},
  zones: [],
  provisioningState: 'Succeeded',
  source: 'get' as const,
  readAt: READ_AT,
  body: { id, properties: {} },
})

export const HUB = hub('vhub', { addressPrefix: '10.100.0.0/23', routingState: 'Provisioned' })

export function hubGateway(change: Partial<VpnHubGateway> = {}): VpnHubGateway {
  return {
    ...envelope(idOf('vpnGateways', 'vpngw')),
    kind: 'vpnGateway',
    virtualHubId: HUB.id,
    scaleUnits: 1,
    instances: ADDRESSES.map((publicIPAddress, at) => ({ id: `Instance${at}`, publicIPAddress })),
    connectionIds: [],
    ...change,
  }
}

export function vpnSite(change: Partial<VpnSite> = {}): VpnSite {
  return {
    ...envelope(idOf('vpnSites', 'site')),
    kind: 'vpnSite',
    virtualWanId: idOf('virtualWans', 'wan'),
    addressPrefixes: ['10.90.0.0/22'],
    links: [LINK_END],
    ...change,
  }
}

export const LINK_END: SiteLink = {
  id: `${idOf('vpnSites', 'site')}/vpnSiteLinks/isp`,
  name: 'isp',
  ipAddress: '203.0.113.30',
  speedInMbps: 100,
  asn: 64_801,
  bgpPeeringAddress: '10.90.0.1',
}

export type Held = 'both' | 'phase 1' | 'none' | 'one' | 'unread' | 'asking'

/** The associations of a link as each instance holds them. */
function held(is: Held): Asked<IkeAssociation[]> {
  const one = (at: 0 | 1, whole: boolean): IkeAssociation => ({
    localEndpoint: ADDRESSES[at],
    childAssociations: whole ? [{ localSelectors: [], remoteSelectors: [], raw: {} }] : [],
    raw: {},
  })
  switch (is) {
    case 'both':
      return known([one(0, true), one(1, true)], NOW)
    case 'one':
      return known([one(0, true)], NOW)
    case 'phase 1':
      return known([one(0, false), one(1, false)], NOW)
    case 'none':
      return known([], NOW)
    case 'unread':
      return REFUSED
    case 'asking':
      return { is: 'asking' }
    default:
      return is satisfies never
  }
}

export function linkFact(
  connectionStatus: string | undefined,
  is: Held,
  change: Partial<LinkConnection> = {},
  end: Partial<SiteLink> = {},
  of: Partial<VpnConnection> = {},
): LinkFact {
  const link: LinkConnection = {
    id: `${CONNECTION.id}/vpnLinkConnections/isp`,
    name: 'isp',
    protocol: 'IKEv2',
    enableBgp: false,
    ipsecPolicies: [],
    ingressBytes: 1_000,
    egressBytes: 1_000,
    ...(connectionStatus !== undefined && { connectionStatus }),
    ...change,
  }
  const connection = { ...CONNECTION, ...of }
  const ike = held(is)
  return {
    connection,
    link,
    site: vpnSite(),
    end: { ...LINK_END, ...end },
    state: linkStateOf(link, connection),
    ike,
    tunnels: linkTunnels(hubInstances(hubGateway()), ike),
  }
}

export const CONNECTION = siteConnection('branch')

export const act = (operation: string, ago: number): Activity => ({
  correlationId: `${operation} ${ago}`,
  operation: `Microsoft.Network/vpnGateways/${operation}`,
  status: 'Succeeded',
  resourceId: CONNECTION.id,
  caller: 'a.nowak@contoso.com',
  startedAt: NOW - ago,
  endedAt: NOW - ago,
})

/** A connection with one link that is up on both instances, with nothing remarkable about it. */
export function branchFacts(change: Partial<BranchFacts> = {}): BranchFacts {
  return {
    now: NOW,
    subject: CONNECTION,
    connection: known(CONNECTION, NOW),
    site: known(vpnSite(), NOW),
    gateway: known(hubGateway(), NOW),
    hub: known(HUB, NOW),
    links: [linkFact('Connected', 'both')],
    twins: [],
    routes: known([{ prefix: '10.90.0.0/22' }], NOW),
    activity: known([], NOW),
    gatewayActivity: known([], NOW),
    siteActivity: known([], NOW),
    ...change,
  }
}
