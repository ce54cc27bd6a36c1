import { Button, Select } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { reasonOf } from '../../../model/errors.ts'
import type { VpnConnection } from '../../../model/resources/virtual-wan.ts'
import type { DemoDevice } from '../../../queries/use-demo.ts'
import { useSiteDevice } from '../../../queries/use-site-device.ts'
import styles from '../Parts.module.css'

const CHOICES: readonly { label: string; device: DemoDevice }[] = [
  { label: 'Answers, and has what the connection has now', device: 'up' },
  { label: 'Does not answer', device: 'silent' },
  { label: 'Has another shared key', device: { key: 'another key than in Azure' } },
]

/** In the demo alone: what a person would do at the device of the branch. */
export function DemoBranchDevice({ connection }: { connection: VpnConnection }) {
  const id = useId()
  const set = useSiteDevice(connection)
  const [choice, setChoice] = useState(0)
  const [said, setSaid] = useState('')
  if (set === undefined) return null

  async function send() {
    const device = CHOICES[choice]?.device
    if (device === undefined) return
    try {
      await set?.(device)
      setSaid('The device is set. The tunnels begin anew.')
    } catch (thrown) {
      setSaid(`The device could not be set: ${reasonOf(thrown)}`)
    }
  }

  return (
    <details>
      <summary>Demo: the device of the branch</summary>
      <div className={styles.row}>
        <div>
          <label htmlFor={id}>The device</label>
          <Select id={id} value={String(choice)} onChange={(_, { value }) => setChoice(Number(value))}>
            {CHOICES.map(({ label }, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <Button onClick={() => void send()}>Set the device</Button>
      </div>
      <p className={styles.note} role="status">
        {said}
      </p>
    </details>
  )
}
