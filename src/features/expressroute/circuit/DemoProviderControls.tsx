import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import type { Demo, DemoProviderAct } from '../../../queries/use-demo.ts'
import styles from './CircuitLead.module.css'

const ACTS: [act: DemoProviderAct, label: string][] = [
  ['provision', 'Provision it'],
  ['refuse', 'Refuse the order'],
  ['deprovision', 'Deprovision it'],
]

interface DemoProviderControlsProps {
  circuit: ExpressRouteCircuit
  demo: Demo
  onActed: () => Promise<void>
}

/** In the demo the provider is whoever looks at it. */
export function DemoProviderControls({ circuit, demo, onActed }: DemoProviderControlsProps) {
  const [problem, setProblem] = useState<string>()
  async function act(what: DemoProviderAct) {
    setProblem(undefined)
    try {
      await demo.setProvider(circuit.id, what)
      await onActed()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className={styles.demo} role="group" aria-label="Demo: the provider">
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
