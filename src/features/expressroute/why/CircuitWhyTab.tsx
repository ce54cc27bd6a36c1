import { Link } from 'react-router-dom'
import { NotChecked, NotCheckedItem } from '../../../components/why/NotChecked.tsx'
import { WhatHappened } from '../../../components/why/WhatHappened.tsx'
import styles from '../../../components/why/Why.module.css'
import { WhyFrame } from '../../../components/why/WhyFrame.tsx'
import type { Estate } from '../../../model/estate.ts'
import { resourcePath } from '../../../model/paths.ts'
import { circuitIdOf } from '../../../model/why/circuit/circuit-estate-facts.ts'
import type { CircuitSubject } from '../../../model/why/circuit/circuit-facts.ts'
import { circuitTicket, circuitTimeline } from '../../../model/why/circuit/circuit-timeline.ts'
import {
  circuitFactCount,
  circuitSummary,
  diagnoseCircuit,
} from '../../../model/why/circuit/diagnose-circuit.ts'
import { useCircuitWhy } from '../../../queries/use-circuit-why.ts'
import { CircuitEnds } from './CircuitEnds.tsx'
import { PathList } from './PathList.tsx'

interface CircuitWhyTabProps {
  resource: CircuitSubject
  estate: Estate
}

/** Why a circuit or a connection to one is not up: causes with their evidence, what to change, by whom, and what nobody could look at. */
export default function CircuitWhyTab({ resource: subject, estate }: CircuitWhyTabProps) {
  const { facts, waitingFor, startedAt, again } = useCircuitWhy(subject, estate)
  const diagnosis = diagnoseCircuit(facts)
  const circuitId = circuitIdOf(subject)
  return (
    <WhyFrame
      summary={circuitSummary(diagnosis)}
      findings={diagnosis}
      facts={circuitFactCount(facts)}
      now={facts.now}
      startedAt={startedAt}
      waitingFor={waitingFor}
      onAgain={again}
      text={circuitTicket(facts, diagnosis)}
      tools={
        circuitId !== undefined && (
          <Link className={styles.button} to={resourcePath(circuitId, 'paths')}>
            Compare both paths
          </Link>
        )
      }
      beside={
        <>
          <PathList paths={diagnosis.paths} />
          <WhatHappened
            id={subject.id}
            moments={circuitTimeline(facts, diagnosis)}
            ended={false}
            log={facts.activity}
          />
          <CircuitEnds facts={facts} />
        </>
      }
    >
      <NotChecked items={diagnosis.notChecked}>
        <NotCheckedItem title="Your routers and the provider’s">
          Azure cannot see them. Their own tables of ARP and BGP, on the same link, say what Azure’s do not.
        </NotCheckedItem>
      </NotChecked>
    </WhyFrame>
  )
}
