import styles from '../../../components/wizard/FormStep.module.css'
import { TextAnswer } from '../fields.ts'
import { withGateway } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'

/** Between how many scale units Azure sizes the gateway; the same twice stays fixed. */
export function ScaleUnits({ help }: { help: string }) {
  const { units } = useWizard().answers.gateway
  return (
    <fieldset className={styles.group} id="gateway.units">
      <legend>Scale units</legend>
      <p className={styles.note}>{help} The same number twice stays fixed.</p>
      <div className={styles.two}>
        <TextAnswer
          field="gateway.units.min"
          label="At least"
          numeric
          value={units.min}
          set={(now, min) => withGateway(now, { units: { ...now.gateway.units, min } })}
        />
        <TextAnswer
          field="gateway.units.max"
          label="At most"
          numeric
          value={units.max}
          set={(now, max) => withGateway(now, { units: { ...now.gateway.units, max } })}
        />
      </div>
    </fieldset>
  )
}
