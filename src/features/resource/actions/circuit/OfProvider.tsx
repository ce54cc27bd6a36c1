import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import styles from '../Outdated.module.css'

interface OfProviderProps {
  circuit: ExpressRouteCircuit
  /** Who changed the peering last, as Azure calls them. */
  by: string
}

/** A peering that another than the customer changed last: a provider that runs layer 3 configures it. */
export function OfProvider({ circuit, by }: OfProviderProps) {
  return (
    <section className={styles.outdated} aria-label="Whose peering it is">
      <p className={styles.text}>
        Azure names <bdi>{by}</bdi> as who changed this peering last, not the customer. Where{' '}
        <bdi>{circuit.serviceProviderName ?? 'the provider'}</bdi> runs layer 3 the peering is theirs: ask
        them for the change, since their routers have to match.
      </p>
    </section>
  )
}
