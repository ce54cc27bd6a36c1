import type { Activity } from '../diagnostics/activity.ts'
import { count, shortTime } from '../format.ts'
import { valueOf } from './asked.ts'
import { LOG_DAYS, type Facts, type Neighbour } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { neighbourEvidence } from './reachability.ts'
import { same, tunnelsOf } from './tunnels.ts'
import { GATEWAY_RESET, GATEWAY_WRITE, lastDone, told } from './writes.ts'

/** How long after a reset or a change tunnels may still be on their way (D: as for a connection in finding H02). */
const AFTER = 10 * 60_000

/**
 * The gateway is being changed, was just reset, or its last change failed (VPN Gateway 5.4, 6.4, and 6.6 `UserDrivenUpdate`,
 * finding H01). That it is otherwise well can be told only from other connections of it that are up; planned maintenance and
 * faults of the platform are for VPN troubleshoot.
 */
export function gatewayState(facts: Facts): Finding {
  const unread = lacking(facts.gateway, 'gateway')
  if (unread) return unread
  const gateway = valueOf(facts.gateway)
  const state = gateway?.provisioningState ?? ''
  const tunnels = tunnelsOf(facts)
  if (tunnels.state === 'up')
    return ruledOut(`The tunnels are up; provisioningState of the gateway is ${state}`)
  const at = gateway?.readAt ?? facts.now
  const said: Evidence = {
    text: `provisioningState of ${gateway?.name ?? 'the gateway'} is ${state}`,
    source: 'Gateway',
    at,
  }
  if (/ing$/i.test(state)) {
    const evidence = [said, ...startedBy(facts), ...neighbourEvidence(facts)]
    return isBeingMade(facts)
      ? waiting('The gateway is being created', evidence, 'Wait until it has ended, then check again.')
      : waiting(
          'The gateway is being changed',
          evidence,
          'Wait until it has ended, then check again. A change of the SKU takes about 45 minutes.',
        )
  }
  const noLog = lacking(facts.gatewayActivity, 'gatewayActivity')
  const recent = recentChange(facts)
  if (recent) {
    const back = facts.neighbours.filter((one) => isUpSince(one, recent.activity.endedAt))
    if (back.length > 0 && same(state, 'Succeeded'))
      return ruledOut(
        `It is back: ${count(back.length, 'other connection')} of it ${back.length === 1 ? 'is' : 'are'} Connected since ${recent.what} ended`,
      )
    return waiting(`The gateway is coming back after ${recent.what}`, [
      told(recent.activity, recent.did, facts.gatewayActivity, facts.now),
    ])
  }
  const neighbours = facts.neighbours.filter(({ connection }) => connection.connectionStatus !== undefined)
  const up = neighbours.filter(({ connection }) => same(connection.connectionStatus, 'Connected'))
  if (up.length > 0 && same(state, 'Succeeded')) {
    if (noLog) return noLog
    return ruledOut(
      `It is Succeeded and ${count(up.length, 'other connection')} of it ${up.length === 1 ? 'is' : 'are'} up`,
    )
  }
  if (same(state, 'Failed'))
    return reset(facts, 'The last change of the gateway failed', [said, ...startedBy(facts)])
  const down = neighbours.filter(({ connection }) => same(connection.connectionStatus, 'NotConnected'))
  if (down.length > 0 && up.length === 0)
    return reset(facts, 'The gateway itself is not well', [
      {
        text: `None of its ${count(down.length, 'other connection')} is up either`,
        source: 'Gateway',
        at,
      },
    ])
  if (noLog) return noLog
  return {
    is: 'notChecked',
    missing: `the gateway from inside: no other connection of it tells, and ${untouched(facts)}`,
    how: 'VPN troubleshoot of Network Watcher tells planned maintenance and faults of the platform. It takes minutes and needs a storage account.',
    waiting: false,
  }
}

interface Change {
  activity: Activity
  /** "reset the gateway". */
  did: string
  /** "a reset". */
  what: string
}

/**
 * The newest thing done to it that it may still come back from. What was created has nothing to come back to: no tunnel was
 * on it before.
 */
function recentChange({ gatewayActivity, now }: Facts): Change | undefined {
  const reset = lastDone(gatewayActivity, GATEWAY_RESET)
  const write = lastDone(gatewayActivity, GATEWAY_WRITE)
  return [
    ...(reset ? [{ activity: reset, did: 'reset the gateway', what: 'a reset' }] : []),
    ...(write && !write.created ? [{ activity: write, did: didOf(write), what: 'a change' }] : []),
  ]
    .filter(({ activity }) => now - activity.endedAt < AFTER)
    .toSorted((a, b) => b.activity.endedAt - a.activity.endedAt)[0]
}

/** Read as Connected after that moment, and no tunnel of it is missing: either instance may be the one that was away. */
function isUpSince({ connection }: Neighbour, moment: number): boolean {
  return (
    same(connection.connectionStatus, 'Connected') &&
    connection.readAt > moment &&
    !connection.tunnels.some(({ connectionStatus }) => same(connectionStatus, 'NotConnected'))
  )
}

function isBeingMade({ gatewayActivity }: Facts): boolean {
  const write = lastDone(gatewayActivity, GATEWAY_WRITE)
  return write?.created === true && !same(write.status, 'Succeeded')
}

/** The log tells of a write whether it made the gateway, and no more. */
function didOf({ created, operation }: Activity): string {
  if (/\/delete$/i.test(operation)) return 'began to delete the gateway'
  return created ? 'created the gateway' : 'changed the gateway'
}

function untouched({ gatewayActivity }: Facts): string {
  const write = lastDone(gatewayActivity, GATEWAY_WRITE)
  if (write?.created) return `nobody changed it since it was created on ${shortTime(write.startedAt)}`
  const last = write ?? lastDone(gatewayActivity, GATEWAY_RESET)
  return last === undefined
    ? `nobody changed it in ${LOG_DAYS} days`
    : `the last change of it was on ${shortTime(last.startedAt)}`
}

/** The write that is under way; a creation that is over began nothing of what goes on now. */
function startedBy(facts: Facts): Evidence[] {
  const write = lastDone(facts.gatewayActivity, GATEWAY_WRITE)
  if (write === undefined || (write.created && same(write.status, 'Succeeded'))) return []
  return [told(write, didOf(write), facts.gatewayActivity, facts.now)]
}

function waiting(
  title: string,
  evidence: Evidence[],
  change = 'Wait some minutes, then check again.',
): Cause {
  return {
    is: 'cause',
    title,
    likelihood: 'very likely',
    evidence,
    side: 'azure',
    change,
  }
}

function reset(facts: Facts, title: string, evidence: Evidence[]): Cause {
  return {
    is: 'cause',
    title,
    likelihood: 'possible',
    evidence,
    side: 'azure',
    change: 'Repeat the last change. If that does not help, reset the gateway, one instance after the other.',
    link: {
      id: facts.connection.gateway1Id ?? facts.connection.id,
      topic: 'reset',
      label: 'Reset the gateway',
    },
    interruption: 'A reset restarts one instance and interrupts every tunnel on it.',
  }
}
