import { Link } from 'react-router-dom'
import type { Step } from '../../model/site-to-site/answers.ts'
import styles from './FieldLink.module.css'
import { STEP_TITLES } from './steps.ts'
import { useWizard } from './wizard.ts'

interface FieldLinkProps {
  step: Step
  /** Its place in the answers. */
  field?: string
}

/** The way to where something is answered: a field of another step. */
export function FieldLink({ step, field }: FieldLinkProps) {
  const { pathOf } = useWizard()
  return (
    <Link className={styles.link} to={`${pathOf(step)}${field === undefined ? '' : `#${field}`}`}>
      Go to {STEP_TITLES[step]}
    </Link>
  )
}
