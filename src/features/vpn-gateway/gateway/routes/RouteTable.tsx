import { RouteGrid } from '../../../../components/routes/RouteGrid.tsx'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import { routeColumns } from './route-columns.ts'

interface RouteTableProps {
  routes: readonly GatewayRoute[]
  label: string
  nameOf: (address: string) => string | undefined
}

/** Routes of a gateway, with the instance each is of. */
export function RouteTable({ routes, label, nameOf }: RouteTableProps) {
  return <RouteGrid rows={routes} columns={routeColumns(nameOf)} label={label} />
}
