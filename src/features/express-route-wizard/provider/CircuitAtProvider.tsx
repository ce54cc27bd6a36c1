import { useId } from 'react'
import { Link } from 'react-router-dom'
import { Age } from '../../../components/Age.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { HandOff } from '../../../components/circuit/HandOff.tsx'
import { ProviderControls } from '../../../components/circuit/ProviderControls.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { privatePeeringOf } from '../../../model/edits/peering.ts'
import { stagesOf } from '../../../model/circuit/stages.ts'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { circuitNameOf } from '../../../model/express-route/place.ts'
import { peeringsMeant } from '../../../model/express-route/peering-meant.ts'
import { hasFailed, whyNotReady } from '../../../model/express-route/readiness.ts'
import { resourcePath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import type { WatchedResource } from '../../../queries/use-others-at-work.ts'
import { useRuns } from '../../../queries/use-run.ts'
import { useWizard } from '../wizard.ts'
import { orderedAt } from './ordered-at.ts'
import { othersWork } from './others-work.ts'
import { PortLinks } from './PortLinks.tsx'
import notice from '../Notice.module.css'
import styles from './Provider.module.css'

interface CircuitAtProviderProps {
  circuit: CircuitAnswers
  index: number
  /** As it is there. */
  found: ExpressRouteCircuit | undefined
  watched: WatchedResource | undefined
  /** Since when it is watched, milliseconds since the epoch. */
  since: number
  contact: string
  onContact: (contact: string) => void
}

/** One circuit while others do their part: its state and for how long, and what they need for it. */
export function CircuitAtProvider(props: CircuitAtProviderProps) {
  const { circuit, index, found, watched, since, contact, onContact } = props
  const { around, checks, pathOf } = useWizard()
  const heading = useId()
  const demo = useDemo()
  const runs = useRuns()
  const name = circuitNameOf(circuit) || `Circuit ${index + 1}`
  if (!found)
    return (
      <section className={styles.section} aria-labelledby={heading}>
        <h2 className={styles.heading} id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.text}>
          {circuit.use === 'new' ? (
            <>
              It is not made yet.{' '}
              <Link className={styles.link} to={pathOf('order')}>
                Order it
              </Link>
            </>
          ) : circuit.use === 'redeemed' ? (
            'It belongs to somebody else and cannot be read by this account, so its state is not known. Its owner knows whether the provider has provisioned it and its private peering is there.'
          ) : (
            'It could not be read, so its state is not known.'
          )}
        </p>
      </section>
    )
  const why = whyNotReady(found, around)
  const failed = hasFailed(found)
  const stage = stagesOf(found, around.estate).find(({ id }) => id === 'provider')
  const state = failed
    ? 'Failed'
    : found.expressRoutePortId === undefined
      ? (found.serviceProviderProvisioningState ?? 'state not given')
      : why === undefined
        ? 'Links on'
        : 'Links off'
  const ordered = orderedAt(found.id, runs)
  const others = othersWork(found)
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={heading}>
          <ResourceLink id={found.id} name={found.name} />
        </h2>
        <VerdictLabel
          verdict={
            why === undefined
              ? 'healthy'
              : failed || stage?.is === 'broken' || stage?.note !== undefined
                ? 'attention'
                : 'inProgress'
          }
          text={state}
        />
        <span className={styles.quiet}>
          {ordered !== undefined && (
            <>
              ordered <Age at={ordered} style="ago" />,{' '}
            </>
          )}
          {why !== undefined && (
            <>
              watched <Age at={since} style="for" />,{' '}
            </>
          )}
          read <Age at={found.readAt} style="ago" />
        </span>
      </div>
      <p className={styles.text} role="status">
        <bdi>{failed ? why : (stage?.text ?? why)}</bdi>
        {failed && (
          <>
            {' '}
            It may be billed all the same.{' '}
            <Link className={styles.link} to={resourcePath(found.id, 'activity')}>
              See why under Activity
            </Link>{' '}
            <Link className={styles.link} to={pathOf(circuit.use === 'new' ? 'order' : 'circuits')}>
              {circuit.use === 'new' ? 'Order it again' : 'Choose another'}
            </Link>
          </>
        )}
      </p>
      {stage?.note !== undefined && !failed && (
        <div className={notice.notice} role="status">
          <p className={notice.text}>
            <bdi>{stage.note}</bdi>
          </p>
          <p className={notice.note}>
            If that is a refusal, hold the provider, the location, the bandwidth and the service key below
            against what you agreed on, and send the order again. What was ordered wrongly takes another
            circuit; this one is billed until it is deleted.
          </p>
        </div>
      )}
      {watched?.error && (
        <AskProblem
          what={`The state of ${others.name}`}
          scope={others.id}
          action={others.action}
          error={watched.error}
          demo={demo !== undefined}
          busy={watched.asking}
          onAgain={() => void watched.again()}
        />
      )}
      {found.expressRoutePortId !== undefined ? (
        <PortLinks portId={found.expressRoutePortId} estate={around.estate} />
      ) : (
        why !== undefined &&
        !failed && (
          <HandOff
            circuit={found}
            more={{ ...peeringsMeant(circuit, index, checks), contact }}
            onContact={onContact}
          />
        )
      )}
      {demo && found.expressRoutePortId === undefined && (
        <ProviderControls
          name={found.name}
          state={found.serviceProviderProvisioningState}
          peered={privatePeeringOf(found) !== undefined}
          onAct={async (act) => {
            await demo.setProvider(found.id, act)
            await watched?.again()
          }}
        />
      )}
    </section>
  )
}
