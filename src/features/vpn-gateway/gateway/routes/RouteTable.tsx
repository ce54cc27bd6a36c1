import { type GridColumn, RouteGrid } from '../../../../components/routes/RouteGrid.tsx'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'

interface RouteTableProps {
  routes: readonly GatewayRoute[]
  label: string
  nameOf: (address: string) => string | undefined
}

const COLUMNS: readonly GridColumn<GatewayRoute>[] = [
  { name: 'Network', of: ({ network }) => network || 'not given', width: 1.3 },
  { name: 'Next hop', of: ({ nextHop }) => nextHop },
  { name: 'Peer', of: ({ sourcePeer }) => sourcePeer },
  { name: 'Origin', of: ({ origin }) => origin, width: 0.7 },
  { name: 'AS path', of: ({ asPath }) => asPath, width: 1.2 },
  { name: 'Weight', of: ({ weight }) => weight?.toString(), width: 0.6 },
]

/** Routes of a gateway, with the instance each is of. */
export function RouteTable({ routes, label, nameOf }: RouteTableProps) {
  const instance: GridColumn<GatewayRoute> = {
    name: 'Instance',
    of: ({ localAddress }) =>
      localAddress === undefined ? undefined : (nameOf(localAddress) ?? localAddress),
  }
  return <RouteGrid rows={routes} columns={[...COLUMNS, instance]} label={label} />
}
