import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Azure } from '../azure/azure.ts'
import { readInboundRoutes } from '../azure/diagnostics/hub-inbound.ts'
import { HubFailure } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import { hubInstances } from '../model/virtual-wan/hub-instances.ts'
import { linkTunnels } from '../model/virtual-wan/link-tunnels.ts'
import { valueOf } from '../model/why/asked.ts'
import { branchEstateFacts } from '../model/why/branch/branch-estate-facts.ts'
import type { BranchFacts, BranchSubject } from '../model/why/branch/branch-facts.ts'
import { LOG_DAYS } from '../model/why/facts.ts'
import { activityQuery } from './activity-query.ts'
import { askedOf, mapped, narrowed } from './asked-of.ts'
import { ikeQuery } from './ike-query.ts'
import { keys } from './keys.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

interface BranchWhyReading {
  facts: BranchFacts
  /** What is asked for and not there yet, in words. */
  waitingFor: string[]
  /** When the asking began, in milliseconds since the epoch. */
  startedAt: number
  again(): void
}

/** All that a diagnosis of a site or of its connection rests on: the estate at once, then each answer as it arrives. */
export function useBranchWhy(subject: BranchSubject, estate: Estate): BranchWhyReading {
  const azure = useAzure()
  const client = useQueryClient()
  const [startedAt, setStartedAt] = useState(() => Date.now())
  const { phase } = useEstate()
  const base = branchEstateFacts(subject, estate, startedAt, phase === 'starting' || phase === 'lists')
  const connection = valueOf(base.connection)
  const gatewayId = connection?.gatewayId
  const hubId = valueOf(base.hub)?.id
  const siteId = valueOf(base.site)?.id

  // A list of gateways leaves their instances out, one of connections the status of their links.
  const [gateway, own] = useQueries({
    queries: [gatewayId, subject.kind === 'vpnSite' ? connection?.id : undefined].map((id) => ({
      ...resourceQuery(azure, id ?? ''),
      enabled: id !== undefined,
    })),
  })
  const logs = useQueries({
    queries: [connection?.id, gatewayId, siteId].map((id) => ({
      ...activityQuery(azure, id ?? '', LOG_DAYS),
      enabled: id !== undefined,
    })),
  })
  const ids = base.links.flatMap(({ link }) => link.id ?? [])
  const ike = useQueries({ queries: ids.map((id) => ikeQuery(azure, id)) })
  const asksRoutes = hubId !== undefined && connection !== undefined
  const [routes] = useQueries({
    queries: [{ ...inboundQuery(azure, hubId ?? '', connection?.id ?? ''), enabled: asksRoutes }],
  })

  const read = narrowed(askedOf(gateway, gatewayId !== undefined), (one) =>
    one.kind === 'vpnGateway' ? one : undefined,
  )
  const around = read.is === 'failed' && base.gateway.is === 'known' ? base.gateway : read
  const instances = around.is === 'known' ? hubInstances(around.value) : []
  const [log, gatewayLog, siteLog] = logs
  const facts: BranchFacts = {
    ...base,
    gateway: gatewayId === undefined ? base.gateway : around,
    links: base.links.map((one) => {
      const at = ids.indexOf(one.link.id ?? '')
      const asked = mapped(askedOf(ike[at], at >= 0), ({ associations }) => associations)
      return { ...one, ike: asked, tunnels: linkTunnels(instances, asked) }
    }),
    routes: askedOf(routes, asksRoutes),
    activity: askedOf(log, connection !== undefined),
    gatewayActivity: askedOf(gatewayLog, gatewayId !== undefined),
    siteActivity: askedOf(siteLog, siteId !== undefined),
  }
  const times = [facts.routes, facts.activity, ...facts.links.map((one) => one.ike)].flatMap((one) =>
    one.is === 'known' ? [one.at] : [],
  )
  return {
    facts: { ...facts, now: Math.max(startedAt, subject.readAt, ...times) },
    waitingFor: waitingFor(facts),
    startedAt,
    again() {
      setStartedAt(Date.now())
      void client.invalidateQueries({ queryKey: keys.resource(subject.id) })
      for (const query of [gateway, own, routes, ...logs, ...ike]) if (query?.isEnabled) void query.refetch()
    },
  }
}

function waitingFor({ connection, site, hub, gateway, links, ...facts }: BranchFacts): string[] {
  const around = [connection, site, hub, gateway]
  return [
    ...(around.some(({ is }) => is === 'asking') ? ['what is around it'] : []),
    ...(links.some(({ ike }) => ike.is === 'asking') ? ['IKE associations'] : []),
    ...(facts.routes.is === 'asking' ? ['what it brings into the hub'] : []),
    ...(facts.activity.is === 'asking' ? ['activity log'] : []),
    ...(facts.gatewayActivity.is === 'asking' ? ['activity log of the gateway'] : []),
    ...(facts.siteActivity.is === 'asking' ? ['activity log of the site'] : []),
  ]
}

const FRESH = 60_000

function inboundQuery(azure: Azure, hubId: string, connectionId: string) {
  return queryOptions({
    queryKey: keys.question(hubId, 'inboundRoutes', connectionId.toLowerCase()),
    queryFn: async ({ signal }) => {
      const read = await readInboundRoutes(azure, hubId, connectionId, signal)
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
