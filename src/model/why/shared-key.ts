import type { Activity } from '../diagnostics/activity.ts'
import { shortTime } from '../format.ts'
import { valueOf, type Asked } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { logEvidence } from './log-evidence.ts'
import {
  addressList,
  associationOf,
  downEvidence,
  labels,
  noState,
  same,
  tunnelsOf,
  type Tunnels,
} from './tunnels.ts'
import {
  changedWhileUp,
  CONNECTION_WRITE,
  CONNECTION_RESET,
  done,
  lastDone,
  isSince,
  KEY_SET,
  nothingDone,
  told,
} from './writes.ts'

/**
 * The two ends hold different keys (VPN Gateway 6.5 and 6.6 `Authentication`, 5.4 for the key's PUT; what the device logs: device
 * proof 8). Azure does not tell the device's key, so it is judged by who set the key and when, and by phase 1.
 */
export function sharedKey(facts: Facts): Finding | undefined {
  const { connection, activity, ike, now } = facts
  if (same(connection.authenticationType, 'Certificate')) return undefined
  const tunnels = tunnelsOf(facts)
  const logged = logEvidence(facts, ['authentication'])
  if (logged.length > 0 && tunnels.state !== 'up') {
    const cause = differs(facts, tunnels, 'The shared key differs', 'very likely', [
      ...logged,
      ...setEvidence(facts, tunnels),
      ...downEvidence(facts, tunnels),
    ])
    return {
      ...cause,
      change: `${cause.change} Where the keys are the same, look at the identity that the device sends: it has to be its public address, also behind NAT.`,
    }
  }
  switch (tunnels.state) {
    case 'up':
      return ruledOut('The tunnels are up with the key that the device holds')
    case 'unknown':
      return noState(facts)
    case 'partly':
    case 'down':
    case 'connecting':
      break
    default:
      return tunnels.state satisfies never
  }
  const associations = valueOf(ike)
  const held = tunnels.down.flatMap((tunnel) => associationOf(associations ?? [], tunnel) ?? [])
  if (tunnels.down.length > 0 && held.length === tunnels.down.length)
    return ruledOut('Phase 1 is established on every tunnel, so the key was accepted')
  const unread = lacking(activity, 'activity')
  if (unread) return unread

  const set = keySets(facts, tunnels)[0]?.done
  if (set !== undefined) {
    const triedBefore = done(activity, CONNECTION_RESET).some(
      (reset) => reset.startedAt < set.startedAt && isSince(reset, tunnels.lastUpAt),
    )
    const renewed = renewedAfter(set.startedAt, facts, tunnels)
    // Very likely needs grounds: it was up before the key was set, and phase 1 is known to be missing on each that is down.
    const wasUp = tunnels.lastUpAt !== undefined
    const placed = tunnels.down.length > 0 && tunnels.down.every(({ address }) => address !== undefined)
    const likely = wasUp && placed && associations !== undefined && !triedBefore && renewed.length === 0
    return differs(
      facts,
      tunnels,
      likely ? `The shared key differs since ${shortTime(set.startedAt)}` : MAY_DIFFER,
      likely ? 'very likely' : 'possible',
      [
        ...setEvidence(facts, tunnels),
        ...downEvidence(facts, tunnels),
        ...ikeEvidence(facts, tunnels),
        ...renewed,
      ],
    )
  }
  if (tunnels.lastUpAt === undefined)
    return differs(facts, tunnels, MAY_DIFFER, 'possible', [
      ...downEvidence(facts, tunnels),
      ...ikeEvidence(facts, tunnels),
    ])
  const unreadBack =
    connection.gateway2Id === undefined ? undefined : lacking(facts.twinActivity, 'twinActivity')
  if (unreadBack) return unreadBack
  const late = [lastDone(activity, KEY_SET)].filter((one) => isSince(one, tunnels.lastUpAt))
  // Whoever sets a device up goes on changing it; one that ran for long is rather left alone.
  const made = lastDone(activity, CONNECTION_WRITE)?.created === true
  return differs(facts, tunnels, 'The key on the device was changed', made ? 'possible' : 'unlikely', [
    {
      text: `The tunnel was up with this key on ${shortTime(tunnels.lastUpAt)}`,
      source: 'Connection',
      at: now,
    },
    ...(late.length > 0
      ? late.map((one) => told(one, 'set the shared key after the tunnel had ended,', activity, now))
      : nothingDone(activity, 'set the shared key in Azure', tunnels.lastUpAt)),
  ])
}

const MAY_DIFFER = 'The two ends may hold different keys'

interface KeySet {
  done: Activity
  /** The log that tells of it. */
  log: Asked<Activity[]>
  did: string
}

