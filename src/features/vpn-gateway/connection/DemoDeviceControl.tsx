import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import type { Connection } from '../../../model/resources/vpn.ts'
import type { DemoDevice } from '../../../queries/use-demo.ts'
import { useFarSide } from '../../../queries/use-far-side.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'

const CHOICES = {
  up: 'Answers, and has what the connection has now',
  silent: 'Does not answer',
  key: 'Has another shared key',
  ike: 'Has another policy of phase 1 (IKE)',
  ipsec: 'Has another policy of phase 2 (IPsec)',
  selectors: 'Wants other traffic selectors',
} as const

type Choice = keyof typeof CHOICES

type Step = { is: 'idle' } | { is: 'setting' } | { is: 'set' } | { is: 'failed'; why: string }

/** In the demo alone: what a person would do at the device on-premises. */
export function DemoDeviceControl({ connection }: { connection: Connection }) {
  const set = useFarSide(connection.id)
  const [choice, setChoice] = useState<Choice>('silent')
  const [key, setKey] = useState('')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  if (set === undefined || connection.localNetworkGatewayId === undefined) return null
  const device = deviceOf(choice, key)

  async function send(wanted: DemoDevice) {
    setStep({ is: 'setting' })
    try {
      await set?.(wanted)
      setKey('')
      setStep({ is: 'set' })
    } catch (error) {
      setStep({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <details className={parts.details}>
      <summary>Demo: the device at the far end</summary>
      <div className={styles.section}>
        <p className={parts.note}>
          Azure cannot change a device; in the demo you can be the one who does. Nothing is sent to Azure.
        </p>
        <Field label="The device" className={styles.field}>
          <Select
            value={choice}
            onChange={(_, { value }) => {
              setChoice(CHOICE_NAMES.find((one) => one === value) ?? 'up')
              setStep({ is: 'idle' })
            }}
          >
            {CHOICE_NAMES.map((one) => (
              <option key={one} value={one}>
                {CHOICES[one]}
              </option>
            ))}
          </Select>
        </Field>
        {choice === 'key' && (
          <Field label="Key of the device" className={styles.field}>
            <Input
              type="password"
              value={key}
              autoComplete="new-password"
              spellCheck={false}
              onChange={(_, { value }) => setKey(value)}
            />
          </Field>
        )}
        <Button
          disabledFocusable={device === undefined || step.is === 'setting'}
          onClick={() => device !== undefined && void send(device)}
        >
          Set the device
        </Button>
        <p className={parts.text} role="status">
          {step.is === 'set' && 'The device is set. The tunnels begin anew.'}
          {step.is === 'failed' && (
            <>
              <VerdictIcon verdict="down" /> The device could not be set: {step.why}
            </>
          )}
        </p>
      </div>
    </details>
  )
}

// Object.keys knows no literal types.
const CHOICE_NAMES = Object.keys(CHOICES) as Choice[]

/** `undefined` where a key is to be typed first. */
function deviceOf(choice: Choice, key: string): DemoDevice | undefined {
  switch (choice) {
    case 'up':
    case 'silent':
      return choice
    case 'key':
      return key === '' ? undefined : { key }
    case 'ike':
    case 'ipsec':
    case 'selectors':
      return { mismatch: choice }
    default:
      return choice satisfies never
  }
}
