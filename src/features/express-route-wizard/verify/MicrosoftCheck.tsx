import { Link } from 'react-router-dom'
import { PrefixValidation } from '../../../components/circuit/PrefixValidation.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { MICROSOFT_PEERING } from '../../../model/edits/microsoft-peering.ts'
import { peeringOf } from '../../../model/edits/peering.ts'
import { actionPath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'

/** The Microsoft peerings of the circuits, where they have one: whether Microsoft has accepted their prefixes, and what to do. */
export function MicrosoftCheck({ circuits }: { circuits: readonly ExpressRouteCircuit[] }) {
  const found = circuits.flatMap((circuit) => {
    const peering = peeringOf(circuit, MICROSOFT_PEERING)
    return peering ? [{ circuit, peering }] : []
  })
  if (found.length === 0) return null
  return (
    <section className={styles.section} aria-label="Microsoft peering">
      <h2 className={styles.heading}>Microsoft peering</h2>
      {found.map(({ circuit: { id, name }, peering }) => (
        <div key={id}>
          <PrefixValidation peering={peering} />
          <p className={styles.note}>
            <Link className={styles.link} to={actionPath(id, 'microsoft-peering')}>
              Change the Microsoft peering of {name}
            </Link>
            {peering.microsoft?.routeFilterId === undefined &&
              peering.ipv6?.microsoft?.routeFilterId === undefined &&
              '. Without a route filter Microsoft advertises nothing to you.'}
          </p>
        </div>
      ))}
    </section>
  )
}
