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
export function DemoDevices({ connectionIds }: { connectionIds: readonly string[] }) {
  const order = useBranchDevices()
  const [said, setSaid] = useState<string>()
  if (order === undefined || connectionIds.length === 0) return null

  async function set({ label, device }: (typeof CHOICES)[number]) {
    try {
      await order?.(connectionIds, device)
      setSaid(`Set: ${label.toLowerCase()}.`)
    } catch (thrown) {
      setSaid(`The devices could not be set: ${reasonOf(thrown)}`)
    }
  }

  return (
    <div className={styles.farSide} role="group" aria-label="The devices, in the demo">
      <span className={styles.quiet}>
        In the demo the devices are made up. Let{' '}
        {connectionIds.length === 1
          ? 'the one that is not up'
          : `the ${connectionIds.length} that are not up`}
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
