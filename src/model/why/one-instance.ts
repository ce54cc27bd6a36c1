import { sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Finding } from './finding.ts'
import { keyWasSet } from './shared-key.ts'
import { downEvidence, labels, noState, tunnelsOf } from './tunnels.ts'
import { GATEWAY_WRITE, isSince, lastDone, told } from './writes.ts'

/**
 * Of an active-active gateway the device has a tunnel to one address only, or to an old one (VPN Gateway 2.3, 6.5, 10.3, finding
 * R07).
 */
export function oneInstance(facts: Facts): Finding | undefined {
  const unread = lacking(facts.gateway, 'gateway')
  if (unread) return unread
  if (!valueOf(facts.gateway)?.activeActive || facts.connection.gateway2Id !== undefined) return undefined
  const tunnels = tunnelsOf(facts)
  switch (tunnels.state) {
    case 'up':
      return ruledOut('Every instance has its tunnel')
    case 'unknown':
      return noState(facts)
    case 'down':
    case 'connecting':
      return ruledOut('It is not one instance: no tunnel is up')
    case 'partly':
      break
    default:
      return tunnels.state satisfies never
  }
  const never = tunnels.down.every(({ establishedAt }) => establishedAt === undefined)
  const written = lastDone(facts.gatewayActivity, GATEWAY_WRITE)
  const changed = isSince(written, tunnels.lastUpAt) ? written : undefined
  const addresses = tunnels.down.flatMap(({ address }) => address ?? [])
  const name = labels(tunnels.down).replace(/^I/, 'i')
  return {
    is: 'cause',
    title: never
      ? `The device has no tunnel to ${name}`
      : `The device does not accept the address of ${name}`,
    likelihood: never ? 'very likely' : keyWasSet(facts) ? 'unlikely' : 'possible',
    evidence: [
      ...downEvidence(facts, tunnels),
      ...(changed ? [told(changed, 'changed the gateway', facts.gatewayActivity, facts.now)] : []),
      {
        text: `${labels(tunnels.up)} ${tunnels.up.length === 1 ? 'is' : 'are'} Connected to the same device`,
        source: 'Connection',
        at: facts.connection.readAt,
      },
    ],
    side: 'on-premises',
    change: `Give the device a tunnel to ${addresses.length > 0 ? sentenceList(addresses) : `the address of ${name}`} too, with the same key and policy.`,
    interruption: 'The tunnels that are up stay up.',
  }
}
