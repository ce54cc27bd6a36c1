import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import styles from '../../../components/circuit/Paths.module.css'
import { ResiliencyAdvice } from '../../../components/circuit/ResiliencyAdvice.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { derivedResiliency } from '../../../model/circuit/resiliency.ts'
import { routeSetSection, scoreSection, testSection } from '../../../model/circuit/resiliency-sections.ts'
import { GATEWAY_QUESTIONS, type GatewayQuestion } from '../../../model/diagnostics/questions.ts'
import { whyNoFailoverTest } from '../../../model/edits/failover-test.ts'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import type { Section } from '../../../model/details/field.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import type { AskedQuestion } from '../../../queries/use-gateway-questions.ts'
import { useFailoverTests, useResiliency, useRouteSets } from '../../../queries/use-resiliency.ts'

interface ResiliencyTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** What may fail before Azure is cut off, how Azure scores it, and whether anybody has tried. */
export default function ResiliencyTab({ resource, estate }: ResiliencyTabProps) {
  const { level, verdict, sentence, locations } = derivedResiliency(resource, estate)
  const { phase, error } = useEstate()
  // Circuits come after their gateway, from other resource groups above all.
  const isReading = level === 'none' && error === undefined && phase !== 'statuses' && phase !== 'done'
  const whyNot = whyNoFailoverTest(locations)
  return (
    <div className={styles.page}>
      <p className={styles.verdict}>
        {isReading ? (
          'Reading its circuits: then it says what their locations come to.'
        ) : (
          <>
            <VerdictLabel verdict={verdict} /> <span>{sentence}</span>
          </>
        )}
      </p>
      <Asked
        resource={resource}
        estate={estate}
        question={GATEWAY_QUESTIONS.resiliency}
        state={useResiliency(resource.id)}
        before="The resiliency index stands here once Azure was asked."
        sections={(answer) => [scoreSection(answer)]}
        after={(answer) => <ResiliencyAdvice reading={answer} />}
      />
      <Asked
        resource={resource}
        estate={estate}
        question={GATEWAY_QUESTIONS.routeSets}
        state={useRouteSets(resource.id)}
        before="Which networks come from which location stands here once Azure was asked."
        sections={(answer) => [routeSetSection(answer)]}
      />
      <Asked
        resource={resource}
        estate={estate}
        question={GATEWAY_QUESTIONS.failoverTests}
        state={useFailoverTests(resource.id)}
        before="Failover tests stand here once Azure was asked."
        sections={(answer) => [testSection(answer)]}
      />
      <p className={styles.text}>
        {!isReading &&
          (whyNot ?? (
            <Link className={styles.link} to={actionPath(resource.id, 'failover-test')}>
              Start or stop a failover test
            </Link>
          ))}
      </p>
    </div>
  )
}

interface AskedProps<Answer> extends ResiliencyTabProps {
  question: GatewayQuestion
  state: AskedQuestion<Answer>
  before: string
  sections: (answer: Answer) => Section[]
  after?: (answer: Answer) => ReactNode
}

function Asked<Answer>(props: AskedProps<Answer>) {
  const { resource, estate, question, state, before, sections, after } = props
  const demo = useDemo() !== undefined
  return (
    <QuestionPanel
      question={question}
      name={resource.name}
      state={state}
      right={state.right}
      demo={demo}
      subscriptions={estate.subscriptions}
      before={<p className={styles.note}>{before}</p>}
    >
      {(answer) => (
        <>
          {sections(answer).map((section) => (
            <SectionTable key={section.title} section={section} />
          ))}
          {after?.(answer)}
        </>
      )}
    </QuestionPanel>
  )
}
