import styles from '../../../components/circuit/Paths.module.css'
import { PeeringPaths, PeeringRoutes } from '../../../components/circuit/PeeringPaths.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { usePeeringPaths, usePeeringRoutes } from '../../../queries/use-circuit-paths.ts'
import { useDemo } from '../../../queries/use-demo.ts'

interface PathsTabProps {
  resource: ExpressRouteCircuit
  estate: Estate
}

type Peering = ExpressRouteCircuit['peerings'][number]

/** How the two links of each peering stand, layer by layer, and what each knows. */
export default function PathsTab({ resource: circuit, estate }: PathsTabProps) {
  if (circuit.peerings.length === 0) return <p className={styles.text}>{withoutPeering(circuit)}</p>
  return (
    <div className={styles.page}>
      {circuit.peerings.map((peering) => (
        <section key={peering.id} className={styles.peering} aria-label={peering.name}>
          <h2 className={styles.heading}>
            <bdi>{peering.name}</bdi>
          </h2>
          <Paths peering={peering} estate={estate} />
        </section>
      ))}
    </div>
  )
}

function withoutPeering({
  serviceProviderProvisioningState: state,
  expressRoutePortId,
}: ExpressRouteCircuit) {
  return expressRoutePortId === undefined && state?.toLowerCase() !== 'provisioned'
    ? `It has no peering, so there is no path to look at. One can be made once the provider has provisioned the circuit; its state is ${state ?? 'not given'}.`
    : 'It has no peering, so there is no path to look at yet.'
}

function Paths({ peering, estate }: { peering: Peering; estate: Estate }) {
  const paths = usePeeringPaths(peering)
  const routes = usePeeringRoutes(peering.id)
  const demo = useDemo() !== undefined
  const asked = { name: peering.name, demo, subscriptions: estate.subscriptions }
  return (
    <>
      <PeeringPaths {...asked} state={paths} />
      <PeeringRoutes {...asked} state={routes} />
    </>
  )
}
