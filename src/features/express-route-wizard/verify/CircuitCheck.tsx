import { useId } from 'react'
import { Link } from 'react-router-dom'
import { PeeringPaths } from '../../../components/circuit/PeeringPaths.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { isCarrying } from '../../../model/circuit/verify-headline.ts'
import { isNotJoined } from '../../../model/circuit/not-joined.ts'
import { connectionVerdict } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { keyOf, nameOfId, resourcePath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { usePeeringPaths } from '../../../queries/use-circuit-paths.ts'
import { useComingUp, useWaitInterval } from '../../../queries/use-coming-up.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useWizard } from '../wizard.ts'
import type { JoinedTarget } from './targets.ts'

type Peering = ExpressRouteCircuit['peerings'][number]

interface CircuitCheckProps {
  target: JoinedTarget
  circuit: ExpressRouteCircuit | undefined
  peering: Peering | undefined
  estate: Estate
}

/** One circuit: how its connection stands, and both paths of its peering. */
export function CircuitCheck({ target, circuit, peering, estate }: CircuitCheckProps) {
  const heading = useId()
  const [watched] = useComingUp([target.connectionId])
  const { pathOf } = useWizard()
  const status = watched?.connection?.connectionStatus
  const connection = watched?.connection ?? estate.resources.get(keyOf(target.connectionId))
  const failed = connection?.provisioningState?.toLowerCase() === 'failed'
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={heading}>
          <ResourceLink id={target.circuitId} />
        </h2>
        <span className={styles.quiet}>
          connected by <ResourceLink id={target.connectionId} />
        </span>
        {failed ? (
          <VerdictLabel verdict="attention" text="Failed" />
        ) : (
          status !== undefined && <VerdictLabel verdict={connectionVerdict(status)} text={status} />
        )}
      </div>
      {connection !== undefined && isNotJoined(connection) && (
        <p className={styles.text}>
          {failed ? 'Azure could not make the connection' : 'Azure says that the connection is not connected'}
          , so nothing reaches Azure over this circuit, whatever its paths say.{' '}
          <Link className={styles.link} to={resourcePath(target.connectionId, 'activity')}>
            See its activity
          </Link>
          {failed && (
            <>
              {' '}
              <Link className={styles.link} to={pathOf('review')}>
                Review what is left
              </Link>
            </>
          )}
        </p>
      )}
      {peering ? (
        <Paths peering={peering} circuitId={target.circuitId} estate={estate} />
      ) : (
        <p className={styles.text}>
          {circuit
            ? 'It has no private peering, so there is no path to look at.'
            : 'The circuit belongs to somebody else and cannot be read by this account: its owner sees both paths on its page. What the gateway learns from it stands below.'}
        </p>
      )}
    </section>
  )
}

function Paths({ peering, circuitId, estate }: { peering: Peering; circuitId: string; estate: Estate }) {
  // A session comes some seconds after its link.
  const every = 3 * useWaitInterval()
  const state = usePeeringPaths(peering, (answer) => (answer && isCarrying(answer) ? false : every))
  const demo = useDemo() !== undefined
  const isUp = state.answer !== undefined && isCarrying(state.answer)
  return (
    <PeeringPaths
      name={peering.name}
      of={nameOfId(circuitId)}
      state={state}
      demo={demo}
      subscriptions={estate.subscriptions}
      tools={
        state.answer !== undefined &&
        !isUp && (
          <Link className={styles.link} to={resourcePath(circuitId, 'why')}>
            Why it is not up
          </Link>
        )
      }
    />
  )
}
