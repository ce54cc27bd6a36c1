import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { type PlanRun, runPath } from '../../model/deployments/run.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { timeOf } from './draft-time.ts'
import styles from './DraftsPage.module.css'
import { stepPath, type StepTitle } from './shown-wizard.ts'

/** `whenRead`: what is there has to be read first, and the wizard's home leads on then. */
export type GoesOn = { step: string } | 'whenRead'

interface DraftsPageProps {
  title: string
  lead: string
  /** What a draft without a name is called. */
  nameless: string
  home: string
  steps: readonly StepTitle[]
  /** The step of a draft all of whose steps were left. */
  last: string
  drafts: readonly WizardDraft[]
  /** Of any wizard, the newest first: a draft is where its last run is. */
  runs: readonly PlanRun[]
  /** Where a draft goes on whose last run went well; absent: at that run. */
  goesOnAt?: (draft: WizardDraft) => GoesOn | undefined
  /** How many drafts are kept. */
  most: number
  /** The address names a draft that is not there. */
  gone: boolean
  onDiscard: (key: string) => void
}

/** What was begun and not finished, in any tab of this browser. */
export function DraftsPage(props: DraftsPageProps) {
  const { title, lead, nameless, home, steps, last, drafts, runs, goesOnAt, most, gone, onDiscard } = props
  const navigate = useNavigate()
  const [first] = steps
  return (
    <div className={styles.page}>
      <title>{`${title} · Hybrid Connectivity Hub`}</title>
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.lead}>
        {gone
          ? 'This draft is not in this browser: it was discarded, or made in another browser or by another account.'
          : lead}
      </p>
      <Button
        appearance="primary"
        icon={<AddRegular />}
        onClick={() => void navigate(first ? stepPath(first.id, '', { home }) : home)}
      >
        Start a new one
      </Button>
      {drafts.length > 0 && (
        <>
          <h2 className={styles.heading}>Drafts and set-ups</h2>
          <ul className={styles.list}>
            {drafts.map((draft) => {
              const { key, name, left, at } = draft
              const lastRun = runs.find(({ origin }) => origin.draft === key)
              const onAt = lastRun?.state.is === 'succeeded' ? goesOnAt?.(draft) : undefined
              const run = onAt === undefined ? lastRun : undefined
              const begun = steps.find(({ id }) => !left.includes(id))?.id ?? last
              const goesOn = onAt ?? { step: begun }
              return (
                <DraftRow
                  key={key}
                  title={name === '' ? nameless : name}
                  to={run ? runPath(run) : wayTo(goesOn, key, home)}
                  note={run ? runNote(run) : `${placeOf(goesOn, steps)}, saved ${timeOf(at)}`}
                  onDiscard={() => onDiscard(key)}
                />
              )
            })}
          </ul>
          <p className={styles.lead}>
            This browser keeps the {most} drafts that were changed last. One more takes the place of the
            oldest.
          </p>
        </>
      )}
    </div>
  )
}

function wayTo(goesOn: GoesOn, key: string, home: string): string {
  const search = `?draft=${key}`
  return goesOn === 'whenRead' ? `${home}${search}` : stepPath(goesOn.step, search, { home })
}

function placeOf(goesOn: GoesOn, steps: readonly StepTitle[]): string {
  if (goesOn === 'whenRead') return 'Where it goes on is being read'
  return `At ${steps.find(({ id }) => id === goesOn.step)?.title ?? goesOn.step}`
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
