import type { ReactNode } from 'react'
import { routesOnPaths } from '../../model/circuit/compare-routes.ts'
import { pathsVerdict } from '../../model/circuit/judge-path.ts'
import { arpSection, pathSection, routeSection } from '../../model/circuit/path-sections.ts'
import type { CircuitRoute, PathName, PeeringReading } from '../../model/circuit/path-tables.ts'
import { CIRCUIT_QUESTIONS } from '../../model/diagnostics/questions.ts'
import type { Subscription } from '../../model/inventory.ts'
import { SectionFrame } from '../fields/SectionFrame.tsx'
import { SectionTable } from '../fields/SectionTable.tsx'
import { QuestionPanel, type QuestionState } from '../QuestionPanel.tsx'
import { VerdictLabel } from '../VerdictLabel.tsx'
import styles from './Paths.module.css'

interface AskedProps<Answer> {
  /** Of the peering. */
  name: string
  /** What the tables are called after, where peerings of one name stand on a page. */
  of?: string
  state: QuestionState<Answer>
  demo: boolean
  subscriptions: readonly Subscription[]
}

/** Both paths of a peering side by side, layer by layer. */
export function PeeringPaths({
  tools,
  of,
  ...asked
}: AskedProps<PeeringReading> & {
  /** Beside the button. */
  tools?: ReactNode
}) {
  return (
    <QuestionPanel
      question={CIRCUIT_QUESTIONS.paths}
      {...asked}
      right={asked.state.right}
      tools={tools}
      before={
        <p className={styles.note}>
          ARP tables, BGP sessions and counters of both paths stand here once Azure was asked.
        </p>
      }
    >
      {(answer) => {
        const { verdict, sentence } = pathsVerdict(answer.paths, answer.families)
        return (
          <>
            <p className={styles.verdict}>
              <VerdictLabel verdict={verdict} /> <span>{sentence}</span>
            </p>
            <SectionTable section={{ ...pathSection(answer), of: of ?? asked.name }} />
            <SectionTable section={{ ...arpSection(answer), of: of ?? asked.name }} />
          </>
        )
      }}
    </QuestionPanel>
  )
}

/** Both route tables, network by network. */
export function PeeringRoutes(asked: AskedProps<Record<PathName, CircuitRoute[]>>) {
  return (
    <SectionFrame title="Route tables" of={asked.name}>
      <QuestionPanel
        question={CIRCUIT_QUESTIONS.routes}
        {...asked}
        right={asked.state.right}
        before={
          <p className={styles.note}>
            Both route tables, network by network, stand here once Azure was asked.
          </p>
        }
      >
        {(answer) => <SectionTable section={{ ...routeSection(routesOnPaths(answer)), of: asked.name }} />}
      </QuestionPanel>
    </SectionFrame>
  )
}
