import type { RouteColumn } from '../../../../components/routes/route-column.ts'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { instanceAt, instancesOf } from '../../../../model/vpn/instances.ts'

const COLUMNS: readonly RouteColumn<GatewayRoute>[] = [
  { name: 'Network', of: ({ network }) => network || 'not given', whole: prefixOf, width: 1.3 },
  { name: 'Next hop', of: ({ nextHop }) => nextHop },
  { name: 'Peer', of: ({ sourcePeer }) => sourcePeer, wholeName: 'Source peer', choice: true },
  { name: 'Origin', of: ({ origin }) => origin, width: 0.7, choice: true },
  { name: 'AS path', of: ({ asPath }) => asPath, width: 1.2 },
  { name: 'Weight', of: ({ weight }) => weight?.toString(), width: 0.6 },
]

export function prefixOf({ network }: GatewayRoute): string {
  return network
}

/** Those of a gateway's routes, with the instance that each is of. @param nameOf where that can be told of its address */
export function routeColumns(
  nameOf: (address: string) => string | undefined,
): readonly RouteColumn<GatewayRoute>[] {
  return [
    ...COLUMNS,
    {
      name: 'Instance',
      of: ({ localAddress }) =>
        localAddress === undefined ? undefined : (nameOf(localAddress) ?? localAddress),
      whole: ({ localAddress }) => localAddress,
      wholeName: 'Local address',
      choice: true,
    },
  ]
}

export function columnsOfGateway(
  gateway: VirtualNetworkGateway,
  estate: Estate,
): readonly RouteColumn<GatewayRoute>[] {
  const instances = instancesOf(gateway, estate)
  return routeColumns((address) => instanceAt(address, instances)?.label)
}
