import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { isOnPort } from '../../../model/express-route/place.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { useWizard } from '../wizard.ts'
import { withPeeringAt } from '../with-circuit.ts'

interface WhoMakesItProps {
  circuit: CircuitAnswers
  index: number
  label: string
}

/** Who makes the private peering: asked before the order, which notes it on the circuit and states what is made, and with the peering. */
export function WhoMakesIt({ circuit, index, label }: WhoMakesItProps) {
  const { answers, around, said, edit } = useWizard()
  const field = `circuits.${index}.peering.by`
  return (
    <ChoiceField
      id={field}
      label={label}
      value={circuit.peering.by}
      said={said(field)}
      choices={[
        {
          value: 'customer',
          label: 'You do',
          help: 'The provider carries frames (layer 2), and your routers speak BGP with Microsoft.',
        },
        {
          value: 'provider',
          label: 'The provider does',
          help: 'It runs layer 3 and makes the peering at its side, which is shown as soon as it is there.',
          unfit: isOnPort(circuit, answers, around)
            ? 'Not on an own port, which has no provider.'
            : undefined,
        },
      ]}
      onChange={(by) => edit(field, (now) => withPeeringAt(now, index, { by }))}
    />
  )
}
