import { Switch } from '@fluentui/react-components'
import { useId } from 'react'
import { readOnlyStore, useReadOnly } from '../../queries/use-read-only.ts'
import styles from './ReadOnlySwitch.module.css'

/** For a panel of the shell: nothing is changed from this browser while it is on. */
export function ReadOnlySwitch() {
  const on = useReadOnly()
  const meaning = useId()
  return (
    <div>
      <Switch
        label="Read-only"
        className={styles.switch}
        aria-describedby={meaning}
        checked={on}
        onChange={(_, { checked }) => readOnlyStore.set(checked)}
      />
      <p id={meaning} className={styles.meaning}>
        Nothing is changed from this browser while it is on, whoever is signed in. It is remembered.
      </p>
    </div>
  )
}
