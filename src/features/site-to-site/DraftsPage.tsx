import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { Link, useNavigate } from 'react-router-dom'
import { STEPS } from '../../model/site-to-site/answers.ts'
import { useWizardDrafts, useWizardStores } from '../../queries/use-wizard-drafts.ts'
import { timeOf } from './DraftNote.tsx'
import { MOST_DRAFTS } from '../../queries/wizard-drafts.ts'
import styles from './DraftsPage.module.css'
import { STEP_TITLES, stepPath, WIZARD } from './steps.ts'

/** What was begun and not finished, in any tab of this browser. */
export function DraftsPage({ gone = false }: { gone?: boolean }) {
  const drafts = useWizardDrafts(WIZARD)
  const stores = useWizardStores()
  const navigate = useNavigate()
  return (
    <div className={styles.page}>
      <title>Set up VPN · Hybrid Connectivity Hub</title>
      <h1 className={styles.title} tabIndex={-1}>
        Set up VPN
      </h1>
      <p className={styles.lead}>
        {gone
          ? 'This draft is not in this browser: it was discarded, or made in another browser or by another account.'
          : 'Site-to-site VPN, from nothing to a verified tunnel. Drafts are kept in this browser, without keys.'}
      </p>
      <Button
        appearance="primary"
        icon={<AddRegular />}
        onClick={() => void navigate('/create/site-to-site/goal')}
      >
        Start a new one
      </Button>
      {drafts.length > 0 && (
        <>
          <h2 className={styles.heading}>Drafts</h2>
          <ul className={styles.list}>
            {drafts.map(({ key, name, left, at }) => {
              const step = STEPS.find((one) => !left.includes(one)) ?? 'review'
              const title = name === '' ? 'No gateway chosen yet' : name
              return (
                <li key={key} className={styles.draft}>
                  <span className={styles.name}>
                    <Link className={styles.link} to={stepPath(step, `?draft=${key}`)}>
                      <bdi>{title}</bdi>
                    </Link>
                    <span className={styles.note}>
                      At {STEP_TITLES[step]}, saved {timeOf(at)}
                    </span>
                  </span>
                  <Button
                    size="small"
                    aria-label={`Discard ${title}`}
                    onClick={() => {
                      stores.keys.forget(key)
                      stores.drafts.discard(key)
                    }}
                  >
                    Discard
                  </Button>
                </li>
              )
            })}
          </ul>
          <p className={styles.lead}>
            This browser keeps the {MOST_DRAFTS} drafts that were changed last. One more takes the place of
            the oldest.
          </p>
        </>
      )}
    </div>
  )
}
