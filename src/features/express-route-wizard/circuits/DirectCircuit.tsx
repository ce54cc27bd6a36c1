import { Switch } from '@fluentui/react-components'
import styles from '../../../components/wizard/FormStep.module.css'
import { sizesOnPort } from '../../../model/circuit/bandwidths.ts'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { roomOnPort } from '../../../model/express-route/circuit-choices.ts'
import { portsIn } from '../../../model/express-route/circuit-defaults.ts'
import { portOf } from '../../../model/express-route/place.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { SelectAnswer } from '../fields.ts'
import { withCircuitAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'

/** The pair of ports that it is on, and how much of it. */
export function DirectCircuit({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { around, edit, said } = useWizard()
  const field = `circuits.${index}`
  const ports = portsIn(around)
  const port = portOf(circuit, around)
  return (
    <>
      <div className={styles.two}>
        <SelectAnswer
          field={`${field}.portId`}
          label="Ports"
          value={port?.id ?? circuit.portId}
          help={
            ports.length === 0
              ? 'There is no pair of ports in the subscriptions that are shown. It is ordered and cabled first.'
              : undefined
          }
          options={ports.map((one) => ({
            value: one.id,
            label: `${one.name}, ${one.peeringLocation ?? 'location not given'}, ${one.bandwidthInGbps ?? '?'} Gbps`,
          }))}
          set={(now, portId) => withCircuitAt(now, index, { portId })}
        />
        <SelectAnswer
          field={`${field}.gbps`}
          label="Bandwidth"
          value={circuit.gbps}
          help={
            port
              ? `${roomOnPort(port)} Gbps are left for circuits on these ports. Can be raised later, not lowered.`
              : undefined
          }
          options={sizesOnPort(port?.bandwidthInGbps).map((gbps) => ({
            value: String(gbps),
            label: `${gbps} Gbps`,
          }))}
          set={(now, gbps) => withCircuitAt(now, index, { gbps })}
        />
      </div>
      <div id={`${field}.rateLimiting`}>
        <Switch
          label="Keep it to its bandwidth (rate limiting)"
          checked={circuit.rateLimiting}
          onChange={(_, { checked }) =>
            edit(`${field}.rateLimiting`, (now) => withCircuitAt(now, index, { rateLimiting: checked }))
          }
        />
        <p className={styles.note}>Without, one circuit can take from the others on the same ports.</p>
        <SaidLines said={said(`${field}.rateLimiting`)} />
      </div>
    </>
  )
}
