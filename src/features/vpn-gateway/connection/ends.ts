import type { Estate } from '../../../model/estate.ts'
import { keyOf } from '../../../model/paths.ts'
import type { Connection } from '../../../model/resources/vpn.ts'

/** The gateways a write on a connection holds. */
export function gatewaysOf({ gateway1Id, gateway2Id }: Connection): string[] {
  return [gateway1Id, gateway2Id].filter((id) => id !== undefined)
}

export function isBetweenGateways({ connectionType }: Connection): boolean {
  return connectionType?.toLowerCase() === 'vnet2vnet'
}

/** The connection of the other gateway that comes back: VNet to VNet takes one for each direction (VPN Gateway 3.3). */
export function returnOf(connection: Connection, estate: Estate): Connection | undefined {
  const { gateway1Id, gateway2Id } = connection
  if (!isBetweenGateways(connection) || gateway1Id === undefined || gateway2Id === undefined) return undefined
  return estate
    .links(keyOf(gateway2Id))
    .flatMap(({ id }) => estate.resources.get(keyOf(id)) ?? [])
    .filter((one) => one.kind === 'connection')
    .find(
      (one) =>
        isBetweenGateways(one) &&
        keyOf(one.gateway1Id ?? '') === keyOf(gateway2Id) &&
        keyOf(one.gateway2Id ?? '') === keyOf(gateway1Id),
    )
}
