import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { readBgpPeers } from '../azure/diagnostics/bgp-peers.ts'
import { readTunnelTraffic } from '../azure/diagnostics/tunnel-traffic.ts'
import { HubFailure } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 60_000

/** The BGP sessions of a gateway, under the key of its own page, which asks the same. */
export function peersQuery(azure: Azure, gatewayId: string) {
  return queryOptions({
    queryKey: keys.question(gatewayId, 'bgpPeers'),
    queryFn: async ({ signal }) => {
      const read = await readBgpPeers(azure, gatewayId, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    structuralSharing: false,
  })
}

const DAY = 86_400_000

/** When each tunnel of a connection last carried something, of the last day. */
export function trafficQuery(azure: Azure, gatewayId: string, connectionName: string) {
  return queryOptions({
    queryKey: keys.question(gatewayId, 'tunnelTraffic', connectionName),
    queryFn: async ({ signal }) => {
      const until = Date.now()
      const range = { from: until - DAY, until }
      const read = await readTunnelTraffic(azure, gatewayId, connectionName, range, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
