import { type ComponentProps, lazy } from 'react'
import { type KindPages, KindPagesContext } from '../../features/resource/kind-pages.ts'
import { isSetUpLeft } from '../../model/express-route/is-set-up-left.ts'
import { Component as ResourceRoute } from '../../features/resource/resource-route.tsx'
import { isRouteServer } from '../../model/virtual-wan/readiness.ts'
import { isOfExpressRoute } from '../../model/resources/tabs.ts'

/** Of a gateway and of a connection. */
const CaptureTab = lazy(() => import('../../features/vpn-gateway/capture/CaptureTab.tsx'))

const TroubleshootTab = lazy(() => import('../../features/vpn-gateway/troubleshoot/TroubleshootTab.tsx'))

const VpnWhyTab = lazy(() => import('../../features/vpn-gateway/why/WhyTab.tsx'))
const CircuitWhyTab = lazy(() => import('../../features/expressroute/why/CircuitWhyTab.tsx'))

const hubChildren = () => import('../../features/virtual-wan/hub/ChildLeads.tsx')
const HubWhyTab = lazy(() => import('../../features/virtual-wan/why/HubWhyTab.tsx'))
const BranchWhyTab = lazy(() => import('../../features/virtual-wan/why/BranchWhyTab.tsx'))

/** A connection leads to a site, to another network or to a circuit. */
function ConnectionWhyTab(props: ComponentProps<typeof VpnWhyTab>) {
  return isOfExpressRoute(props.resource) ? <CircuitWhyTab {...props} /> : <VpnWhyTab {...props} />
}

