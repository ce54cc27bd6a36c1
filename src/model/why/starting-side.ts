import type { Facts } from './facts.ts'
import { ruledOut, type Finding } from './finding.ts'
import { same, tunnelsOf } from './tunnels.ts'

/** Who starts the tunnel: a connection that only answers, or only starts (VPN Gateway 3.3, 3.4 and 6.5). */
export function startingSide(facts: Facts): Finding {
  const { connection } = facts
  const mode = connection.connectionMode ?? 'Default'
  const tunnels = tunnelsOf(facts)
  if (tunnels.state === 'up') return ruledOut('One end started the tunnels: they are up')
  if (same(mode, 'Default')) return ruledOut('Azure starts the tunnel and answers: the mode is Default')
  const answers = same(mode, 'ResponderOnly')
  return {
    is: 'cause',
    title: answers ? 'Azure waits for the device to start' : 'Azure does not answer the device',
    likelihood: tunnels.up.length > 0 ? 'unlikely' : 'possible',
    evidence: [{ text: `connectionMode is ${mode}`, source: 'Connection', at: connection.readAt }],
    side: 'both',
    change: answers
      ? 'Let the device start the tunnel, or set the mode to Default.'
      : 'Let the device answer. Behind NAT it has to start the tunnel itself: set the mode to Default then.',
    link: { id: connection.id, topic: 'mode', label: 'Change the mode' },
    interruption: 'A change of the mode may restart the tunnels.',
  }
}
