import { useMemo } from 'react'
import { RouteBrowser } from '../../../../components/routes/RouteBrowser.tsx'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { columnsOfGateway, prefixOf } from './route-columns.ts'

interface GatewayRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
  routes: readonly GatewayRoute[]
  title: string
  fileName: string
}

/** Routes of a gateway, to be searched, filtered and taken away. */
export function GatewayRoutes({ gateway, estate, routes, title, fileName }: GatewayRoutesProps) {
  const columns = useMemo(() => columnsOfGateway(gateway, estate), [gateway, estate])
  return (
    <RouteBrowser
      rows={routes}
      columns={columns}
      prefixOf={prefixOf}
      title={title}
      fileName={fileName}
      placeholder="Prefix, address, AS number"
    />
  )
}
