import { duration } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Evidence, type Finding } from '../finding.ts'
import { lastDone, told } from '../writes.ts'
import { RESET_ROUTER } from '../../virtual-wan/readiness.ts'
import { cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

const HUB_WRITE = /\/virtualhubs\/write$/i
/** A router that is set up longer than this does not come by itself (finding VW-003). */
const STUCK = 60 * 60_000

/** The router of the hub is not there yet, or failed, although the hub may say Succeeded (Virtual WAN 2.2, findings VW-002 and VW-003). */
export function router(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.hub, 'hub')
  const hub = valueOf(facts.hub)
  if (unread || hub === undefined) return unread
  const { routingState: state, provisioningState, sku } = hub
  const own = [
    said(
      `routingState is ${state ?? 'not given'}, provisioningState ${provisioningState ?? 'not given'}`,
      'Hub',
      hub.readAt,
    ),
  ]
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return ruledOut('The router of the hub is Provisioned')
    case 'provisioning':
      return setUp(facts, own)
    case 'failed':
      return cause('The router of the hub failed', 'very likely', own, {
        change: RESET_ROUTER,
        link: { id: hub.id, tab: 'activity', label: 'See what was done to the hub' },
      })
    case 'none':
      return sku?.toLowerCase() === 'basic'
        ? ruledOut('A Basic hub has no router, and needs none for its branches')
        : cause('The hub has no router', 'possible', own, {
            change: 'Wait some minutes and check again; if none comes, open a support request.',
          })
    case undefined:
      return {
        is: 'notChecked',
        missing: 'whether the router is there: Azure gives no routingState',
        how: 'Check again.',
        waiting: false,
      }
    default:
      return cause(`The router of the hub is ${state ?? ''}, which is not known here`, 'possible', own, {
        change: 'Check again; look up the value in Azure’s documentation.',
      })
  }
}

function setUp(facts: HubFacts, own: Evidence[]): Finding {
  const log = facts.subject.kind === 'virtualHub' ? facts.activity : facts.hubActivity
  const write = lastDone(log, HUB_WRITE)
  const since = write === undefined ? undefined : facts.now - write.endedAt
  const stuck = since !== undefined && since > STUCK
  return cause(
    stuck
      ? `The router of the hub has been on its way for ${duration(since)}`
      : 'The router of the hub is still being set up',
    'very likely',
    [...own, ...(write ? [told(write, 'changed the hub', log, facts.now)] : [])],
    {
      change: stuck
        ? 'It should not take more than an hour. Open a support request with the id of the hub.'
        : 'Wait until routingState is Provisioned, which takes minutes. Until then Azure refuses what is put into the hub.',
    },
  )
}
