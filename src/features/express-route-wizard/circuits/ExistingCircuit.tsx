import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { factsText } from '../../../components/wizard/options.ts'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { circuitsIn } from '../../../model/express-route/circuits-in.ts'
import { withOtherCircuit } from '../../../model/express-route/other-circuit.ts'
import { bandwidth } from '../../../model/format.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import type { PickOption } from '../../../ui/wizard/PickList.tsx'
import { useWizard } from '../wizard.ts'

/** Which circuit it is, by its name or its pasted id. */
export function ExistingCircuit({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around, said, edit } = useWizard()
  const field = `circuits.${index}.existing`
  const { estate } = around
  const all = useMemo(() => circuitOptions(estate), [estate])
  const others = answers.circuits.filter((one) => one !== circuit && one.use === 'existing')
  const options = all.filter(({ value }) => !others.some((one) => keyOf(one.existing) === keyOf(value)))
  const chosen = optionOf(circuit.existing, options)
  return (
    <PickField
      id={field}
      label="Which circuit"
      placeholder="Choose one, or paste its id"
      help={
        chosen && (
          <>
            {chosen.facts}. <ResourceLink id={chosen.value} name={`Open ${chosen.label}`} />
          </>
        )
      }
      said={said(field)}
      options={options}
      text={chosen?.label ?? (circuit.existing === '' ? '' : nameOfId(circuit.existing))}
      chosen={chosen?.value}
      onPick={(existing) => edit(field, (now) => withOtherCircuit(now, index, { existing }, around))}
    />
  )
}

function circuitOptions(estate: Estate): PickOption[] {
  return circuitsIn({ estate })
    .map(({ id, name, ...circuit }) => ({
      value: id,
      label: name,
      facts: factsText(
        circuit.serviceProviderName ?? 'own port',
        circuit.peeringLocation,
        circuit.bandwidthInMbps === undefined ? undefined : bandwidth(circuit.bandwidthInMbps),
        circuit.sku,
        circuit.serviceProviderProvisioningState,
      ),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
}
