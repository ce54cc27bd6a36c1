import { duration } from '../../format.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lastDone, told } from '../writes.ts'
import { cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

const WRITE = /\/virtualhubs(\/[^/]+)?\/(write|delete)$/i
/** Routes follow a change of a hub after minutes; the longest that Microsoft names is for new capacity (Virtual WAN 2.3). */
const SETTLES = 25 * 60_000

/** Somebody changed the hub or what is in it a moment ago. */
export function justChanged(facts: HubFacts): Finding {
  const logs = [facts.activity, facts.hubActivity]
  for (const log of logs) {
    const write = lastDone(log, WRITE)
    const since = write === undefined ? Infinity : facts.now - write.endedAt
    if (write === undefined || since >= SETTLES) continue
    return cause(
      'It was just changed, and routes are still settling',
      // A hub that is well is rarely one whose routes are missing.
      isWell(facts) ? 'unlikely' : 'possible',
      [
        told(write, 'changed it', log, facts.now),
        said(`That was ${duration(Math.max(since, 0))} ago`, 'Activity log', facts.now),
      ],
      { change: 'Wait some minutes, then check again.' },
    )
  }
  return lackingHub(facts.activity, 'activity') ?? ruledOut('Nobody changed it in the last 25 minutes')
}

function isWell({ subject, hub }: HubFacts): boolean {
  return (
    subject.kind === 'virtualHub' &&
    hub.is === 'known' &&
    hub.value.routingState?.toLowerCase() === 'provisioned' &&
    hub.value.provisioningState?.toLowerCase() === 'succeeded'
  )
}
