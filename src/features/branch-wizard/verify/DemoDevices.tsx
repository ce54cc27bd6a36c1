import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import styles from '../../../components/wizard/Verify.module.css'
import { reasonOf } from '../../../model/errors.ts'
import type { DemoDevice } from '../../../queries/use-demo.ts'
import { useBranchDevices } from '../../../queries/use-branch-devices.ts'

const CHOICES: readonly { label: string; device: DemoDevice }[] = [
  { label: 'Come up', device: 'up' },
  { label: 'Keep silent', device: 'silent' },
  { label: 'Use another key', device: { key: 'another key than in Azure' } },
]

/** In the demo nobody loads a device: what those of the branches do is said here. */
export function DemoDevices({ all, notUp }: { all: readonly string[]; notUp: readonly string[] }) {
  const order = useBranchDevices()
  const [said, setSaid] = useState<string>()
  /** Those that are not up, while there are any. */
  const meant = notUp.length > 0 ? notUp : all
  if (order === undefined || meant.length === 0) return null

  async function set({ label, device }: (typeof CHOICES)[number]) {
    try {
      await order?.(meant, device)
      setSaid(`Set: ${label.toLowerCase()}.`)
    } catch (thrown) {
      setSaid(`The devices could not be set: ${reasonOf(thrown)}`)
    }
  }

  return (
    <div className={styles.farSide} role="group" aria-label="The devices, in the demo">
      <span className={styles.quiet}>
        In the demo the devices are made up. Let {whose(meant.length, notUp.length > 0)}
      </span>
      {CHOICES.map((choice) => (
        <Button key={choice.label} size="small" onClick={() => void set(choice)}>
          {choice.label}
        </Button>
      ))}
      <span className={styles.quiet} role="status">
        {said}
      </span>
    </div>
  )
}

function whose(many: number, notUp: boolean): string {
  if (many === 1) return notUp ? 'the one that is not up' : 'it'
  return notUp ? `the ${many} that are not up` : `all ${many}`
}
