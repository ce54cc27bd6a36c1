import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { CircuitMicrosoft } from './CircuitMicrosoft.tsx'

/** The Microsoft peering of each circuit, where one is wanted: nothing of the private path waits for it. */
export function MicrosoftStep() {
  const { circuits } = useWizard().answers
  return (
    <PictureStep lead="A Microsoft peering leads to Microsoft’s public services, beside the private peering and with public addresses that are yours. Microsoft checks them before its BGP comes up, which may take days; nothing else waits for it.">
      {circuits.map((circuit, index) => (
        <CircuitMicrosoft key={circuit.key} circuit={circuit} index={index} />
      ))}
    </PictureStep>
  )
}
