import { Button, Checkbox } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { PlanRun } from '../../../model/deployments/run.ts'
import type { PlanValidation } from '../../../model/deployments/validation.ts'
import { count } from '../../../model/format.ts'
import type { Subscription } from '../../../model/inventory.ts'
import type { ChangeRow } from '../../../model/plan/change-rows.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import type { Right } from '../../../model/rights/right.ts'
import type { RightWords } from '../../../model/rights/words.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import { ActionButton } from '../../ActionButton.tsx'
import { codeTabs, type PlanCode } from '../../plan/code-tabs.ts'
import { PlanReview } from '../../plan/PlanReview.tsx'
import { FieldLink } from '../FieldLink.tsx'
import type { KnownRefusal } from '../refusal-text.ts'
import type { PlanTime } from '../RunningSummary.tsx'
import { neighbour, type ShownCheck, titleOf, useShownWizard } from '../shown-wizard.ts'
import { inTheWay, type PlanSecrets } from './in-the-way.ts'
import { Obstacles } from './Obstacles.tsx'
import { PlanSentence } from './PlanSentence.tsx'
import { forecastOf, shownValidation } from './review-of.tsx'

interface ReviewPageProps {
  review: {
    plan: Plan
    validation: PlanValidation
    validate: () => void
    rows: readonly ChangeRow[]
    code: PlanCode
    time: PlanTime
    /** Azure wants somebody to sign in before it takes anything. */
    needsSignIn: boolean
    isDemo: boolean
  }
  /** Those that have to hold for this plan. */
  checks: readonly ShownCheck[]
  secrets: PlanSecrets
  /** For all that the plan needs, and the step that lists it. */
  right: Right
  rightsAt: string
  subscriptions: readonly Subscription[]
  /** Why what is left cannot be created yet, where something has to wait. */
  waits?: string | undefined
  /** The run under way that makes the same. */
  same: PlanRun | undefined
  knownRefusal: KnownRefusal
  picture: ReactNode
  /** What it means for what is there, where nothing of that is changed. */
  effect: ReactNode
  /** What holds for all code. */
  codeNote: string
  /** What has to be known before the rest. */
  children?: ReactNode
  onCreate: () => void
}

const REFUSED: RightWords = {
  what: 'Azure refuses this plan as it is, for what is told above.',
  remedy: 'Change that, or check again where it was put right elsewhere.',
}

/** Begun all the same it would end at once, and a key typed for it would be gone with the page. */
const SIGN_IN_FIRST: RightWords = {
  what: 'Azure wants you to sign in before it takes this plan.',
  remedy:
    'Sign in at the top of the page. The plan is kept; keys are in memory only, and have to be entered again.',
}

function unread(number: number): RightWords {
  return {
    what: `${number === 1 ? 'The warning was' : `The ${number} warnings were`} not read yet.`,
    remedy: `Read ${number === 1 ? 'it' : 'them'} above, and tick the box there.`,
  }
}

/** What the answers come to, held against Azure, and the button that begins it. */
export function ReviewPage(props: ReviewPageProps) {
  const { review, checks, secrets, right, rightsAt, subscriptions, same, knownRefusal, waits } = props
  const { plan, validation, validate, rows, code, time, isDemo } = review
  const wizard = useShownWizard()
  const [begun, setBegun] = useState(false)
  // That of this press is shown in a moment.
  const running = begun ? undefined : same
  const { steps, step, isTold } = wizard
  const obstacle = inTheWay({
    plan,
    checks,
    steps,
    step,
    isTold,
    secrets,
    right,
    rightsAt,
    subscriptions,
    running,
    waits,
  })
  const findings = checks.filter(({ is }) => is === 'advice')
  // Others than those that were read are asked about anew.
  const warnings = JSON.stringify(findings.map(({ text }) => text))
  const [readWarnings, setReadWarnings] = useState('[]')
  const refused = validation.is === 'refused'
  const instead =
    (review.needsSignIn ? SIGN_IN_FIRST : obstacle?.words) ??
    (refused
      ? REFUSED
      : readWarnings === warnings || findings.length === 0
        ? undefined
        : unread(findings.length))
  const back = neighbour(wizard, 'back')
  return (
    <>
      <WizardBody>
        <Obstacles obstacle={obstacle} />
        <PlanReview
          title={titleOf(wizard.step, wizard)}
          sentence={
            <PlanSentence
              plan={plan}
              rows={rows}
              time={time}
              subscriptions={subscriptions}
              effect={props.effect}
            />
          }
          validation={shownValidation(validation, {
            scope: `/subscriptions/${plan.at.subscriptionId}/resourceGroups/${plan.at.resourceGroup}`,
            isDemo,
            onAgain: validate,
            knownRefusal,
          })}
          onValidate={validate}
          notice={props.children}
          picture={props.picture}
          rows={rows}
          forecast={forecastOf(validation)}
          findings={findings.map(({ text, step, field }) => ({
            text,
            to: <FieldLink step={step} field={field} />,
          }))}
          askRead={
            <Checkbox
              label={`I have read the ${findings.length === 1 ? 'warning' : `${findings.length} warnings`}`}
              checked={readWarnings === warnings}
              onChange={(_, { checked }) => setReadWarnings(checked === true ? warnings : '[]')}
            />
          }
          code={codeTabs(plan.name, code)}
          codeNote={props.codeNote}
        />
      </WizardBody>
      <WizardFooter
        back={back && wizard.pathOf(back.id)}
        note={
          refused
            ? 'Azure refuses this plan as it is: see why above.'
            : 'Once it is sent, which takes some seconds, Azure goes on by itself'
        }
        onClose={wizard.close}
      >
        <ActionButton
          label={`Create ${count(plan.resources.length, 'resource')}`}
          appearance="primary"
          right={right}
          {...(instead && { instead })}
          subscriptions={subscriptions}
          onClick={() => {
            // A second press would be a second deployment.
            if (begun) return
            setBegun(true)
            props.onCreate()
          }}
        />
        {refused && <Button onClick={validate}>Check again</Button>}
      </WizardFooter>
    </>
  )
}
