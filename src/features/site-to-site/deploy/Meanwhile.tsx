import { DocumentTextRegular, KeyRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { CopyButton } from '../../../components/CopyButton.tsx'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { connectionIdOf } from '../../../model/site-to-site/place.ts'
import { stepPath } from '../steps.ts'
import { useWizard } from '../wizard.ts'
import { handedKeys } from './handed-keys.ts'
import styles from './Deploy.module.css'

/** What there is to do while Azure works: the other end of each tunnel. */
export function Meanwhile({ run, isOver }: { run: PlanRun; isOver: boolean }) {
  const { draft } = run.origin
  const wizard = useWizard()
  const connections = run.resources.filter(({ type }) => /\/connections$/i.test(type))
  const sent = new Set(connections.map(({ id }) => keyOf(id)))
  const { answers, around } = wizard
  const sites = answers.sites.filter((site) => sent.has(keyOf(connectionIdOf(site, answers, around))))
  // Of another draft, or of none, they are not this run's.
  const keys = draft !== undefined && wizard.draft === draft ? handedKeys(wizard.keys, sites) : []
  return (
    <section aria-labelledby="meanwhile">
      <h2 className={styles.heading} id="meanwhile">
        {isOver ? 'For the devices' : 'Meanwhile'}
      </h2>
      <ul className={styles.meanwhile}>
        {draft !== undefined && (
          <li>
            <DocumentTextRegular aria-hidden />
            <span>
              <strong>Prepare the devices:</strong>{' '}
              <span className={styles.quiet}>
                their configurations are ready, with a placeholder for the key.
              </span>
            </span>
            <Link className={styles.link} to={stepPath('device', `?draft=${draft}`)}>
              Open device files
            </Link>
          </li>
        )}
        <li>
          <KeyRegular aria-hidden />
          <span>
            <strong>Hand over the shared key:</strong>{' '}
            <span className={styles.quiet}>
              {keys.length > 0
                ? 'it is in this tab’s memory only, and gone after a reload. Azure has it too, once a connection is made.'
                : connections.length > 0
                  ? 'it is no longer in this tab’s memory. Azure tells it on the page of a connection, once that is made.'
                  : 'there is none in this run.'}
            </span>
          </span>
          {keys.length > 0 ? (
            <span className={styles.copies}>
              {keys.map(({ label, key }) => (
                <CopyButton key={label} worded text={key} label={label} />
              ))}
            </span>
          ) : (
            <span className={styles.copies}>
              {connections.map(({ id }) => (
                <bdi key={id}>{nameOfId(id)}</bdi>
              ))}
            </span>
          )}
        </li>
      </ul>
    </section>
  )
}
