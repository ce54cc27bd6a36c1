import type { Facts } from './facts.ts'
import { ruledOut, type Finding } from './finding.ts'

/**
 * Dead peer detection that is too quick lets tunnels flap, one too slow keeps a dead one (VPN Gateway 3.3, finding H22). Azure's own
 * 45 seconds are sent as 0.
 */
export function deadPeer({ connection }: Facts): Finding {
  const seconds = connection.dpdTimeoutSeconds ?? 0
  if (seconds === 0) return ruledOut('Dead peer detection is at 45 s, the default')
  if (seconds >= 30 && seconds <= 300) return ruledOut(`Dead peer detection is at ${seconds} s`)
  return {
    is: 'cause',
    title: seconds < 30 ? 'Dead peer detection ends tunnels too quickly' : 'Dead peer detection is slow',
    likelihood: 'unlikely',
    evidence: [{ text: `dpdTimeoutSeconds is ${seconds}`, source: 'Connection', at: connection.readAt }],
    side: 'azure',
    change: 'Set it to between 30 and 45 seconds, and the device alike.',
    link: { id: connection.id, topic: 'mode', label: 'Change dead peer detection' },
    interruption: 'A change may restart the tunnels.',
  }
}
