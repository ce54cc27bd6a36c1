import { Button } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { SET_UP_TAGS } from '../../../../model/express-route/set-up-tags.ts'
import { actionPath } from '../../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import styles from '../Outdated.module.css'

interface OfProviderProps {
  circuit: ExpressRouteCircuit
  /** Who changed the peering last, as Azure calls them; absent: a tag of the circuit says whose it is. */
  by?: string | undefined
  /** It is not the provider's: the form is a form. Absent: it is one already. */
  onDeny?: (() => void) | undefined
}

/** A provider that runs layer 3 configures the peering: said by a tag of the circuit, or by who changed it last. */
export function OfProvider({ circuit, by, onDeny }: OfProviderProps) {
  const provider = circuit.serviceProviderName ?? 'the provider'
  return (
    <section className={styles.outdated} aria-label="Whose peering it is">
      <p className={styles.text}>
        {by === undefined ? (
          <>
            The tag <code>{SET_UP_TAGS.layer3}</code> of <bdi>{circuit.name}</bdi> says that{' '}
            <bdi>{provider}</bdi> runs layer 3 and makes this peering. Ask there for a change: their routers
            have to match.{' '}
            <Link className={styles.link} to={actionPath(circuit.id, 'tags')}>
              Change the tags
            </Link>
          </>
        ) : (
          <>
            Azure names <bdi>{by}</bdi> as who changed this peering last, not the customer. Where{' '}
            <bdi>{provider}</bdi> runs layer 3 the peering is theirs: ask them for the change, since their
            routers have to match.
          </>
        )}
      </p>
      {onDeny && (
        <Button size="small" onClick={onDeny}>
          The provider does not
        </Button>
      )}
    </section>
  )
}
