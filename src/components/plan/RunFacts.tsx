import { stateVerdict, stateWord } from '../../model/operations/words.ts'
import type { PlanRun } from '../../model/deployments/run.ts'
import { parseArmId } from '../../model/paths.ts'
import { CopyButton } from '../CopyButton.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './RunFacts.module.css'

/** What of a deployment somebody needs who looks for it elsewhere. */
export function RunFacts({ run, portal }: { run: PlanRun; portal?: string | undefined }) {
  const { id, name, state, correlationId } = run
  const group = parseArmId(id)?.resourceGroup ?? ''
  return (
    <section aria-labelledby="deployment">
      <h2 className={styles.heading} id="deployment">
        Deployment
      </h2>
      <dl className={styles.facts}>
        <div>
          <dt>Name</dt>
          <dd>
            {portal === undefined ? (
              <bdi>{name}</bdi>
            ) : (
              <a className={styles.link} href={portal} target="_blank" rel="noreferrer">
                {name}
              </a>
            )}{' '}
            <CopyButton text={id} label="Copy deployment id" />
          </dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            <VerdictIcon verdict={stateVerdict(state)} /> {stateWord(state)}
          </dd>
        </div>
        <div>
          <dt>Resource group</dt>
          <dd>
            <bdi>{group}</bdi>
          </dd>
        </div>
        <div>
          <dt>Correlation id</dt>
          <dd>
            {correlationId === undefined ? (
              <span className={styles.quiet}>not told yet</span>
            ) : (
              <>
                <bdi className={styles.code}>{correlationId}</bdi>{' '}
                <CopyButton text={correlationId} label="Copy correlation id" />
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
