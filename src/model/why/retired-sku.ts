import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Finding } from './finding.ts'

const RETIRED = /^(VpnGw[1-5]|Standard|HighPerformance)$/i

/** A retired SKU refuses changes (VPN Gateway 0, 1.2, findings R01 and R02): it breaks no tunnel, and stands in the way of a repair. */
export function retiredSku(facts: Facts): Finding {
  const unread = lacking(facts.gateway, 'gateway')
  if (unread) return unread
  const gateway = valueOf(facts.gateway)
  const sku = gateway?.sku ?? ''
  if (!RETIRED.test(sku)) return ruledOut(`${sku === '' ? 'Its SKU' : sku} is not retired`)
  return {
    is: 'cause',
    title: `${sku} is retired, so the gateway refuses changes`,
    likelihood: 'unlikely',
    evidence: [
      {
        text: `The SKU of ${gateway?.name ?? ''} is ${sku}`,
        source: 'Gateway',
        at: gateway?.readAt ?? facts.now,
      },
    ],
    side: 'azure',
    change: 'It does not break a tunnel by itself. Upgrade the SKU before another change of the gateway.',
    link: { id: facts.connection.gateway1Id ?? facts.connection.id, topic: 'sku', label: 'Change the SKU' },
    interruption: 'An upgrade takes about 45 minutes, with a short interruption.',
  }
}
