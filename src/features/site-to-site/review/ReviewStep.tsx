import { Button, Checkbox } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { codeTabs } from '../../../components/plan/code-tabs.ts'
import { PlanPicture } from '../../../components/plan/PlanPicture.tsx'
import { PlanReview } from '../../../components/plan/PlanReview.tsx'
import { runOfTheSame, runPath } from '../../../model/deployments/run.ts'
import { count } from '../../../model/format.ts'
import { changeRequestOf } from '../../../model/plan/change-request.ts'
import { changeRows } from '../../../model/plan/change-rows.ts'
import type { RightWords } from '../../../model/rights/words.ts'
import { pictureOf } from '../../../model/site-to-site/picture.ts'
import { rightsNeeded } from '../../../model/site-to-site/rights-needed.ts'
import { secretValues } from '../../../model/site-to-site/secrets.ts'
import { exportsOf } from '../../../queries/plan-exports.ts'
import { useTypicalTimes } from '../../../queries/use-operations.ts'
import { useRights } from '../../../queries/use-rights.ts'
import { useRuns, useStartRun } from '../../../queries/use-run.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import { FieldLink } from '../FieldLink.tsx'
import { useWizard } from '../wizard.ts'
import { inTheWay } from './in-the-way.ts'
import { Obstacles } from './Obstacles.tsx'
import { modifiedIn, PlanSentence } from './PlanSentence.tsx'
import { useReview } from './use-review.tsx'

const REFUSED: RightWords = {
  what: 'Azure refuses this plan as it is, for what is told above.',
  remedy: 'Change that, or check again where it was put right elsewhere.',
}

function unread(number: number): RightWords {
  return {
    what: `${number === 1 ? 'The warning was' : `The ${number} warnings were`} not read yet.`,
    remedy: `Read ${number === 1 ? 'it' : 'them'} above, and tick the box there.`,
  }
}

/** What the answers come to, held against Azure, and the button that begins it. */
export function ReviewStep() {
  const wizard = useWizard()
  const { answers, around, keys, keysGone, checks, plan, pathOf, close } = wizard
  const navigate = useNavigate()
  const start = useStartRun()
  const typicalOf = useTypicalTimes()
  const right = useRights(rightsNeeded(answers, around))
  const { validation, validate, foreseen, forecast } = useReview(plan)
  const picture = useMemo(() => pictureOf(answers, around, checks), [answers, around, checks])
  const rows = useMemo(() => changeRows(plan, foreseen, typicalOf), [plan, foreseen, typicalOf])
  const findings = checks.filter(({ is }) => is === 'advice')
  const code = useMemo(
    () =>
      codeTabs(plan.name, {
        ...exportsOf(plan),
        changeRequest: changeRequestOf(plan, {
          findings: checks.filter(({ is }) => is === 'advice'),
          modified: modifiedIn(rows),
          typicalOf,
        }),
      }),
    [plan, checks, rows, typicalOf],
  )
  const [begun, setBegun] = useState(false)
  const same = runOfTheSame(useRuns(), { ids: plan.resources.map(({ id }) => id), draft: wizard.draft })
  const values = secretValues(answers, keys)
  const { subscriptions } = around
  // That of this press is shown in a moment.
  const running = begun ? undefined : same
  const obstacle = inTheWay({ plan, checks, keysGone, values, right, subscriptions, running })
  // Others than those that were read are asked about anew.
  const warnings = JSON.stringify(findings.map(({ text }) => text))
  const [readWarnings, setReadWarnings] = useState('[]')
  const refused = validation.is === 'refused'
  const instead =
    obstacle?.words ??
    (refused
      ? REFUSED
      : readWarnings === warnings || findings.length === 0
        ? undefined
        : unread(findings.length))
  async function create() {
    // A second press would be a second deployment.
    if (begun) return
    setBegun(true)
    const draft = new URLSearchParams(await wizard.leave('review')).get('draft')
    const key = start(plan, values, {
      wizard: 'site-to-site',
      ...(draft !== null && { draft }),
    })
    void navigate(runPath({ key, origin: { wizard: 'site-to-site' } }))
  }

  const number = plan.resources.length
  return (
    <>
      <WizardBody>
        <Obstacles obstacle={obstacle} />
        <PlanReview
          sentence={<PlanSentence plan={plan} rows={rows} answers={answers} />}
          validation={validation}
          onValidate={validate}
          picture={<PlanPicture picture={picture} shape="wide" />}
          rows={rows}
          forecast={forecast}
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
          code={code}
          codeNote="The key is a secure parameter in all of them"
        />
      </WizardBody>
      <WizardFooter
        back={pathOf('device')}
        note={
          refused
            ? 'Azure refuses this plan as it is: see why above.'
            : 'Once it is sent, which takes some seconds, Azure goes on by itself'
        }
        onClose={close}
      >
        <ActionButton
          label={`Create ${count(number, 'resource')}`}
          appearance="primary"
          right={right}
          {...(instead && { instead })}
          subscriptions={subscriptions}
          onClick={() => void create()}
        />
        {refused && <Button onClick={validate}>Check again</Button>}
      </WizardFooter>
    </>
  )
}
