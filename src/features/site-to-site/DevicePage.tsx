import { DeviceStep } from './DeviceStep.tsx'
import { FormStep } from '../../components/wizard/FormStep.tsx'
import { useWizard } from './wizard.ts'

/** What the other side is set to; nothing of it changes the plan. */
export function DevicePage() {
  const { answers, around, keys, made, edit } = useWizard()
  return (
    <FormStep lead="What each device has to be set to. It can wait: the same is on the page of each connection later.">
      <DeviceStep
        answers={answers}
        estate={around.estate}
        keys={keys}
        made={made}
        onChange={(change) => edit('device', change)}
      />
    </FormStep>
  )
}
