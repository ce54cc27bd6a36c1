import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { resetsOf } from './gateway-instances.ts'

/** Somebody connected to a gateway with a VPN client. */
export interface VpnClient {
  id: string
  user: string
  /** With its port, as the service writes it. */
  publicIpAddress: string
  privateIpAddress: string
  /** In ms. */
  since: number
  received: number
  sent: number
}

/** The clients there are now: those the estate names, but for who was disconnected. A reset of the gateway lets them begin anew. */
export function clientsOf(exchange: Exchange, gateway: Living): VpnClient[] {
  return hasClients(gateway) ? clientsIn(exchange, gateway) : []
}

/** The same of a gateway that is known to take clients. */
export function clientsIn(exchange: Exchange, gateway: Living): VpnClient[] {
  const { now } = exchange
  const resets = resetsOf(gateway, 0).filter(({ from }) => from <= now)
  if (resets.some(({ until }) => until > now)) return []
  const gone = arrayAt(gateway.inside.disconnected)
  const known = objectsAt(gateway.inside.clients).filter(({ id }) => id !== undefined && !gone.includes(id))
  return known.flatMap((one) => {
    const since = Math.max(numberAt(one.connectedAt) ?? now, ...resets.map(({ until }) => until))
    const passed = Math.max(0, Math.floor((now - since) / 1000))
    return [
      {
        id: textAt(one.id) ?? '',
        user: textAt(one.user) ?? '',
        publicIpAddress: textAt(one.publicIpAddress) ?? '',
        privateIpAddress: textAt(one.privateIpAddress) ?? '',
        since,
        received: passed * (numberAt(one.receivedPerSecond) ?? 4_000),
        sent: passed * (numberAt(one.sentPerSecond) ?? 9_000),
      },
    ]
  })
}

/** An address pool is what makes a gateway one for clients (recorded behaviour 4). */
export function hasClients({ properties }: Pick<Living, 'properties'>): boolean {
  const pool = objectAt(objectAt(properties.vpnClientConfiguration).vpnClientAddressPool)
  return arrayAt(pool.addressPrefixes).length > 0
}

/** The counts GET of the gateway shows (azure-cli recordings 2021 to 2024; the last member from the published schema). */
export function clientHealth(clients: readonly VpnClient[]): JsonObject {
  return {
    vpnClientConnectionsCount: clients.length,
    totalIngressBytesTransferred: clients.reduce((sum, { received }) => sum + received, 0),
    totalEgressBytesTransferred: clients.reduce((sum, { sent }) => sum + sent, 0),
    allocatedIpAddresses:
      clients.length === 0 ? undefined : clients.map(({ privateIpAddress }) => privateIpAddress),
  }
}
