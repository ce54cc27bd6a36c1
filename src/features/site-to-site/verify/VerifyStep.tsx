import { Button } from '@fluentui/react-components'
import { Link, useNavigate } from 'react-router-dom'
import { runPath } from '../../../model/deployments/run.ts'
import { resourcePath } from '../../../model/paths.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import { useRunsHere } from '../../../components/wizard/runs-of.ts'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import { useRuns } from '../../../queries/use-run.ts'
import { HOME } from '../steps.ts'
import { targetsOf } from './targets.ts'
import { VerifyConnections } from './VerifyConnections.tsx'
import styles from './Verify.module.css'

/** The last step: what was made, looked at until it works. */
export function VerifyStep() {
  const { run, ofDraft } = useRunsHere(useRuns())
  const navigate = useNavigate()
  const targets = targetsOf(ofDraft)
  const draft = run?.origin.draft
  return (
    <>
      <WizardBody>
        {targets ? (
          <VerifyConnections
            {...targets}
            devicesAt={
              draft === undefined ? undefined : stepPath('device', `?draft=${draft}`, { home: HOME })
            }
          />
        ) : (
          <>
            <h1 className={styles.title} tabIndex={-1}>
              No connection to verify yet
            </h1>
            <p className={styles.text}>
              {run ? (
                <Link className={styles.link} to={runPath(run)}>
                  See how far the deployment is
                </Link>
              ) : (
                'A connection is made by the step Deploy.'
              )}
            </p>
          </>
        )}
      </WizardBody>
      <WizardFooter back={run && runPath(run)}>
        {targets && (
          <Button appearance="primary" onClick={() => void navigate(resourcePath(targets.gatewayId))}>
            Finish
          </Button>
        )}
      </WizardFooter>
    </>
  )
}
