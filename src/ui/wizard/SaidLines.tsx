import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import { Remedies } from './Remedies.tsx'
import type { Said } from './said.ts'
import styles from './AskField.module.css'

interface SaidLinesProps {
  id?: string
  /** Where the focus goes when something was put right. */
  field?: string
  said: readonly Said[]
}

/** What is said about a group of fields, under it. */
export function SaidLines({ id, field, said }: SaidLinesProps) {
  if (said.length === 0) return null
  return (
    <div id={id}>
      {said.map(({ is, text }) => (
        <p key={text} className={`${styles.said} ${is === 'error' ? styles.error : styles.advice}`}>
          <span aria-hidden>{is === 'error' ? <ErrorCircleFilled /> : <WarningFilled />}</span>
          <span className={is === 'error' ? styles.wrong : undefined}>{text}</span>
        </p>
      ))}
      <Remedies field={field} said={said} />
    </div>
  )
}
