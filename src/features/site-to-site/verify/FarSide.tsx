import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { reasonOf } from '../../../model/errors.ts'
import type { Demo, DemoDevice } from '../../../queries/use-demo.ts'
import styles from './Verify.module.css'

const CHOICES: readonly { label: string; device: DemoDevice }[] = [
  { label: 'Come up', device: 'up' },
  { label: 'Keep silent', device: 'silent' },
  { label: 'Use another key', device: { key: 'another key than in Azure' } },
  { label: 'Use another phase 1', device: { mismatch: 'ike' } },
  { label: 'Use another phase 2', device: { mismatch: 'ipsec' } },
  { label: 'Use other selectors', device: { mismatch: 'selectors' } },
]

interface FarSideProps {
  connectionId: string
  demo: Demo
  onChanged: () => void
}

/** In the demo nobody loads a device: what it does is said here. */
export function FarSide({ connectionId, demo, onChanged }: FarSideProps) {
  const [said, setSaid] = useState<string>()

  async function set({ label, device }: (typeof CHOICES)[number]) {
    try {
      await demo.setFarSide(connectionId, device)
      setSaid(`Set: ${label.toLowerCase()}.`)
      onChanged()
    } catch (thrown) {
      setSaid(`The device could not be set: ${reasonOf(thrown)}`)
    }
  }

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
