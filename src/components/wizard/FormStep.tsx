import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { ErrorSummary } from '../../ui/wizard/ErrorSummary.tsx'
import { goToField } from '../../ui/wizard/go-to-field.ts'
import { WizardBody } from '../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../ui/wizard/WizardFooter.tsx'
import styles from './FormStep.module.css'
import { neighbour, stepPath, titleOf, useShownWizard } from './shown-wizard.ts'

interface FormStepProps {
  lead?: ReactNode
  /** What the answers come to, beside the questions; absent where these need the whole width. */
  aside?: { summary: string; content: ReactNode } | undefined
  children: ReactNode
}

/** The step that is shown, as one group of questions, what they come to, and the way on. */
export function FormStep({ lead, aside, children }: FormStepProps) {
  const wizard = useShownWizard()
  const navigate = useNavigate()
  const { step } = wizard
  const errors = wizard.checks.filter((check) => check.step === step && check.is === 'error')
  const next = neighbour(wizard, 'next')
  const back = neighbour(wizard, 'back')

  async function goOn(to: string) {
    const [first] = errors
    const search = await wizard.leave(step)
    // The fields say what is wrong before the focus comes to them.
    if (first) requestAnimationFrame(() => goToField(first.field))
    else void navigate(stepPath(to, search, wizard))
  }

  return (
    <>
      <WizardBody aside={aside && { title: 'What will exist', ...aside }}>
        <h1 className={styles.title} tabIndex={-1}>
          {titleOf(step, wizard)}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {wizard.isLeft(step) && (
          <ErrorSummary problems={errors.map((one) => ({ field: one.field, text: wizard.placed(one) }))} />
        )}
        <div className={styles.questions}>{children}</div>
      </WizardBody>
      <WizardFooter back={back && wizard.pathOf(back.id)} note={noteOf(errors.length)} onClose={wizard.close}>
        {next && (
          <Button appearance="primary" onClick={() => void goOn(next.id)}>
            Next: {next.title}
          </Button>
        )}
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
