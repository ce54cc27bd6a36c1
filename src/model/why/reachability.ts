import { count, sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { logEvidence } from './log-evidence.ts'
import {
  addressList,
  associationOf,
  downEvidence,
  farEnd,
  labels,
  noState,
  same,
  tunnelsOf,
  type Tunnels,
} from './tunnels.ts'
import { changedWhileUp, CONNECTION_RESET, lastDone, nothingDone, told, isSince } from './writes.ts'

/**
 * The device does not answer, or UDP 500, UDP 4500 or ESP do not get through (VPN Gateway 6.5, and 6.6 `PeerReachability`; what
 * the device logs: device proof 8). Nobody answering looks in Azure like being refused: no association comes about. So it is
 * very likely only where nothing on the Azure side changed.
 */
export function reachability(facts: Facts): Finding | undefined {
  if (facts.connection.gateway2Id !== undefined) return undefined
  const tunnels = tunnelsOf(facts)
  const far = farEnd(facts)
  if (tunnels.state === 'up') return ruledOut(`${far} answers: the tunnels are up`)
  const logged = logEvidence(facts, ['silence'])
  if (logged.length > 0)
    return silent(facts, tunnels, 'very likely', [...logged, ...downEvidence(facts, tunnels)])
  if (tunnels.state === 'unknown') return noState(facts)
  const unread = lacking(facts.ike, 'ike')
  if (unread) return unread
  const associations = valueOf(facts.ike) ?? []
  const reached = tunnels.down.filter((tunnel) => associationOf(associations, tunnel) !== undefined)
  if (tunnels.down.length > 0 && reached.length === tunnels.down.length)
    return ruledOut(`${far} answered: phase 1 with it is established`)
  if (tunnels.up.length > 0)
    return silent(facts, tunnels, 'unlikely', [
      {
        text: `${labels(tunnels.up)} ${tunnels.up.length === 1 ? 'reaches' : 'reach'} the same device at ${far}`,
        source: 'Connection',
        at: facts.connection.readAt,
      },
    ])
  if (associations.length > 0) return ruledOut(`${far} answered: phase 1 with it is established`)

  const changed = changedWhileUp(facts, tunnels)
  const read = facts.activity.is === 'known' && facts.siteActivity.is === 'known'
  return silent(facts, tunnels, read && changed === undefined ? 'very likely' : 'possible', [
    ...downEvidence(facts, tunnels),
    {
      text: `${tunnels.down.length > 1 ? 'No instance holds' : 'The gateway holds no'} ${tunnels.down.length > 1 ? 'a ' : ''}phase 1 association with ${far}`,
      source: 'IKE associations',
      at: facts.ike.is === 'known' ? facts.ike.at : facts.now,
    },
    ...resetEvidence(facts, tunnels),
    ...(changed === undefined && read
      ? nothingDone(facts.activity, 'changed this connection or its local network gateway', tunnels.lastUpAt)
      : []),
    ...neighbourEvidence(facts),
  ])
}

function resetEvidence(facts: Facts, { lastUpAt }: Tunnels): Evidence[] {
  const reset = lastDone(facts.activity, CONNECTION_RESET)
  if (!isSince(reset, lastUpAt)) return []
  const one = told(reset, 'reset the connection', facts.activity, facts.now)
  return [{ ...one, text: `${one.text}, and it did not come up` }]
}

/** That others of its gateway are up says that the gateway works. */
export function neighbourEvidence({ neighbours, gateway }: Facts): Evidence[] {
  const up = neighbours.filter(({ connection }) => same(connection.connectionStatus, 'Connected'))
  const first = up[0]
  if (first === undefined) return []
  const name = valueOf(gateway)?.name ?? 'the gateway'
  return [
    {
      text: `${count(up.length, 'other connection')} of ${name} ${up.length === 1 ? 'is' : 'are'} Connected`,
      source: 'Gateway',
      at: first.connection.readAt,
    },
  ]
}

function silent(
  facts: Facts,
  tunnels: Tunnels,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
): Cause {
  const far = farEnd(facts)
  const some = tunnels.up.length > 0
  return {
    is: 'cause',
    title: some
      ? 'A firewall drops UDP 500 or 4500 towards one instance'
      : 'The device does not answer, or a firewall drops UDP 500 or 4500',
    likelihood,
    evidence,
    side: 'on-premises',
    change: some
      ? `Let UDP 500, UDP 4500 and ESP pass between ${far} and ${sentenceList(tunnels.down.flatMap(({ address }) => address ?? []))}.`
      : `Check that the device is up, that its public address is ${far}, and that UDP 500, UDP 4500 and ESP pass between it and ${addressList(facts)}. Behind NAT the device has to start the tunnel.`,
    deviceShows: ['retransmit 1 of request', 'peer not responding'],
  }
}
