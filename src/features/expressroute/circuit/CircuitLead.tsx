import { Link } from 'react-router-dom'
import { HandOff } from '../../../components/circuit/HandOff.tsx'
import { ProviderControls } from '../../../components/circuit/ProviderControls.tsx'
import { StageList } from '../../../components/circuit/StageList.tsx'
import { currentStage, isAwaited, type Stage, stagesOf } from '../../../model/circuit/stages.ts'
import { privatePeeringOf } from '../../../model/edits/peering.ts'
import type { Estate } from '../../../model/estate.ts'
import { isProviderLayer3 } from '../../../model/express-route/set-up-tags.ts'
import { actionPath, resourcePath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { useContact } from '../../../queries/use-contact.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useOthersAtWork } from '../../../queries/use-others-at-work.ts'
import { DemoPathControls } from './DemoPathControls.tsx'
import styles from './CircuitLead.module.css'

interface CircuitLeadProps {
  resource: ExpressRouteCircuit
  estate: Estate
}

/** How far the set-up of a circuit is, what comes next and who does it. */
export default function CircuitLead({ resource: circuit, estate }: CircuitLeadProps) {
  const stages = stagesOf(circuit, estate)
  const current = currentStage(stages)
  const demo = useDemo()
  const { watched } = useOthersAtWork([circuit.expressRoutePortId ?? circuit.id], isAwaited)
  return (
    <section className={styles.lead} aria-label="Set-up">
      <StageList stages={stages} />
      <Next circuit={circuit} current={current} />
      {demo && circuit.expressRoutePortId === undefined && (
        <ProviderControls
          state={circuit.serviceProviderProvisioningState}
          peered={privatePeeringOf(circuit) !== undefined}
          onAct={async (act) => {
            await demo.setProvider(circuit.id, act)
            await watched[0]?.again()
          }}
        />
      )}
      <DemoPathControls key={circuit.id} circuit={circuit} estate={estate} />
    </section>
  )
}

function Next({ circuit, current }: { circuit: ExpressRouteCircuit; current: Stage | undefined }) {
  const { contact, setContact } = useContact()
  if (current === undefined)
    return (
      <p className={styles.next}>
        <Link className={styles.link} to={resourcePath(circuit.id, 'paths')}>
          See how both paths stand
        </Link>
      </p>
    )
  switch (current.id) {
    case 'provider':
      return circuit.expressRoutePortId === undefined ? (
        <HandOff circuit={circuit} more={{ contact }} onContact={setContact} />
      ) : (
        <p className={styles.next}>
          <Link className={styles.link} to={resourcePath(circuit.expressRoutePortId)}>
            Open its port
          </Link>
        </p>
      )
    case 'peering':
      return (
        <p className={styles.next}>
          <Link className={styles.link} to={actionPath(circuit.id, 'peering')}>
            {current.is === 'broken'
              ? 'Change the private peering'
              : isProviderLayer3(circuit)
                ? 'See whose the private peering is'
                : 'Add the private peering'}
          </Link>
        </p>
      )
    case 'circuit':
    case 'connection':
      return null
    default:
      return current.id satisfies never
  }
}
