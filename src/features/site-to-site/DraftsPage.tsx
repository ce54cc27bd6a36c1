import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { type PlanRun, runPath } from '../../model/deployments/run.ts'
import { STEPS } from '../../model/site-to-site/answers.ts'
import { useRuns } from '../../queries/use-run.ts'
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
  /** The newest first: a draft is where its last run is. */
  const runs = useRuns()
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
          <h2 className={styles.heading}>Drafts and set-ups</h2>
          <ul className={styles.list}>
            {drafts.map(({ key, name, left, at }) => {
              const step = STEPS.find((one) => !left.includes(one)) ?? 'review'
              const title = name === '' ? 'No gateway chosen yet' : name
              const run = runs.find(({ origin }) => origin.draft === key)
              return (
                <DraftRow
                  key={key}
                  title={title}
                  to={run ? runPath(run) : stepPath(step, `?draft=${key}`)}
                  note={run ? runNote(run) : `At ${STEP_TITLES[step]}, saved ${timeOf(at)}`}
                  onDiscard={() => {
                    stores.keys.forget(key)
                    stores.drafts.discard(key)
                  }}
                />
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

function runNote({ state }: PlanRun): string {
  switch (state.is) {
    case 'running':
      return 'Being deployed'
    case 'succeeded':
      return `Done, deployed ${timeOf(state.at)}`
    case 'failed':
    case 'unknown':
      return `Deployed in part or not at all, ${timeOf(state.at)}`
    default:
      return state satisfies never
  }
}

interface DraftRowProps {
  title: string
  to: string
  note: string
  onDiscard: () => void
}

/** The button that asked is gone. One and the same function, so that it is called once. */
const lead = (button: HTMLButtonElement | null) => button?.focus()

function DraftRow({ title, to, note, onDiscard }: DraftRowProps) {
  const [asked, setAsked] = useState(false)
  return (
    <li className={styles.draft}>
      <span className={styles.name}>
        <Link className={styles.link} to={to}>
          <bdi>{title}</bdi>
        </Link>
        <span className={styles.note}>
          {asked ? 'Everything typed in it goes. No resource in Azure is deleted.' : note}
        </span>
      </span>
      {asked ? (
        <>
          <Button size="small" ref={lead} onClick={() => setAsked(false)}>
            Keep
          </Button>
          <Button size="small" aria-label={`Discard draft ${title}`} onClick={onDiscard}>
            Discard draft
          </Button>
        </>
      ) : (
        <Button size="small" aria-label={`Discard ${title}`} onClick={() => setAsked(true)}>
          Discard
        </Button>
      )}
    </li>
  )
}
