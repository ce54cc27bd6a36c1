import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { SectionFrame } from '../../../components/fields/SectionFrame.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { routesOnPaths } from '../../../model/circuit/compare-routes.ts'
import { pathsVerdict } from '../../../model/circuit/judge-path.ts'
import { arpSection, pathSection, routeSection } from '../../../model/circuit/path-sections.ts'
import { CIRCUIT_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { usePeeringPaths, usePeeringRoutes } from '../../../queries/use-circuit-paths.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import styles from './Paths.module.css'

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
          <Routes peering={peering} estate={estate} />
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
  const paths = usePeeringPaths(peering.id)
  const demo = useDemo() !== undefined
  return (
    <QuestionPanel
      question={CIRCUIT_QUESTIONS.paths}
      name={peering.name}
      state={paths}
      right={paths.right}
      demo={demo}
      subscriptions={estate.subscriptions}
      before={
        <p className={styles.note}>
          ARP tables, BGP sessions and counters of both paths stand here once Azure was asked.
        </p>
      }
    >
      {(answer) => {
        const { verdict, sentence } = pathsVerdict(answer.paths)
        return (
          <>
            <p className={styles.verdict}>
              <VerdictLabel verdict={verdict} /> <span>{sentence}</span>
            </p>
            <SectionTable section={pathSection(answer)} />
            <SectionTable section={arpSection(answer)} />
          </>
        )
      }}
    </QuestionPanel>
  )
}

function Routes({ peering, estate }: { peering: Peering; estate: Estate }) {
  const routes = usePeeringRoutes(peering.id)
  const demo = useDemo() !== undefined
  return (
    <SectionFrame title="Route tables">
      <QuestionPanel
        question={CIRCUIT_QUESTIONS.routes}
        name={peering.name}
        state={routes}
        right={routes.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        before={
          <p className={styles.note}>
            Both route tables, network by network, stand here once Azure was asked.
          </p>
        }
      >
        {(answer) => <SectionTable section={routeSection(routesOnPaths(answer))} />}
      </QuestionPanel>
    </SectionFrame>
  )
}
