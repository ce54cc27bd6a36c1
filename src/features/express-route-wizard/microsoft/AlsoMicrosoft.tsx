import { Switch } from '@fluentui/react-components'
import styles from '../../../components/wizard/FormStep.module.css'
import { canHaveMicrosoft, isMicrosoftAsked, withMicrosoft } from '../../../model/express-route/microsoft.ts'
import { useWizard } from '../wizard.ts'
import { MicrosoftTag } from './MicrosoftTag.tsx'

/** Asks for a Microsoft peering too, which has a step of its own then. Not where every circuit is somebody else's. */
export function AlsoMicrosoft() {
  const { answers, around, edit } = useWizard()
  if (!answers.circuits.some((one) => canHaveMicrosoft(one, answers, around))) return null
  return (
    <section className={styles.site} aria-label="Microsoft peering">
      <div id="microsoft">
        <Switch
          label="Also Microsoft peering"
          checked={isMicrosoftAsked(answers, around)}
          onChange={(_, { checked }) => edit('microsoft', (now) => withMicrosoft(now, checked, around))}
        />
      </div>
      <p className={styles.note}>
        For Microsoft’s public services over the circuit, Microsoft 365 and Azure storage among them. It needs
        the SKU Premium, public subnets and prefixes of your own, which a step after the private peering asks
        for.
      </p>
      {answers.circuits.map((circuit) => (
        <MicrosoftTag key={circuit.key} circuit={circuit} />
      ))}
    </section>
  )
}
