import { Link } from 'react-router-dom'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { linkLimit, linksOn } from '../../../model/circuit/link-limit.ts'
import { reachSection } from '../../../model/circuit/reach-section.ts'
import { whyNoGlobalReach } from '../../../model/edits/global-reach.ts'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import styles from '../Parts.module.css'

interface GlobalReachTabProps {
  resource: ExpressRouteCircuit
  estate: Estate
}

/** Which circuits it is joined with, from whichever side, so that their sites reach each other. */
export default function GlobalReachTab({ resource: circuit, estate }: GlobalReachTabProps) {
  const why = whyNoGlobalReach(circuit)
  const limit = linkLimit(circuit)
  return (
    <div className={styles.page}>
      <SectionTable section={reachSection(circuit, estate)} />
      <p className={styles.text}>
        {why ?? (
          <Link className={styles.link} to={actionPath(circuit.id, 'global-reach')}>
            Join it with another circuit, or delete a connection
          </Link>
        )}
      </p>
      <p className={styles.note}>
        Each connection counts as one of the circuit’s links, as each network and hub does
        {limit === undefined
          ? '.'
          : `: ${linksOn(circuit, estate)} of ${limit} are used, as far as this account can read.`}{' '}
        It reaches pairs alone: circuits that are joined with the same one do not reach each other.
      </p>
    </div>
  )
}
