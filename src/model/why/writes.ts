import { shortTime } from '../format.ts'
import type { Activity } from '../diagnostics/activity.ts'
import { valueOf, type Asked } from './asked.ts'
import { LOG_DAYS, type Facts } from './facts.ts'
import type { Evidence, NotChecked } from './finding.ts'

/** Operations as the activity log names them, any casing (ARM contract 12.9; VPN Gateway 6.2). */
export const KEY_SET = /\/connections\/sharedkey(\/write|\/reset\/action)$/i
export const CONNECTION_WRITE = /\/connections\/write$/i
export const CONNECTION_RESET = /\/connections\/resetconnection\/action$/i
export const GATEWAY_WRITE = /\/virtualnetworkgateways\/(write|delete)$/i
export const GATEWAY_RESET = /\/virtualnetworkgateways\/reset\/action$/i
export const SITE_WRITE = /\/localnetworkgateways\/write$/i

/** What was done and not refused, the newest first. */
export function done(log: Asked<Activity[]>, operation: RegExp): Activity[] {
  return (valueOf(log) ?? [])
    .filter((one) => operation.test(one.operation) && one.status.toLowerCase() !== 'failed')
    .toSorted((a, b) => b.startedAt - a.startedAt)
}

export function lastDone(log: Asked<Activity[]>, operation: RegExp): Activity | undefined {
  return done(log, operation)[0]
}

/** Whether something was done since a moment; an unknown moment counts as long ago, so what rests on it is possible at most. */
export function isSince(activity: Activity | undefined, moment: number | undefined): activity is Activity {
  return activity !== undefined && activity.startedAt >= (moment ?? 0)
}

/** "a.nowak@contoso.com set the shared key on 4 Nov, 07:31". */
export function told(activity: Activity, did: string, log: Asked<Activity[]>, now: number): Evidence {
  const who = activity.caller ?? 'Somebody'
  return {
    text: `${who} ${did} on ${shortTime(activity.startedAt)}`,
    source: 'Activity log',
    at: log.is === 'known' ? log.at : now,
  }
}

/** Said only where the log was read: since a moment, or as far back as it goes. */
export function nothingDone(log: Asked<Activity[]>, what: string, since: number | undefined): Evidence[] {
  if (log.is !== 'known') return []
  const when =
    since !== undefined && reachesBackTo(log, since)
      ? `since ${shortTime(since)}`
      : `in the last ${LOG_DAYS} days`
  return [{ text: `Nobody ${what} ${when}`, source: 'Activity log', at: log.at }]
}

const DAY = 86_400_000

function reachesBackTo(log: Asked<Activity[]>, moment: number): boolean {
  return log.is === 'known' && moment > log.at - LOG_DAYS * DAY
}

/**
 * Why "nobody changed it since" cannot be said: the logs begin later than that moment, or the moment is not known.
 * @param what `the local network gateway`
 */
export function beforeLogs(
  logs: readonly Asked<Activity[]>[],
  what: string,
  since: number | undefined,
): NotChecked | undefined {
  if (since !== undefined && logs.every((log) => reachesBackTo(log, since))) return undefined
  const asked = `the activity log was read for the last ${LOG_DAYS} days`
  return {
    is: 'notChecked',
    missing:
      since === undefined
        ? `whether ${what} was changed since the tunnel was up: Azure does not tell when that was`
        : `whether ${what} was changed since the tunnel came up on ${shortTime(since)}: ${asked}`,
    how: 'Look for older changes in the activity log in the Azure portal.',
    waiting: false,
  }
}

/** Something on the Azure side changed what the two ends agree on, since the tunnels came up and, where it is known, until one ended. */
export function changedWhileUp(
  facts: Facts,
  { lastUpAt, endedAt = Infinity }: { lastUpAt?: number; endedAt?: number },
): Activity | undefined {
  const all = [
    lastDone(facts.activity, KEY_SET),
    lastDone(facts.activity, CONNECTION_WRITE),
    lastDone(facts.siteActivity, SITE_WRITE),
    lastDone(facts.twinActivity, KEY_SET),
    lastDone(facts.twinActivity, CONNECTION_WRITE),
  ]
  return all
    .filter((one) => isSince(one, lastUpAt))
    .filter((one) => one.startedAt <= endedAt)
    .toSorted((a, b) => b.startedAt - a.startedAt)[0]
}
