import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { hubOf } from '../../../model/express-route/place.ts'
import { nameOfId } from '../../../model/paths.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { TextAnswer } from '../fields.ts'
import { withGateway } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'
import { Given } from './Given.tsx'
import { hubOptions } from './hub-options.ts'
import { ScaleUnits } from './ScaleUnits.tsx'

/** A new gateway in a virtual hub: the hub, a name and scale units. */
export function HubGateway() {
  const { answers, around, said, edit } = useWizard()
  const { estate } = around
  const { gateway } = answers
  const options = useMemo(() => hubOptions(estate), [estate])
  const chosen = optionOf(gateway.hub, options)
  const hub = hubOf(answers, around)
  return (
    <>
      <PickField
        id="gateway.hub"
        label="Virtual hub"
        placeholder="Choose one, or paste its id"
        help={chosen?.facts}
        said={said('gateway.hub')}
        options={options}
        text={chosen?.label ?? (gateway.hub === '' ? '' : nameOfId(gateway.hub))}
        chosen={chosen?.value}
        onPick={(id) => edit('gateway.hub', (now) => withGateway(now, { hub: id }))}
      />
      {hub && (
        <dl className={`${styles.two} ${styles.given}`}>
          <Given label="Region" help="Given by the hub">
            {regionName(hub.location ?? '')}
          </Given>
          <Given label="Routing state" help="A gateway needs it to be Provisioned">
            {hub.routingState ?? 'not read'}
          </Given>
        </dl>
      )}
      <TextAnswer
        field="gateway.name"
        label="Name"
        value={gateway.name}
        set={(now, name) => withGateway(now, { name })}
      />
      <ScaleUnits help="2 Gbps each, 1 to 10. One unit may dip while Azure maintains it." />
    </>
  )
}
