import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Estate } from '../model/estate.ts'
import type { Connection } from '../model/resources/vpn.ts'
import { valueOf } from '../model/why/asked.ts'
import { readDeviceLog } from '../model/why/device-log.ts'
import { estateFacts } from '../model/why/estate-facts.ts'
import { LOG_DAYS, type Facts } from '../model/why/facts.ts'
import { routeTableOf } from '../model/why/route-table.ts'
import { activityQuery } from './activity-query.ts'
import { askedOf, mapped, narrowed } from './asked-of.ts'
import { ikeQuery } from './ike-query.ts'
import { keys } from './keys.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'
import { peersQuery, trafficQuery } from './why-query.ts'

export interface WhyReading {
  facts: Facts
  /** What is asked for and not there yet, in words. */
  waitingFor: string[]
  /** When the asking began, in milliseconds since the epoch. */
  startedAt: number
  again(): void
}

/**
 * All that a diagnosis of a connection rests on: the estate at once, then each answer as it arrives, asked in parallel.
 * @param log of a device, as pasted
 */
export function useWhy(connection: Connection, estate: Estate, log: string): WhyReading {
  const azure = useAzure()
  const client = useQueryClient()
  const [startedAt, setStartedAt] = useState(() => Date.now())
  const { phase } = useEstate()
  const base = estateFacts(connection, estate, startedAt, phase === 'starting' || phase === 'lists')
  const around = [base.gateway, base.site, base.network, base.natRules, base.twin]
  const gateway = valueOf(base.gateway)
  const subnetId = gateway?.ipConfigurations[0]?.subnetId
  const { gateway1Id, localNetworkGatewayId, enableBgp } = connection
  const twinId = valueOf(base.twin)?.id

  const activity = (id: string | undefined) => ({
    ...activityQuery(azure, id ?? '', LOG_DAYS),
    enabled: id !== undefined,
  })
  const [own, ofGateway, ofSite, ofTwin] = useQueries({
    queries: [connection.id, gateway1Id, localNetworkGatewayId, twinId].map(activity),
  })
  const [ike] = useQueries({ queries: [ikeQuery(azure, connection.id)] })
  const asksPeers = enableBgp && gateway1Id !== undefined
  const [peers] = useQueries({
    queries: [{ ...peersQuery(azure, gateway1Id ?? ''), enabled: asksPeers }],
  })
  const [traffic] = useQueries({
    queries: [
      { ...trafficQuery(azure, gateway1Id ?? '', connection.name), enabled: gateway1Id !== undefined },
    ],
  })
  const [subnet] = useQueries({
    queries: [{ ...resourceQuery(azure, subnetId ?? ''), enabled: subnetId !== undefined }],
  })
  const tableId = subnet.data?.kind === 'subnet' ? subnet.data.routeTableId : undefined
  const [table] = useQueries({
    queries: [{ ...resourceQuery(azure, tableId ?? ''), enabled: tableId !== undefined }],
  })

  const asked = {
    activity: askedOf(own, true),
    gatewayActivity: askedOf(ofGateway, gateway1Id !== undefined),
    siteActivity: askedOf(ofSite, localNetworkGatewayId !== undefined),
    twinActivity: askedOf(ofTwin, twinId !== undefined),
    traffic: askedOf(traffic, gateway1Id !== undefined),
    peers: askedOf(peers, asksPeers),
    ike: mapped(askedOf(ike, true), ({ associations }) => associations),
    subnet:
      base.gateway.is === 'asking'
        ? base.gateway
        : narrowed(askedOf(subnet, subnetId !== undefined), (found) =>
            found.kind === 'subnet' ? found : undefined,
          ),
    routeTable: narrowed(askedOf(table, tableId !== undefined), routeTableOf),
  }
  const times = Object.values(asked).flatMap((one) => (one.is === 'known' ? [one.at] : []))
  return {
    facts: {
      ...base,
      ...asked,
      now: Math.max(startedAt, connection.readAt, ...times),
      deviceLog: readDeviceLog(log),
    },
    waitingFor: [
      ...(around.some(({ is }) => is === 'asking') ? ['what is around it'] : []),
      ...WAITING.flatMap(([name, words]) => (asked[name].is === 'asking' ? [words] : [])),
    ],
    startedAt,
    again() {
      setStartedAt(Date.now())
      void client.invalidateQueries({ queryKey: keys.resource(connection.id) })
      const askable = [ike, own, ofGateway, ofSite, ofTwin, peers, traffic, subnet, table]
      for (const query of askable) if (query?.isEnabled) void query.refetch()
    },
  }
}

const WAITING = [
  ['ike', 'IKE associations'],
  ['peers', 'BGP peers'],
  ['traffic', 'metrics of the tunnels'],
  ['activity', 'activity log'],
  ['gatewayActivity', 'activity log of the gateway'],
  ['siteActivity', 'activity log of the site'],
  ['twinActivity', 'activity log of the connection that leads back'],
  ['subnet', 'GatewaySubnet'],
  ['routeTable', 'route table'],
] as const
