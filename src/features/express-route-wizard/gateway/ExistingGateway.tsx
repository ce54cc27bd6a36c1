import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { gatewayOptions } from '../../../components/wizard/options.ts'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { existingGateway } from '../../../model/express-route/place.ts'
import { nameOfId } from '../../../model/paths.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { withGateway } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'
import { Given } from './Given.tsx'
import { hubGatewayOptions } from './hub-options.ts'

/** Which gateway it is, by its name or its pasted id, and what it is like. */
export function ExistingGateway() {
  const { answers, around, said, edit } = useWizard()
  const { estate } = around
  const { goal, gateway } = answers
  const options = useMemo(
    () => (goal.to === 'hub' ? hubGatewayOptions(estate) : gatewayOptions(estate, 'ExpressRoute')),
    [estate, goal.to],
  )
  const chosen = optionOf(gateway.existing, options)
  const found = existingGateway(answers, around)
  return (
    <>
      <PickField
        id="gateway.existing"
        label="Which gateway"
        placeholder="Choose one, or paste its id"
        help={
          chosen && (
            <>
              {chosen.facts}. <ResourceLink id={chosen.value} name={`Open ${chosen.label}`} />
            </>
          )
        }
        said={said('gateway.existing')}
        options={options}
        text={chosen?.label ?? (gateway.existing === '' ? '' : nameOfId(gateway.existing))}
        chosen={chosen?.value}
        onPick={(id) => edit('gateway.existing', (now) => withGateway(now, { existing: id }))}
      />
      {found && (
        <dl className={`${styles.two} ${styles.given}`}>
          {found.kind === 'virtualNetworkGateway' ? (
            <Given label="SKU">{found.sku ?? 'not read'}</Given>
          ) : (
            <Given label="Scale units">{`${found.minScaleUnits ?? '?'} to ${found.maxScaleUnits ?? '?'}`}</Given>
          )}
          <Given label="State">{found.provisioningState ?? 'not read'}</Given>
        </dl>
      )}
    </>
  )
}
