import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { useRunsHere } from '../../components/wizard/runs-of.ts'
import styles from '../../components/wizard/Verify.module.css'
import { type BranchTargets, targetsOf } from '../../model/branch/targets.ts'
import { type PlanRun, runPath } from '../../model/deployments/run.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useRuns } from '../../queries/use-run.ts'
import { WizardBody } from '../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../ui/wizard/WizardFooter.tsx'

interface AfterRunProps {
  /** Where there is nothing yet: `No branch to verify yet`. */
  nothing: string
  page: (targets: BranchTargets) => ReactNode
  footer: (targets: BranchTargets, run: PlanRun | undefined) => ReactNode
  back: (run: PlanRun) => string
}

/** A step about what runs have connected. */
export function AfterRun({ nothing, page, footer, back }: AfterRunProps) {
  const { run, ofDraft } = useRunsHere(useRuns())
  const targets = targetsOf(ofDraft, useEstate().estate)
  return (
    <>
      <WizardBody>
        {targets ? (
          page(targets)
        ) : (
          <>
            <h1 className={styles.title} tabIndex={-1}>
              {nothing}
            </h1>
            <p className={styles.text}>
              {run ? (
                <Link className={styles.link} to={runPath(run)}>
                  See how far the deployment is
                </Link>
              ) : (
                'A branch is connected by the step Deploy.'
              )}
            </p>
          </>
        )}
      </WizardBody>
      <WizardFooter back={run && back(run)}>{targets && footer(targets, run)}</WizardFooter>
    </>
  )
}
