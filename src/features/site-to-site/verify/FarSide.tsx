import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { reasonOf } from '../../../model/errors.ts'
import type { DemoDevice } from '../../../queries/use-demo.ts'
import { useFarSide } from '../../../queries/use-far-side.ts'
import styles from '../../../components/wizard/Verify.module.css'

const CHOICES: readonly { label: string; device: DemoDevice }[] = [
  { label: 'Come up', device: 'up' },
  { label: 'Keep silent', device: 'silent' },
  { label: 'Use another key', device: { key: 'another key than in Azure' } },
  { label: 'Use another phase 1', device: { mismatch: 'ike' } },
  { label: 'Use another phase 2', device: { mismatch: 'ipsec' } },
  { label: 'Use other selectors', device: { mismatch: 'selectors' } },
]

/** In the demo nobody loads a device: what it does is said here. */
export function FarSide({ connectionId }: { connectionId: string }) {
  const order = useFarSide(connectionId)
  const [said, setSaid] = useState<string>()

  async function set({ label, device }: (typeof CHOICES)[number]) {
    try {
      await order?.(device)
      setSaid(`Set: ${label.toLowerCase()}.`)
    } catch (thrown) {
      setSaid(`The device could not be set: ${reasonOf(thrown)}`)
    }
  }

  if (order === undefined) return null
  return (
    <div className={styles.farSide} role="group" aria-label="The device, in the demo">
      <span className={styles.quiet}>In the demo the device is made up. Let it</span>
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
