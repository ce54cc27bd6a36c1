import { Link } from 'react-router-dom'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { NotChecked, NotCheckedItem } from '../../../components/why/NotChecked.tsx'
import { WhatHappened } from '../../../components/why/WhatHappened.tsx'
import styles from '../../../components/why/Why.module.css'
import { WhyFrame } from '../../../components/why/WhyFrame.tsx'
import type { Estate } from '../../../model/estate.ts'
import { resourcePath } from '../../../model/paths.ts'
import { hubStates } from '../../../model/virtual-wan/readiness.ts'
import { valueOf } from '../../../model/why/asked.ts'
import { diagnoseHub, hubFactCount, hubSummary } from '../../../model/why/hub/diagnose-hub.ts'
import { hubIdOf } from '../../../model/why/hub/hub-estate-facts.ts'
import type { HubFacts, HubSubject } from '../../../model/why/hub/hub-facts.ts'
import { hubTicket, hubTimeline } from '../../../model/why/hub/hub-timeline.ts'
import { useHubWhy } from '../../../queries/use-hub-why.ts'

interface HubWhyTabProps {
  resource: HubSubject
  estate: Estate
}

/** Why a hub, or a network's connection to one, carries nothing: causes with their evidence, what to change, and what nobody could look at. */
export default function HubWhyTab({ resource: subject, estate }: HubWhyTabProps) {
  const { facts, waitingFor, startedAt, again } = useHubWhy(subject, estate)
  const diagnosis = diagnoseHub(facts)
  return (
    <WhyFrame
      summary={hubSummary(diagnosis)}
      findings={diagnosis}
      facts={hubFactCount(facts)}
      now={facts.now}
      startedAt={startedAt}
      waitingFor={waitingFor}
      onAgain={again}
      text={hubTicket(facts, diagnosis)}
      tools={
        <Link className={styles.button} to={resourcePath(hubIdOf(subject), 'routes')}>
          See effective routes
        </Link>
      }
      beside={
        <>
          <States facts={facts} />
          <WhatHappened
            id={subject.id}
            moments={hubTimeline(facts, diagnosis)}
            ended={false}
            log={facts.activity}
          />
          <Ends facts={facts} />
        </>
      }
    >
      <NotChecked items={diagnosis.notChecked}>
        <NotCheckedItem title="The routes in force">
          No rule asks for them, since a hub may have thousands. Effective routes shows them for each table
          and connection.
        </NotCheckedItem>
        <NotCheckedItem title="Security groups and route tables of the networks">
          They stand in the networks’ own subnets, and may stop what the hub carries.
        </NotCheckedItem>
      </NotChecked>
    </WhyFrame>
  )
}

/** Both states of the hub, whichever the page is of: they are not the same. */
function States({ facts }: { facts: HubFacts }) {
  const hub = valueOf(facts.hub)
  return (
    <section aria-labelledby="states">
      <h2 id="states" className={styles.heading}>
        States of the hub
      </h2>
      {hub === undefined ? (
        <p className={styles.text}>The hub was not read.</p>
      ) : (
        <ul className={styles.tunnels}>
          {hubStates(hub).map(({ title, value, verdict }) => (
            <li key={title}>
              <VerdictIcon verdict={verdict} alone />
              <span>{title}</span>
              <span className={styles.inline}>{value ?? 'not given'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Ends({ facts }: { facts: HubFacts }) {
  const { subject } = facts
  const wan = valueOf(facts.hub)?.virtualWanId
  return (
    <section aria-labelledby="ends">
      <h2 id="ends" className={styles.heading}>
        Ends
      </h2>
      <dl className={styles.ends}>
        <dt>Virtual WAN</dt>
        <dd>{wan === undefined ? 'not given' : <ResourceLink id={wan} />}</dd>
        {subject.kind === 'hubVirtualNetworkConnection' && (
          <>
            <dt>Hub</dt>
            <dd>
              <ResourceLink id={subject.hubId} />
            </dd>
            <dt>Network</dt>
            <dd>
              {subject.remoteVirtualNetworkId === undefined ? (
                'not given'
              ) : (
                <ResourceLink id={subject.remoteVirtualNetworkId} />
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
