import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import { Remedies } from './Remedies.tsx'
import type { Said } from './said.ts'
import styles from './AskField.module.css'

/** What is said about a group of fields, under it. */
export function SaidLines({ id, said }: { id?: string; said: readonly Said[] }) {
  if (said.length === 0) return null
  return (
    <div id={id}>
      {said.map(({ is, text }) => (
        <p key={text} className={`${styles.said} ${is === 'error' ? styles.error : styles.advice}`}>
          <span aria-hidden>{is === 'error' ? <ErrorCircleFilled /> : <WarningFilled />}</span>
          <span className={is === 'error' ? styles.wrong : undefined}>{text}</span>
        </p>
      ))}
      <Remedies said={said} />
    </div>
  )
}
