import type { Activity } from '../diagnostics/activity.ts'
import { isChange, lastChangeBefore } from '../diagnostics/last-change.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { associationOf, tunnelsOf } from './tunnels.ts'
import {
  CONNECTION_RESET,
  CONNECTION_WRITE,
  GATEWAY_RESET,
  GATEWAY_WRITE,
  KEY_SET,
  SITE_WRITE,
} from './writes.ts'

/** Something that happened, or is to happen, around a tunnel. */
export interface Moment {
  /** Milliseconds since the epoch. */
  at: number
  is: 'write' | 'up' | 'renewed' | 'expected' | 'now down'
  what: string
  /** Who, or where it is known from. */
  by?: string
  /** The newest change on the Azure side, before a tunnel ended where that is known: what to look at first. */
  isLastChange?: true
}

const NAMES: readonly [operation: RegExp, name: string][] = [
  [KEY_SET, 'Shared key set'],
  [CONNECTION_WRITE, 'Connection changed'],
  [CONNECTION_RESET, 'Connection reset'],
  [GATEWAY_RESET, 'Gateway reset'],
  [GATEWAY_WRITE, 'Gateway changed'],
  [SITE_WRITE, 'Local network gateway changed'],
]

/** How many changes are told; the whole log has its own page. */
const MOST_CHANGES = 6

/**
 * Writes and what is known of the tunnels, the oldest first. The connection does not tell when a tunnel ended: metrics
 * may; else one that is down has the moment at which it was read.
 */
export function timeline(facts: Facts): Moment[] {
  return [...changes(facts), ...tunnelMoments(facts)].toSorted((a, b) => a.at - b.at)
}

function changes(facts: Facts): Moment[] {
  const logs = [facts.activity, facts.gatewayActivity, facts.siteActivity, facts.twinActivity]
  return changesIn(
    logs.flatMap((log) => valueOf(log) ?? []),
    tunnelsOf(facts).endedAt ?? facts.now,
    NAMES,
  )
}

/**
 * What was changed, the newest few, with the last one before a moment marked.
 * @param names what an operation is called where Azure's own words are not used
 */
export function changesIn(
  all: readonly Activity[],
  before: number,
  names: readonly [operation: RegExp, name: string][],
): Moment[] {
  const last = lastChangeBefore(all, before)
  const nameOf = ({ operation, operationWords }: Activity): string =>
    names.find(([pattern]) => pattern.test(operation))?.[1] ?? operationWords ?? operation
  return all
    .filter(isChange)
    .toSorted((a, b) => b.startedAt - a.startedAt)
    .slice(0, MOST_CHANGES)
    .map((activity) => ({
      at: activity.startedAt,
      is: 'write' as const,
      what: nameOf(activity),
      ...(activity.caller !== undefined && { by: activity.caller }),
      ...(activity === last && { isLastChange: true as const }),
    }))
}

function tunnelMoments(facts: Facts): Moment[] {
  const associations = facts.ike.is === 'known' ? facts.ike.value : []
  const readAt = facts.ike.is === 'known' ? facts.ike.at : facts.now
  return tunnelsOf(facts).all.flatMap((tunnel): Moment[] => {
    const { label, establishedAt, endedAt, isDown, isUp } = tunnel
    const { elapsedSeconds, lifetimeSeconds } = associationOf(associations, tunnel) ?? {}
    const begun = elapsedSeconds === undefined ? undefined : readAt - elapsedSeconds * 1000
    const due =
      begun === undefined || lifetimeSeconds === undefined ? undefined : begun + lifetimeSeconds * 1000
    const of =
      label === 'The tunnel' ? 'Tunnel' : `Tunnel of ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    return [
      ...(establishedAt === undefined
        ? []
        : [{ at: establishedAt, is: 'up' as const, what: `${of} established`, by: 'the last time' }]),
      ...(begun === undefined || begun === establishedAt
        ? []
        : [{ at: begun, is: 'renewed' as const, what: `${of}: phase 1 renewed`, by: 'from its age' }]),
      ...(isDown
        ? [
            {
              at: endedAt ?? facts.connection.readAt,
              is: 'now down' as const,
              what: endedAt === undefined ? `${of} is not connected` : `${of} ended`,
              by:
                endedAt === undefined
                  ? 'as read; nothing tells since when'
                  : 'from its traffic, within five minutes',
            },
          ]
        : []),
      ...(isUp && due !== undefined && due > facts.now
        ? [
            {
              at: due,
              is: 'expected' as const,
              what: `${of} renews phase 1`,
              by: 'expected from its lifetime',
            },
          ]
        : []),
    ]
  })
}
