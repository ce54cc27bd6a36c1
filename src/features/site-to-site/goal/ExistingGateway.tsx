import { useMemo } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { nameOfId } from '../../../model/paths.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { gatewayOptions } from '../../../components/wizard/options.ts'
import { useWizard } from '../wizard.ts'
import { withGateway } from '../with-answers.ts'

/** Which gateway it is, by its name or its pasted id. */
export function ExistingGateway() {
  const { answers, around, said, edit } = useWizard()
  const { estate } = around
  const options = useMemo(() => gatewayOptions(estate, 'Vpn'), [estate])
  const { existing } = answers.gateway
  const chosen = optionOf(existing, options)
  return (
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
      text={chosen?.label ?? (existing === '' ? '' : nameOfId(existing))}
      chosen={chosen?.value}
      onPick={(id) => edit('gateway.existing', (now) => withGateway(now, { existing: id }))}
    />
  )
}
