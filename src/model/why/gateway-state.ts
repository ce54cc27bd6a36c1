import { count } from '../format.ts'
import { valueOf } from './asked.ts'
import { LOG_DAYS, type Facts } from './facts.ts'
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
  if (/ing$/i.test(state)) return waiting(facts, 'The gateway is being changed', [said, ...startedBy(facts)])
  const noLog = lacking(facts.gatewayActivity, 'gatewayActivity')
  const recent = [
    { activity: lastDone(facts.gatewayActivity, GATEWAY_RESET), did: 'reset the gateway' },
    { activity: lastDone(facts.gatewayActivity, GATEWAY_WRITE), did: 'changed the gateway' },
  ].find(({ activity }) => activity !== undefined && facts.now - activity.endedAt < AFTER)
  if (recent?.activity)
    return waiting(facts, 'The gateway is coming back after a change', [
      told(recent.activity, recent.did, facts.gatewayActivity, facts.now),
    ])
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
    missing: `the gateway from inside: no other connection of it tells, and nobody changed it in ${LOG_DAYS} days`,
    how: 'VPN troubleshoot of Network Watcher tells planned maintenance and faults of the platform. It takes minutes and needs a storage account.',
    waiting: false,
  }
}

function startedBy(facts: Facts): Evidence[] {
  const write = lastDone(facts.gatewayActivity, GATEWAY_WRITE)
  return write ? [told(write, 'changed the gateway', facts.gatewayActivity, facts.now)] : []
}

function waiting(facts: Facts, title: string, evidence: Evidence[]): Cause {
  return {
    is: 'cause',
    title,
    likelihood: 'very likely',
    evidence: [...evidence, ...neighbourEvidence(facts)],
    side: 'azure',
    change: 'Wait until it has ended, then check again. A change of the SKU takes about 45 minutes.',
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
