import { Button } from '@fluentui/react-components'
import { WandRegular } from '@fluentui/react-icons'
import { goToField } from './go-to-field.ts'
import type { Said } from './said.ts'
import styles from './AskField.module.css'

/** One click puts right what is wrong. */
export function Remedies({ field, said }: { field?: string | undefined; said: readonly Said[] }) {
  const remedies = said.flatMap(({ remedy }) => remedy ?? [])
  if (remedies.length === 0) return null

  /** The button goes with what it puts right, so the focus goes to the field. */
  function mend(run: () => void) {
    run()
    if (field !== undefined) requestAnimationFrame(() => goToField(field))
  }

  return (
    <div className={styles.remedies}>
      {remedies.map(({ label, run }) => (
        <Button key={label} icon={<WandRegular />} onClick={() => mend(run)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
