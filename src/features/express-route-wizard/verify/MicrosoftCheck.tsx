import { Link } from 'react-router-dom'
import { PrefixValidation } from '../../../components/circuit/PrefixValidation.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { announcedPrefixes } from '../../../model/circuit/announced-prefixes.ts'
import { MICROSOFT_PEERING } from '../../../model/edits/microsoft-peering.ts'
import { type Peering, peeringOf } from '../../../model/edits/peering.ts'
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
            {unfiltered(peering).map(
              (family) => `. Without a route filter for ${family} Microsoft advertises nothing of it to you`,
            )}
            .
          </p>
        </div>
      ))}
    </section>
  )
}

/** Families that announce something without a route filter: each has its own (ER-009). */
function unfiltered(peering: Peering): string[] {
  return announcedPrefixes(peering)
    .filter(({ routeFilterId }) => routeFilterId === undefined)
    .map(({ family }) => family)
}
