import { type ComponentProps, lazy } from 'react'
import { type KindPages, KindPagesContext } from '../../features/resource/kind-pages.ts'
import { isSetUpLeft } from '../../model/express-route/is-set-up-left.ts'
import { Component as ResourceRoute } from '../../features/resource/resource-route.tsx'
import { isOfExpressRoute } from '../../model/resources/tabs.ts'

/** Of a gateway and of a connection. */
const CaptureTab = lazy(() => import('../../features/vpn-gateway/capture/CaptureTab.tsx'))

const TroubleshootTab = lazy(() => import('../../features/vpn-gateway/troubleshoot/TroubleshootTab.tsx'))

const VpnWhyTab = lazy(() => import('../../features/vpn-gateway/why/WhyTab.tsx'))
const CircuitWhyTab = lazy(() => import('../../features/expressroute/why/CircuitWhyTab.tsx'))

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
  virtualHub: { goOn: ({ id }) => [connectCircuit(`hub=${encodeURIComponent(id)}`)] },
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
