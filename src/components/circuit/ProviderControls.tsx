import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { reasonOf } from '../../model/errors.ts'
import styles from './Circuit.module.css'

const ACTS = [
  ['provision', 'Provision it'],
  ['refuse', 'Refuse the order'],
  ['deprovision', 'Deprovision it'],
  // Of one that runs layer 3.
  ['peer', 'Make the private peering'],
] as const

type Act = (typeof ACTS)[number][0]

/** What a provider can do with a circuit, by its state (ExpressRoute document 2.6). */
const FITTING: ReadonlyMap<string, readonly Act[]> = new Map<string, readonly Act[]>([
  ['notprovisioned', ['provision', 'refuse']],
  ['provisioning', ['refuse', 'deprovision']],
  ['provisioned', ['deprovision', 'peer']],
  ['deprovisioning', []],
])

interface ProviderControlsProps {
  /** Of several on one page, whose. */
  name?: string | undefined
  /** `serviceProviderProvisioningState`; of one that is not known everything is offered, and the demo says what cannot be. */
  state: string | undefined
  /** It has a private peering, whoever made it. */
  peered: boolean
  /** @throws where the circuit's state does not allow it, with a sentence that says why */
  onAct: (act: Act) => Promise<void>
}

/** In the demo the provider is whoever looks at it. */
export function ProviderControls({ name, state, peered, onAct }: ProviderControlsProps) {
  const [problem, setProblem] = useState<string>()
  const now = useId()
  const fitting = FITTING.get(state?.toLowerCase() ?? '')
  async function act(what: Act) {
    setProblem(undefined)
    try {
      await onAct(what)
    } catch (error) {
      setProblem(reasonOf(error))
    }
  }
  return (
    <div
      className={styles.demo}
      role="group"
      aria-label={name === undefined ? 'Demo: the provider' : `Demo: the provider of ${name}`}
    >
      <span className={styles.word} id={now}>
        Demo: be the provider{state !== undefined && `. It is ${state}`}
      </span>
      {ACTS.map(([what, label]) => (
        <Button
          key={what}
          size="small"
          aria-describedby={now}
          disabledFocusable={
            (fitting !== undefined && !fitting.includes(what)) || (what === 'peer' && peered)
          }
          onClick={() => void act(what)}
        >
          {label}
        </Button>
      ))}
      <span role="status">{problem}</span>
    </div>
  )
}
