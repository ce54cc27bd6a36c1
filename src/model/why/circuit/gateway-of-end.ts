import { valueOf } from '../asked.ts'
import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { GATEWAY_WRITE, lastDone, told } from '../writes.ts'
import { lackingCircuit } from './asks.ts'
import { isOut } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** The gateway is being changed, or its last change failed (finding ER-038: the last change was not applied). */
export function gatewayOfEnd(facts: CircuitFacts): Finding | undefined {
  const { ends } = facts
  if (ends.length === 0) return undefined
  for (const { gateway: asked, gatewayActivity } of ends) {
    const gateway = valueOf(asked)
    const state = gateway?.provisioningState ?? ''
    if (gateway === undefined || !(/ing$/i.test(state) || state.toLowerCase() === 'failed')) continue
    const failed = state.toLowerCase() === 'failed'
    const said: Evidence = {
      text: `provisioningState of ${gateway.name} is ${state}`,
      source: 'Gateway',
      at: gateway.readAt,
    }
    const write = lastDone(gatewayActivity, GATEWAY_WRITE)
    return {
      is: 'cause',
      title: failed
        ? `The last change of the gateway ${gateway.name} failed and was not applied`
        : `The gateway ${gateway.name} is being changed`,
      likelihood: isOut(facts) ? 'very likely' : 'possible',
      evidence: [said, ...(write ? [told(write, 'changed the gateway', gatewayActivity, facts.now)] : [])],
      side: 'azure',
      change: failed
        ? 'See the error under Activity of the gateway, and repeat the change.'
        : 'Wait until it has ended, then check again. A change of the SKU or a migration takes up to an hour or two.',
      link: { id: gateway.id, tab: 'activity', label: 'See the activity of the gateway' },
    } satisfies Cause
  }
  const unread = ends
    .map(({ gateway }) => lackingCircuit(gateway, 'gateway'))
    .find((one) => one !== undefined)
  return (
    unread ??
    ruledOut(
      ends.length === 1 ? 'The gateway’s last change Succeeded' : 'No gateway is being changed or Failed',
    )
  )
}
