import { Link } from 'react-router-dom'
import { NotChecked, NotCheckedItem } from '../../../components/why/NotChecked.tsx'
import { WhatHappened } from '../../../components/why/WhatHappened.tsx'
import styles from '../../../components/why/Why.module.css'
import { WhyFrame } from '../../../components/why/WhyFrame.tsx'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import { valueOf } from '../../../model/why/asked.ts'
import type { BranchSubject } from '../../../model/why/branch/branch-facts.ts'
import {
  branchFactCount,
  branchSummary,
  branchTicket,
  branchTimeline,
  diagnoseBranch,
} from '../../../model/why/branch/diagnose-branch.ts'
import { useBranchWhy } from '../../../queries/use-branch-why.ts'
import { BranchEnds } from './BranchEnds.tsx'
import { LinkList } from './LinkList.tsx'

interface BranchWhyTabProps {
  resource: BranchSubject
  estate: Estate
}

/** Why a site or its connection to a hub is not up: causes with their evidence, what to change on which side, and what nobody could look at. */
export default function BranchWhyTab({ resource: subject, estate }: BranchWhyTabProps) {
  const { facts, waitingFor, startedAt, again } = useBranchWhy(subject, estate)
  const diagnosis = diagnoseBranch(facts)
  const connection = valueOf(facts.connection)
  return (
    <WhyFrame
      summary={branchSummary(diagnosis)}
      findings={diagnosis}
      facts={branchFactCount(facts)}
      now={facts.now}
      startedAt={startedAt}
      waitingFor={waitingFor}
      onAgain={again}
      text={branchTicket(facts, diagnosis)}
      tools={
        connection && (
          <Link className={styles.button} to={actionPath(connection.id, 'reset')}>
            Reset link
          </Link>
        )
      }
      beside={
        <>
          <LinkList links={facts.links} />
          <WhatHappened
            id={subject.id}
            moments={branchTimeline(facts)}
            ended={false}
            // A site that is connected to nothing has its own log alone.
            log={connection === undefined ? facts.siteActivity : facts.activity}
          />
          <BranchEnds facts={facts} />
        </>
      }
    >
      <NotChecked items={diagnosis.notChecked}>
        <NotCheckedItem title="IKE diagnostic log">
          it is in a Log Analytics workspace or storage account, if a diagnostic setting of the gateway
          collects IKEDiagnosticLog.
        </NotCheckedItem>
        <NotCheckedItem title="On-premises device">
          Azure cannot see it. Its log says what Azure does not.
        </NotCheckedItem>
      </NotChecked>
    </WhyFrame>
  )
}
