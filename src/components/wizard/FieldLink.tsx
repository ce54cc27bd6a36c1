import { Link } from 'react-router-dom'
import styles from './FieldLink.module.css'
import { titleOf, useShownWizard } from './shown-wizard.ts'

interface FieldLinkProps {
  step: string
  /** Its place in the answers. */
  field?: string | undefined
}

/** The way to where something is answered: a field of another step. */
export function FieldLink({ step, field }: FieldLinkProps) {
  const wizard = useShownWizard()
  return (
    <Link className={styles.link} to={`${wizard.pathOf(step)}${field === undefined ? '' : `#${field}`}`}>
      Go to {titleOf(step, wizard)}
    </Link>
  )
}