/** Since the tunnels that are down came up and, where it is known, until they ended; at either end, the newest first. */
function keySets({ activity, twinActivity }: Facts, { lastUpAt, endedAt = Infinity }: Tunnels): KeySet[] {
  const own = done(activity, KEY_SET).map((one) => ({ done: one, log: activity, did: 'set the shared key' }))
  const back = done(twinActivity, KEY_SET).map((one) => ({
    done: one,
    log: twinActivity,
    did: 'set the shared key of the connection that leads back',
  }))
  return [...own, ...back]
    .filter((one) => isSince(one.done, lastUpAt) && one.done.startedAt <= endedAt)
    .toSorted((a, b) => b.done.startedAt - a.done.startedAt)
}

/** Whether the log of each end that Azure keeps a key for was read. */
function bothLogsRead({ connection, activity, twinActivity }: Facts): boolean {
  return activity.is === 'known' && (connection.gateway2Id === undefined || twinActivity.is === 'known')
}

function setEvidence(facts: Facts, tunnels: Tunnels): Evidence[] {
  const sets = keySets(facts, tunnels)
  const [last] = sets
  if (last === undefined) return []
  const one = told(last.done, last.did, last.log, facts.now)
  const after = done(facts.activity, KEY_SET).concat(done(facts.twinActivity, KEY_SET))
  const untouched = bothLogsRead(facts) && after.every(({ startedAt }) => startedAt <= last.done.startedAt)
  const rest =
    sets.length > 1 ? `, the last of ${sets.length} times` : untouched ? ', and nobody set it back' : ''
  return [{ ...one, text: `${one.text}${rest}` }]
}

/** Tunnels that made phase 1 anew after the key was set, which speaks against it. */
function renewedAfter(set: number, { ike }: Facts, { up }: Tunnels): Evidence[] {
  if (ike.is !== 'known') return []
  return up.flatMap((tunnel): Evidence[] => {
    const { elapsedSeconds } = associationOf(ike.value, tunnel) ?? {}
    const begun = elapsedSeconds === undefined ? undefined : ike.at - elapsedSeconds * 1000
    if (begun === undefined || begun <= set) return []
    const text = `${tunnel.label} made phase 1 anew after that, on ${shortTime(begun)}, which speaks against it`
    return [{ text, source: 'IKE associations', at: ike.at }]
  })
}

function ikeEvidence(facts: Facts, tunnels: Tunnels): Evidence[] {
  const { ike, now } = facts
  const { down, up } = tunnels
  if (ike.is !== 'known') return []
  const { at } = ike
  // Whether one whose address is not known holds an association cannot be told.
  const without = down.filter(
    (tunnel) => tunnel.address !== undefined && associationOf(ike.value, tunnel) === undefined,
  )
  const none: Evidence[] =
    without.length === 0
      ? []
      : [
          {
            text: `${labels(without)} ${without.length === 1 ? 'holds' : 'hold'} no phase 1 association`,
            source: 'IKE associations',
            at,
          },
        ]
  const others = up.flatMap((tunnel): Evidence[] => {
    const { lifetimeSeconds, elapsedSeconds } = associationOf(ike.value, tunnel) ?? {}
    if (lifetimeSeconds === undefined || elapsedSeconds === undefined) return []
    const ends = at + (lifetimeSeconds - elapsedSeconds) * 1000
    const lastSet = keySets(facts, tunnels)[0]?.done.startedAt
    if (ends < now || (lastSet !== undefined && ends - lifetimeSeconds * 1000 > lastSet)) return []
    return [
      {
        text: `${tunnel.label} still uses an older association: renewal is due by ${shortTime(ends)}, and fails if the keys differ`,
        source: 'IKE associations',
        at,
      },
    ]
  })
  return [...none, ...others]
}

function differs(
  facts: Facts,
  tunnels: Tunnels,
  title: string,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
): Cause {
  const { connection } = facts
  const between = connection.gateway2Id !== undefined
  return {
    is: 'cause',
    title,
    likelihood,
    evidence,
    side: between ? 'both' : 'on-premises',
    change: between
      ? 'Set the same key on this connection and on the one that leads back.'
      : `Enter the key that Azure holds now into the device’s tunnels to ${addressList(facts)}. Or set one new key on both ends.`,
    link: {
      id: connection.id,
      topic: between ? 'key' : 'rotate-key',
      label: between ? 'Set shared key' : 'Set one key on both ends',
    },
    interruption:
      tunnels.up.length > 0
        ? `A new key may interrupt ${labels(tunnels.up).replace(/^I/, 'i')} for some seconds.`
        : 'Nothing is up that it could interrupt.',
    ...(!between && { deviceShows: ['received AUTHENTICATION_FAILED notify error'] }),
  }
}

/** Whether a change of the shared key is the newest thing that could have broken it; other rules step back then. */
export function keyWasSet(facts: Facts): boolean {
  const tunnels = tunnelsOf(facts)
  const last = changedWhileUp(facts, tunnels)
  return last !== undefined && KEY_SET.test(last.operation)
}
