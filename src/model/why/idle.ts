import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Finding } from './finding.ts'
import { same, tunnelsOf } from './tunnels.ts'

/** A policy-based gateway ends a tunnel after five minutes without traffic (VPN Gateway 3.4). */
export function idle(facts: Facts): Finding {
  const unread = lacking(facts.gateway, 'gateway')
  if (unread) return unread
  if (!same(valueOf(facts.gateway)?.vpnType, 'PolicyBased'))
    return ruledOut('The gateway is route-based: it ends no tunnel for want of traffic')
  if (tunnelsOf(facts).state === 'up')
    return ruledOut('The tunnel is up, so it was not ended for want of traffic')
  return {
    is: 'cause',
    title: 'A policy-based gateway ends a tunnel that nobody uses',
    likelihood: 'possible',
    evidence: [
      {
        text: 'vpnType is PolicyBased: a tunnel ends after 5 minutes without traffic',
        source: 'Gateway',
        at: valueOf(facts.gateway)?.readAt ?? facts.now,
      },
    ],
    side: 'on-premises',
    change: 'Send traffic from the site; the tunnel then comes up.',
  }
}
