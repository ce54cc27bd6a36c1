import { AlsoMicrosoft } from '../microsoft/AlsoMicrosoft.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { CircuitPeering } from './CircuitPeering.tsx'

/** The private peering of each circuit: what both routers of each link have to agree on. */
export function PeeringStep() {
  const { circuits } = useWizard().answers
  return (
    <PictureStep lead="The private peering is how your routers and Microsoft’s speak BGP over both links of a circuit. Both sides need the same values.">
      {circuits.map((circuit, index) => (
        <CircuitPeering key={circuit.key} circuit={circuit} index={index} />
      ))}
      <AlsoMicrosoft />
    </PictureStep>
  )
}
