import { Button } from '@fluentui/react-components'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { SensitiveValue } from '../../../components/fields/SensitiveValue.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { handOffFacts, handOffText } from '../../../model/circuit/hand-off.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import styles from './CircuitLead.module.css'

/** What the provider is given. The key is sensitive: whoever has it can order on this circuit. */
export function HandOff({ circuit }: { circuit: ExpressRouteCircuit }) {
  const provider = circuit.serviceProviderName ?? 'the provider'
  return (
    <section className={styles.card} aria-label={`For ${provider}`}>
      <h2 className={styles.heading}>For {provider}</h2>
      <p className={styles.text}>
        Give {provider} the service key and what stands beside it. Whoever has the key can order on this
        circuit, so it goes to nobody else.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Service key</dt>
          <dd>
            {circuit.serviceKey === undefined ? (
              'not given by Azure'
            ) : (
              <SensitiveValue text={circuit.serviceKey} label="service key" />
            )}
          </dd>
        </div>
        {handOffFacts(circuit).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {circuit.serviceKey !== undefined && (
        <div className={styles.row}>
          <CopyButton text={handOffText(circuit)} label="Copy the order, with the key" worded />
          <Button
            size="small"
            onClick={() => saveFile(`${circuit.name}-order.txt`, handOffText(circuit), 'text/plain')}
          >
            Save the order, with the key
          </Button>
        </div>
      )}
    </section>
  )
}
