import type { Activity } from '../diagnostics/activity.ts'
import { duration } from '../format.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { same, tunnelsOf, type Tunnels } from './tunnels.ts'
import { CONNECTION_RESET, CONNECTION_WRITE, KEY_SET, lastDone, told } from './writes.ts'

/** A connection may be on its way for minutes after a change (VPN Gateway 5.4, 6.4, finding H02: more than ten). */
const SETTLES = 10 * 60_000

const DONE: readonly [operation: RegExp, did: string][] = [
  [CONNECTION_WRITE, 'changed the connection'],
  [KEY_SET, 'set the shared key'],
  [CONNECTION_RESET, 'reset the connection'],
]

/** The connection was just made, changed or reset and is still settling. */
export function settling(facts: Facts): Finding {
  const { connection, now } = facts
  const tunnels = tunnelsOf(facts)
  if (tunnels.state === 'up') return ruledOut('It has settled: the tunnels are up')
  const state = connection.provisioningState ?? ''
  const own = (text: string): Evidence => ({ text, source: 'Connection', at: connection.readAt })
  if (/ing$/i.test(state))
    return wait('very likely', [own(`provisioningState of the connection is ${state}`)])
  const unread = lacking(facts.activity, 'activity')
  const recent = DONE.flatMap(([operation, did]) => {
    const activity = lastDone(facts.activity, operation)
    return activity && now - activity.endedAt < SETTLES ? [{ activity, did }] : []
  }).toSorted((a, b) => b.activity.startedAt - a.activity.startedAt)[0]
  if (recent && tunnels.lastUpAt !== undefined && tunnels.lastUpAt >= recent.activity.endedAt)
    return ruledOut(`It had settled: a tunnel came up after somebody ${recent.did}`)
  if (recent)
    return wait(isRefused(facts, tunnels, recent.activity) ? 'unlikely' : 'very likely', [
      told(recent.activity, recent.did, facts.activity, now),
      own(`That was ${duration(now - recent.activity.endedAt)} ago, and a tunnel may take minutes`),
    ])
  if (tunnels.state === 'connecting') return wait('possible', [own('connectionStatus is Connecting')])
  return unread ?? ruledOut('Nobody changed it in the last 10 minutes')
}

/** Long enough for a gateway that carries others to have asked this device as well (D). */
const BEGINS = 2 * 60_000

function isRefused({ ike, neighbours }: Facts, { state }: Tunnels, change: Activity): boolean {
  return (
    state === 'down' &&
    ike.is === 'known' &&
    ike.value.length === 0 &&
    ike.at - change.endedAt > BEGINS &&
    neighbours.some(({ connection }) => same(connection.connectionStatus, 'Connected'))
  )
}

function wait(likelihood: Cause['likelihood'], evidence: Evidence[]): Cause {
  return {
    is: 'cause',
    title: 'It was just changed and is still settling',
    likelihood,
    evidence,
    side: 'azure',
    change: 'Wait some minutes, then check again.',
  }
}
