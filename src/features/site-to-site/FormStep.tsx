import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Step } from '../../model/site-to-site/answers.ts'
import { ErrorSummary } from '../../ui/wizard/ErrorSummary.tsx'
import { goToField } from '../../ui/wizard/go-to-field.ts'
import { WizardBody } from '../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../ui/wizard/WizardFooter.tsx'
import styles from './FormStep.module.css'
import { RunningSummary } from './RunningSummary.tsx'
import { STEP_TITLES, stepPath } from './steps.ts'
import { summaryLine } from './summary.ts'
import { withPlace } from './with-place.ts'
import { useWizard } from './wizard.ts'

interface FormStepProps {
  step: Step
  lead?: ReactNode
  back?: Step
  next: Step
  /** Needs the whole width: without the picture beside it. */
  wide?: true
  children: ReactNode
}

/** One group of questions, what they come to, and the way on. */
export function FormStep({ step, lead, back, next, wide, children }: FormStepProps) {
  const wizard = useWizard()
  const navigate = useNavigate()
  const errors = wizard.checks.filter((check) => check.step === step && check.is === 'error')
  const asked = wizard.isLeft(step)

  async function goOn() {
    const [first] = errors
    const search = await wizard.leave(step)
    // The fields say what is wrong before the focus comes to them.
    if (first) requestAnimationFrame(() => goToField(first.field))
    else void navigate(stepPath(next, search))
  }

  return (
    <>
      <WizardBody
        aside={
          wide
            ? undefined
            : {
                title: 'What will exist',
                summary: summaryLine(wizard),
                content: <RunningSummary step={step} />,
              }
        }
      >
        <h1 className={styles.title} tabIndex={-1}>
          {STEP_TITLES[step]}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {asked && <ErrorSummary problems={errors.map((one) => withPlace(one, wizard.answers))} />}
        <div className={styles.questions}>{children}</div>
      </WizardBody>
      <WizardFooter back={back && wizard.pathOf(back)} note={noteOf(errors.length)} onClose={wizard.close}>
        <Button appearance="primary" onClick={() => void goOn()}>
          Next: {STEP_TITLES[next]}
        </Button>
      </WizardFooter>
    </>
  )
}

function noteOf(errors: number): string | undefined {
  if (errors === 0) return undefined
  return errors === 1
    ? 'Next goes to the 1 error on this step'
    : `Next goes to the first of ${errors} errors on this step`
}
