import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { circuitsOn, portUse } from '../../../model/circuit/port-use.ts'
import type { Estate } from '../../../model/estate.ts'
import type { ExpressRoutePort } from '../../../model/resources/expressroute.ts'
import styles from '../Parts.module.css'
import { Letter } from './Letter.tsx'

interface PortLeadProps {
  resource: ExpressRoutePort
  estate: Estate
}

/** How much of a port is used and by which circuits, how it is divided, and the letter for its cross connects. */
export default function PortLead({ resource: port, estate }: PortLeadProps) {
  const { verdict, sentence } = portUse(port)
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-label="Use of the port">
        <p className={styles.verdict}>
          {verdict !== 'healthy' && <VerdictLabel verdict={verdict} />} <span>{sentence}</span>
        </p>
        <p className={styles.note}>{encapsulationWords(port)}</p>
      </section>
      <SectionTable section={circuitsOn(port, estate)} />
      <Letter key={port.id} port={port} />
    </div>
  )
}

/** (ExpressRoute document 1.5) */
function encapsulationWords({ encapsulation, etherType = '0x8100' }: ExpressRoutePort): string {
  switch (encapsulation?.toLowerCase()) {
    case 'dot1q':
      return 'Dot1Q: every VLAN ID is used once on the whole port, by one peering of one circuit. It cannot be changed.'
    case 'qinq':
      return `QinQ: Azure gives each circuit an outer tag of its own, its service tag, EtherType ${etherType}; VLAN IDs are used once in each circuit. It cannot be changed.`
    default:
      return `Encapsulation: ${encapsulation ?? 'not given by Azure'}.`
  }
}
