import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/why/Why.module.css'
import { circuitIdOf, gatewayIdOf } from '../../../model/why/circuit/circuit-estate-facts.ts'
import type { CircuitFacts } from '../../../model/why/circuit/circuit-facts.ts'
import { locationOf } from '../../../model/why/circuit/location.ts'

/** What the circuit joins, from the peering location to the gateways. */
export function CircuitEnds({ facts }: { facts: CircuitFacts }) {
  const { subject, ends } = facts
  const circuitId = circuitIdOf(subject)
  const gateways = [...new Set(ends.flatMap(({ connection }) => gatewayIdOf(connection) ?? []))]
  return (
    <section aria-labelledby="ends">
      <h2 id="ends" className={styles.heading}>
        Ends
      </h2>
      <dl className={styles.ends}>
        <dt>Location</dt>
        <dd>
          <bdi>{locationOf(facts) ?? 'not known'}</bdi>
        </dd>
        {subject.kind !== 'expressRouteCircuit' && (
          <>
            <dt>Circuit</dt>
            <dd>{circuitId === undefined ? 'not given' : <ResourceLink id={circuitId} />}</dd>
          </>
        )}
        <dt>{gateways.length > 1 ? 'Gateways' : 'Gateway'}</dt>
        {gateways.length === 0 ? <dd>none</dd> : gateways.map((id) => <Gateway key={id} id={id} />)}
      </dl>
    </section>
  )
}

function Gateway({ id }: { id: string }) {
  return (
    <dd className={styles.second}>
      <ResourceLink id={id} />
    </dd>
  )
}
