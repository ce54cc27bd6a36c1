import type { Resource } from '../resources/resource.ts'

/** Whether a connection is there and joins nothing: its making failed, or Azure says that it is not connected (ExpressRoute document 2.5). */
export function isNotJoined(connection: Resource | undefined): boolean {
  if (connection?.kind !== 'connection' && connection?.kind !== 'expressRouteConnection') return false
  if (connection.provisioningState?.toLowerCase() === 'failed') return true
  return connection.kind === 'connection' && connection.connectionStatus?.toLowerCase() === 'notconnected'
}
