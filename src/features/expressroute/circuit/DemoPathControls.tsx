import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { connectionsOf } from '../../../model/edits/gateway-connections.ts'
import { privatePeeringOf } from '../../../model/edits/peering.ts'
import { reasonOf } from '../../../model/errors.ts'
import type { Estate } from '../../../model/estate.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { useCircuitFarEnds } from '../../../queries/use-circuit-far-ends.ts'
import type { DemoPath, DemoPathCondition } from '../../../queries/use-demo.ts'
import styles from './DemoPathControls.module.css'

const PATHS: Record<DemoPath, string> = {
  primary: 'Primary',
  secondary: 'Secondary',
  both: 'Both',
}

const CONDITIONS: Record<DemoPathCondition, string> = {
  up: 'Is as the peering says',
  noAnswer: 'Does not answer: the link is down',
  vlan: 'Is on another VLAN ID',
  noSession: 'Answers, and speaks no BGP',
  asn: 'Has another AS number',
  noRoutes: 'Announces nothing',
  routeLimit: 'Announces more prefixes than the circuit takes',
}

// Object.keys knows no literal types.
const PATH_NAMES = Object.keys(PATHS) as DemoPath[]
const CONDITION_NAMES = Object.keys(CONDITIONS) as DemoPathCondition[]

type Step = { is: 'idle' } | { is: 'setting' } | { is: 'set' } | { is: 'failed'; why: string }

interface DemoPathControlsProps {
  circuit: ExpressRouteCircuit
  estate: Estate
}

/** In the demo alone: what a person would do at the routers of the site. */
export function DemoPathControls({ circuit, estate }: DemoPathControlsProps) {
  const peering = privatePeeringOf(circuit)
  const connections = connectionsOf(circuit, estate)
  const set = useCircuitFarEnds(circuit.id, [
    ...(peering === undefined ? [] : [peering.id]),
    ...connections.flatMap(({ id, gateway1Id }) => [id, gateway1Id ?? id]),
  ])
  const [path, setPath] = useState<DemoPath>('secondary')
  const [condition, setCondition] = useState<DemoPathCondition>('noAnswer')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  if (set === undefined || peering === undefined) return null

  async function send() {
    setStep({ is: 'setting' })
    try {
      await set?.(path, condition)
      setStep({ is: 'set' })
    } catch (error) {
      setStep({ is: 'failed', why: reasonOf(error) })
    }
  }

  return (
    <details className={styles.details}>
      <summary>Demo: the routers at the far end</summary>
      <div className={styles.section}>
        <p className={styles.note}>
          Azure cannot change a router of yours; in the demo you can be the one who does. Nothing is sent to
          Azure.
        </p>
        <div className={styles.row}>
          <Field label="Path">
            <Select
              value={path}
              onChange={(_, { value }) => {
                setPath(PATH_NAMES.find((one) => one === value) ?? 'both')
                setStep({ is: 'idle' })
              }}
            >
              {PATH_NAMES.map((one) => (
                <option key={one} value={one}>
                  {PATHS[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Its router" className={styles.wide}>
            <Select
              value={condition}
              onChange={(_, { value }) => {
                setCondition(CONDITION_NAMES.find((one) => one === value) ?? 'up')
                setStep({ is: 'idle' })
              }}
            >
              {CONDITION_NAMES.map((one) => (
                <option key={one} value={one}>
                  {CONDITIONS[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Button disabledFocusable={step.is === 'setting'} onClick={() => void send()}>
            Set the router
          </Button>
        </div>
        <p className={styles.text} role="status">
          {step.is === 'set' && 'The router is set.'}
          {step.is === 'failed' && `The router could not be set: ${step.why}`}
        </p>
      </div>
    </details>
  )
}