/** What the features of the services add to the page of a resource. */
const PAGES: KindPages = {
  every: { tabs: { activity: lazy(() => import('../../features/activity/ActivityTab.tsx')) } },
  connection: {
    lead: lazy(() => import('../../features/vpn-gateway/connection/ConnectionLead.tsx')),
    tabs: {
      why: ConnectionWhyTab,
      policy: lazy(() => import('../../features/vpn-gateway/connection/PolicyTab.tsx')),
      selectors: lazy(() => import('../../features/vpn-gateway/connection/SelectorsTab.tsx')),
      ike: lazy(() => import('../../features/vpn-gateway/connection/IkeTab.tsx')),
      key: lazy(() => import('../../features/vpn-gateway/connection/KeyTab.tsx')),
      device: lazy(() => import('../../features/vpn-gateway/connection/DeviceTab.tsx')),
      capture: CaptureTab,
      troubleshoot: TroubleshootTab,
    },
  },
  expressRouteCircuit: {
    goOn: (circuit, estate, beingRead) =>
      !beingRead && isSetUpLeft(circuit, estate)
        ? [
            {
              label: 'Continue set-up',
              to: `/create/expressroute?circuit=${encodeURIComponent(circuit.id)}`,
            },
          ]
        : [],
    steps: lazy(() => import('../../features/expressroute/circuit/CircuitLead.tsx')),
    tabs: {
      why: CircuitWhyTab,
      paths: lazy(() => import('../../features/expressroute/circuit/PathsTab.tsx')),
      'global-reach': lazy(() => import('../../features/expressroute/circuit/GlobalReachTab.tsx')),
      authorizations: lazy(async () => ({
        default: (await import('../../features/expressroute/AuthorizationsTab.tsx')).CircuitAuthorizationsTab,
      })),
    },
  },
  expressRouteConnection: { tabs: { why: CircuitWhyTab } },
  expressRoutePort: {
    steps: lazy(() => import('../../features/expressroute/port/PortLead.tsx')),
    tabs: {
      authorizations: lazy(async () => ({
        default: (await import('../../features/expressroute/AuthorizationsTab.tsx')).PortAuthorizationsTab,
      })),
    },
  },
  localNetworkGateway: {
    lead: lazy(() => import('../../features/vpn-gateway/site/SiteLead.tsx')),
  },
  virtualNetwork: {
    goOn: ({ id }) => {
      const from = `network=${encodeURIComponent(id)}`
      return [connectSite(from), connectCircuit(from)]
    },
  },
  virtualWan: {
    goOn: ({ id }) => [connectBranch(`wan=${encodeURIComponent(id)}`)],
    lead: lazy(() => import('../../features/virtual-wan/wan/WanLead.tsx')),
  },
  virtualHub: {
    goOn: (hub) => {
      const from = `hub=${encodeURIComponent(hub.id)}`
      return isRouteServer(hub) ? [] : [connectBranch(from), connectCircuit(from)]
    },
    lead: lazy(() => import('../../features/virtual-wan/hub/HubLead.tsx')),
    tabs: {
      why: HubWhyTab,
      bgp: lazy(() => import('../../features/virtual-wan/hub/BgpTab.tsx')),
      routes: lazy(() => import('../../features/virtual-wan/hub/RoutesTab.tsx')),
    },
  },
  hubVirtualNetworkConnection: {
    lead: lazy(async () => ({ default: (await hubChildren()).ConnectionLead })),
    tabs: { why: HubWhyTab },
  },
  hubRouteTable: { lead: lazy(async () => ({ default: (await hubChildren()).TableLead })) },
  routingIntent: { lead: lazy(async () => ({ default: (await hubChildren()).IntentLead })) },
  hubBgpConnection: {
    lead: lazy(async () => ({ default: (await hubChildren()).PeerLead })),
    tabs: { routes: lazy(() => import('../../features/virtual-wan/hub/PeerRoutesTab.tsx')) },
  },
  vpnGateway: {
    goOn: ({ id }) => [connectBranch(`gateway=${encodeURIComponent(id)}`)],
    steps: lazy(() => import('../../features/virtual-wan/gateway/SiteGatewayLead.tsx')),
  },
  vpnConnection: {
    steps: lazy(() => import('../../features/virtual-wan/gateway/SiteConnectionLead.tsx')),
    tabs: {
      why: BranchWhyTab,
      policy: lazy(() => import('../../features/virtual-wan/gateway/LinkPolicyTab.tsx')),
      selectors: lazy(() => import('../../features/virtual-wan/gateway/LinkSelectorsTab.tsx')),
      ike: lazy(() => import('../../features/virtual-wan/gateway/LinkIkeTab.tsx')),
    },
  },
  vpnSite: {
    goOn: ({ id }) => [connectBranch(`site=${encodeURIComponent(id)}`)],
    steps: lazy(() => import('../../features/virtual-wan/site/SiteLead.tsx')),
    tabs: { why: BranchWhyTab },
  },
  p2sVpnGateway: {
    lead: lazy(() => import('../../features/virtual-wan/clients/ClientGatewayLead.tsx')),
    tabs: { clients: lazy(() => import('../../features/virtual-wan/clients/ClientsTab.tsx')) },
  },
  vpnServerConfiguration: { lead: lazy(() => import('../../features/virtual-wan/clients/ServerLead.tsx')) },
  expressRouteGateway: {
    goOn: ({ id }) => [connectCircuit(`gateway=${encodeURIComponent(id)}`)],
    steps: lazy(() => import('../../features/expressroute/hub/HubGatewayLead.tsx')),
  },
  virtualNetworkGateway: {
    goOn: ({ id, gatewayType }) => {
      const from = `gateway=${encodeURIComponent(id)}`
      switch (gatewayType?.toLowerCase()) {
        case 'vpn':
          return [connectSite(from)]
        case 'expressroute':
          return [connectCircuit(from)]
        default:
          return []
      }
    },
    lead: lazy(() => import('../../features/vpn-gateway/gateway/GatewayLead.tsx')),
    steps: lazy(() => import('../../features/expressroute/gateway/TestNotice.tsx')),
    tabs: {
      configuration: lazy(() => import('../../features/vpn-gateway/gateway/ConfigurationTab.tsx')),
      connections: lazy(() => import('../../features/vpn-gateway/gateway/ConnectionsTab.tsx')),
      'point-to-site': lazy(() => import('../../features/vpn-gateway/gateway/PointToSiteTab.tsx')),
      bgp: lazy(() => import('../../features/vpn-gateway/gateway/BgpTab.tsx')),
      routes: lazy(() => import('../../features/vpn-gateway/gateway/RoutesTab.tsx')),
      capture: CaptureTab,
      troubleshoot: TroubleshootTab,
      resiliency: lazy(() => import('../../features/expressroute/gateway/ResiliencyTab.tsx')),
    },
  },
}

/** The wizard begins with what it was called from. */
function connectSite(from: string): { label: string; to: string } {
  return { label: 'Connect a site', to: `/create/site-to-site/goal?${from}` }
}

function connectBranch(from: string): { label: string; to: string } {
  return { label: 'Connect a branch', to: `/create/branch/goal?${from}` }
}

function connectCircuit(from: string): { label: string; to: string } {
  return { label: 'Connect a circuit', to: `/create/expressroute/resiliency?${from}` }
}

export function Component() {
  return (
    <KindPagesContext value={PAGES}>
      <ResourceRoute />
    </KindPagesContext>
  )
}
