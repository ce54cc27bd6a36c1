import { regionOptions } from '../../../components/wizard/options.ts'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { SelectAnswer } from '../fields.ts'
import { withCircuitAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'

/** Where the resource is kept, which is not where its links are. */
export function RegionAnswer({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { around } = useWizard()
  return (
    <SelectAnswer
      field={`circuits.${index}.region`}
      label="Region of the resource"
      value={circuit.region}
      options={regionOptions(around)}
      help={
        around.regions.is === 'reading'
          ? 'The regions are being read.'
          : 'Where Azure keeps the resource. Traffic enters at the peering location.'
      }
      set={(now, region) => withCircuitAt(now, index, { region })}
    />
  )
}
