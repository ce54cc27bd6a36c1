import { sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { isDirect } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** A link of the own port is switched off (finding ER-012): its path is gone. */
export function portLinks(facts: CircuitFacts): Finding | undefined {
  const circuit = valueOf(facts.circuit)
  if (circuit === undefined || !isDirect(circuit)) return undefined
  const unread = lackingCircuit(facts.port, 'port')
  const port = valueOf(facts.port)
  if (unread || port === undefined) return unread
  const off = port.links.filter(({ adminState }) => adminState?.toLowerCase() === 'disabled')
  const untold = port.links.filter(({ adminState }) => adminState === undefined)
  if (off.length === 0)
    return untold.length > 0 || port.links.length === 0
      ? {
          is: 'notChecked',
          missing: `the state of the links of ${port.name}: Azure does not tell`,
          how: 'Look at the port in the Azure portal.',
          waiting: false,
        }
      : ruledOut(`Every link of ${port.name} is Enabled`)
  const all = off.length === port.links.length
  return {
    is: 'cause',
    title: all
      ? 'Both links of the port are switched off'
      : `${off[0]?.name ?? 'A link'} of the port is switched off`,
    likelihood: 'very likely',
    evidence: off.map(({ name }) => ({
      text: `adminState of ${name} of ${port.name} is Disabled: ${all ? 'no path is left' : 'no redundancy'}`,
      source: 'Port' as const,
      at: port.readAt,
    })),
    side: 'azure',
    change: `Enable ${sentenceList(off.map(({ name }) => name))} once the cross connect is there.`,
    link: { id: port.id, tab: 'overview', label: 'Open the port' },
  }
}
