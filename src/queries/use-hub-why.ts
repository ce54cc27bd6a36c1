import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Estate } from '../model/estate.ts'
import { keyOf } from '../model/paths.ts'
import { networkRanges, rangesAround } from '../model/virtual-wan/hub-ranges.ts'
import { valueOf, type Asked } from '../model/why/asked.ts'
import { LOG_DAYS } from '../model/why/facts.ts'
import { hubEstateFacts, hubIdOf } from '../model/why/hub/hub-estate-facts.ts'
import type { HubFacts, HubSubject } from '../model/why/hub/hub-facts.ts'
import { activityQuery } from './activity-query.ts'
import { askedOf, narrowed } from './asked-of.ts'
import { keys } from './keys.ts'
import { collectionQuery, resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'
import { useHubChildren } from './use-hub-children.ts'

export interface HubWhyReading {
  facts: HubFacts
  /** What is asked for and not there yet, in words. */
  waitingFor: string[]
  /** When the asking began, in milliseconds since the epoch. */
  startedAt: number
  again(): void
}

/** All that a diagnosis of a hub, or of a network's connection to one, rests on: the estate at once, then each answer as it arrives. */
export function useHubWhy(subject: HubSubject, estate: Estate): HubWhyReading {
  const azure = useAzure()
  const client = useQueryClient()
  const [startedAt, setStartedAt] = useState(() => Date.now())
  const { phase } = useEstate()
  const base = hubEstateFacts(subject, estate, startedAt, phase === 'starting' || phase === 'lists')
  const isHub = subject.kind === 'virtualHub'
  const hubId = hubIdOf(subject)

  // Its router may be further than when the estate was read; of a hub the page itself reads it.
  const [own] = useQueries({ queries: [{ ...resourceQuery(azure, hubId), enabled: !isHub }] })
  const read = narrowed(askedOf(own, !isHub), (found) => (found.kind === 'virtualHub' ? found : undefined))
  const hub = isHub || (read.is !== 'known' && base.hub.is === 'known') ? base.hub : read
  const children = useHubChildren(hubId)
  const [activity, hubActivity] = useQueries({
    queries: [
      activityQuery(azure, subject.id, LOG_DAYS),
      { ...activityQuery(azure, isHub ? '' : hubId, LOG_DAYS), enabled: !isHub },
    ],
  })
  const known = valueOf(hub)
  const others = (valueOf(children.connections) ?? []).filter(({ key }) => key !== subject.key)
  const facts: HubFacts = {
    ...base,
    hub,
    ...children,
    activity: askedOf(activity, true),
    hubActivity: askedOf(hubActivity, !isHub),
    around:
      known === undefined
        ? others.flatMap((one) => networkRanges(one, estate))
        : rangesAround(known, estate, others),
  }
  const times = [facts.connections, facts.tables, facts.intents, facts.activity, facts.hub].flatMap((one) =>
    one.is === 'known' ? [one.at] : [],
  )
  return {
    facts: { ...facts, now: Math.max(startedAt, subject.readAt, ...times) },
    waitingFor: waitingFor(facts),
    startedAt,
    again() {
      setStartedAt(Date.now())
      for (const id of new Set([keyOf(subject.id), keyOf(hubId)]))
        void client.invalidateQueries({ queryKey: keys.resource(id) })
      for (const segment of ['hubVirtualNetworkConnections', 'hubRouteTables', 'routingIntent'])
        void client.invalidateQueries(collectionQuery(azure, `${hubId}/${segment}`))
      for (const log of [activity, hubActivity]) if (log.isEnabled) void log.refetch()
    },
  }
}

function waitingFor({ hub, wan, network, firewall, ...facts }: HubFacts): string[] {
  const is = (words: string, ...asked: Asked<unknown>[]) =>
    asked.some((one) => one.is === 'asking') ? [words] : []
  return [
    ...is('what is around it', hub, wan, network, firewall),
    ...is('virtual network connections', facts.connections),
    ...is('route tables', facts.tables),
    ...is('routing intent', facts.intents),
    ...is('activity log', facts.activity, facts.hubActivity),
  ]
}
