import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { currentStage, type Stage, stagesOf } from '../../../model/circuit/stages.ts'
import type { Estate } from '../../../model/estate.ts'
import { actionPath, resourcePath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import type { Verdict } from '../../../model/status/verdict.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useWatched } from '../../../queries/use-watched.ts'
import { DemoPathControls } from './DemoPathControls.tsx'
import { DemoProviderControls } from './DemoProviderControls.tsx'
import { HandOff } from './HandOff.tsx'
import styles from './CircuitLead.module.css'

interface CircuitLeadProps {
  resource: ExpressRouteCircuit
  estate: Estate
}

const VERDICTS: Record<Stage['is'], Verdict> = {
  done: 'healthy',
  current: 'inProgress',
  broken: 'attention',
  later: 'notChecked',
}

const WORDS: Record<Stage['is'], string> = {
  done: 'done',
  current: 'next',
  broken: 'needs a look',
  later: 'later',
}

/** How far the set-up of a circuit is, what comes next and who does it. */
export default function CircuitLead({ resource: circuit, estate }: CircuitLeadProps) {
  const stages = stagesOf(circuit, estate)
  const current = currentStage(stages)
  const demo = useDemo()
  const waits = circuit.expressRoutePortId === undefined && current?.id === 'provider'
  const readAgain = useWatched(circuit.id, waits)
  return (
    <section className={styles.lead} aria-label="Set-up">
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.id} className={styles.stage} aria-current={stage === current ? 'step' : undefined}>
            <span className={styles.title}>
              <VerdictIcon verdict={VERDICTS[stage.is]} alone={stage.is !== 'later'} />
              <span>{stage.title}</span> <span className={styles.word}>{WORDS[stage.is]}</span>
            </span>{' '}
            <span className={styles.text}>{stage.text}</span>
          </li>
        ))}
      </ol>
      <Next circuit={circuit} current={current} />
      {demo && circuit.expressRoutePortId === undefined && (
        <DemoProviderControls circuit={circuit} demo={demo} onActed={readAgain} />
      )}
      <DemoPathControls key={circuit.id} circuit={circuit} estate={estate} />
    </section>
  )
}

function Next({ circuit, current }: { circuit: ExpressRouteCircuit; current: Stage | undefined }) {
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
        <HandOff circuit={circuit} />
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
            {current.is === 'broken' ? 'Change the private peering' : 'Add the private peering'}
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
