import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { reasonOf } from '../../model/errors.ts'
import styles from './Circuit.module.css'

const ACTS = [
  ['provision', 'Provision it'],
  ['refuse', 'Refuse the order'],
  ['deprovision', 'Deprovision it'],
] as const

interface ProviderControlsProps {
  /** Of several on one page, whose. */
  name?: string | undefined
  /** @throws where the circuit's state does not allow it, with a sentence that says why */
  onAct: (act: (typeof ACTS)[number][0]) => Promise<void>
}

/** In the demo the provider is whoever looks at it. */
export function ProviderControls({ name, onAct }: ProviderControlsProps) {
  const [problem, setProblem] = useState<string>()
  async function act(what: (typeof ACTS)[number][0]) {
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
      <span className={styles.word}>Demo: be the provider</span>
      {ACTS.map(([what, label]) => (
        <Button key={what} size="small" onClick={() => void act(what)}>
          {label}
        </Button>
      ))}
      <span role="status">{problem}</span>
    </div>
  )
}
