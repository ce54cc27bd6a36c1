import { Link } from 'react-router-dom'
import { ResiliencyAdvice } from '../../../components/circuit/ResiliencyAdvice.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { derivedResiliency, resiliencyOf } from '../../../model/circuit/resiliency.ts'
import { scoreSection } from '../../../model/circuit/resiliency-sections.ts'
import { GATEWAY_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import { whyNoFailoverTest } from '../../../model/edits/failover-test.ts'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useResiliency } from '../../../queries/use-resiliency.ts'

interface ResiliencyCheckProps {
  gateway: Resource | undefined
  circuits: readonly ExpressRouteCircuit[]
  estate: Estate
}

/** What may fail before Azure is cut off, by where the circuits are and as Azure scores it; and whether anybody has tried. */
export function ResiliencyCheck({ gateway, circuits, estate }: ResiliencyCheckProps) {
  const network = gateway?.kind === 'virtualNetworkGateway' ? gateway : undefined
  const { verdict, sentence, locations } = network
    ? derivedResiliency(network, estate)
    : resiliencyOf(circuits, estate)
  const whyNoTest = whyNoFailoverTest(locations)
  return (
    <section className={styles.section} aria-label="Resiliency">
      <h2 className={styles.heading}>Resiliency</h2>
      <p className={styles.text}>
        <VerdictLabel verdict={verdict} /> {sentence}
      </p>
      {network ? (
        <>
          <Index gateway={network} estate={estate} />
          {whyNoTest === undefined && (
            <p className={styles.text}>
              <Link className={styles.link} to={actionPath(network.id, 'failover-test')}>
                Test the failover for the first time
              </Link>
              : one location is taken away until you stop the test. Best now, while nothing depends on the
              circuits; both locations tested within 30 days count up to four times in the index.
            </p>
          )}
        </>
      ) : (
        gateway && (
          <p className={styles.note}>
            Azure gives no resiliency index for a gateway in a virtual hub, and no failover test.
          </p>
        )
      )}
    </section>
  )
}

function Index({ gateway, estate }: { gateway: VirtualNetworkGateway; estate: Estate }) {
  const state = useResiliency(gateway.id)
  const demo = useDemo() !== undefined
  return (
    <QuestionPanel
      question={GATEWAY_QUESTIONS.resiliency}
      name={gateway.name}
      state={state}
      right={state.right}
      demo={demo}
      subscriptions={estate.subscriptions}
      before={<p className={styles.note}>The resiliency index stands here once Azure was asked.</p>}
    >
      {(answer) => (
        <>
          <SectionTable section={scoreSection(answer)} />
          <ResiliencyAdvice reading={answer} />
        </>
      )}
    </QuestionPanel>
  )
}
