import { Button } from '@fluentui/react-components'
import { WandRegular } from '@fluentui/react-icons'
import type { Said } from './said.ts'
import styles from './AskField.module.css'

/** One click puts right what is wrong. */
export function Remedies({ said }: { said: readonly Said[] }) {
  const remedies = said.flatMap(({ remedy }) => remedy ?? [])
  if (remedies.length === 0) return null
  return (
    <div className={styles.remedies}>
      {remedies.map(({ label, run }) => (
        <Button key={label} icon={<WandRegular />} onClick={run}>
          {label}
        </Button>
      ))}
    </div>
  )
}
