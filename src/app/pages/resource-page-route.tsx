import { lazy } from 'react'
import { type KindPages, KindPagesContext } from '../../features/resource/kind-pages.ts'
import { Component as ResourceRoute } from '../../features/resource/resource-route.tsx'

/** Of a gateway and of a connection. */
const CaptureTab = lazy(() => import('../../features/vpn-gateway/capture/CaptureTab.tsx'))

const TroubleshootTab = lazy(() => import('../../features/vpn-gateway/troubleshoot/TroubleshootTab.tsx'))

/** What the features of the services add to the page of a resource. */
const PAGES: KindPages = {
  every: { tabs: { activity: lazy(() => import('../../features/activity/ActivityTab.tsx')) } },
  connection: {
    lead: lazy(() => import('../../features/vpn-gateway/connection/ConnectionLead.tsx')),
    tabs: {
      why: lazy(() => import('../../features/vpn-gateway/why/WhyTab.tsx')),
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
    steps: lazy(() => import('../../features/expressroute/circuit/CircuitLead.tsx')),
    tabs: {
      paths: lazy(() => import('../../features/expressroute/circuit/PathsTab.tsx')),
      'global-reach': lazy(() => import('../../features/expressroute/circuit/GlobalReachTab.tsx')),
      authorizations: lazy(async () => ({
        default: (await import('../../features/expressroute/AuthorizationsTab.tsx')).CircuitAuthorizationsTab,
      })),
    },
  },
  expressRoutePort: {
    steps: lazy(() => import('../../features/expressroute/port/PortLead.tsx')),
    tabs: {
      authorizations: lazy(async () => ({
        default: (await import('../../features/expressroute/AuthorizationsTab.tsx')).PortAuthorizationsTab,
      })),
    },
  },
  expressRouteGateway: { steps: lazy(() => import('../../features/expressroute/hub/HubGatewayLead.tsx')) },
  localNetworkGateway: {
    lead: lazy(() => import('../../features/vpn-gateway/site/SiteLead.tsx')),
  },
  virtualNetwork: { goOn: ({ id }) => connectSite(`network=${encodeURIComponent(id)}`) },
  virtualNetworkGateway: {
    goOn: ({ id, gatewayType }) =>
      gatewayType?.toLowerCase() === 'vpn' ? connectSite(`gateway=${encodeURIComponent(id)}`) : undefined,
    lead: lazy(() => import('../../features/vpn-gateway/gateway/GatewayLead.tsx')),
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

export function Component() {
  return (
    <KindPagesContext value={PAGES}>
      <ResourceRoute />
    </KindPagesContext>
  )
}
