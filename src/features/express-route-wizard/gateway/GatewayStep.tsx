import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { withGateway } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'
import { ExistingGateway } from './ExistingGateway.tsx'
import { HubGateway } from './HubGateway.tsx'
import { NetworkGateway } from './NetworkGateway.tsx'

/** What the circuits end at in Azure: a gateway that is there, or a new one in a virtual network or a virtual hub. */
export function GatewayStep() {
  const { answers, said, edit } = useWizard()
  const { goal, gateway } = answers
  const where = goal.to === 'hub' ? 'virtual hub' : 'virtual network'
  return (
    <PictureStep
      lead={`The ExpressRoute gateway of a ${where} is where the circuits end in Azure. It needs no circuit to be made.`}
    >
      <ChoiceField
        id="gateway.use"
        label="ExpressRoute gateway"
        value={gateway.use}
        said={said('gateway.use')}
        choices={[
          {
            value: 'new',
            label: 'Create a new gateway',
            help: 'It takes longest of all; the provider may be at work meanwhile.',
          },
          {
            value: 'existing',
            label: 'Use one that is there',
            help: 'Nothing of it is changed; the circuits are connected to it.',
          },
        ]}
        onChange={(use) => edit('gateway.use', (now) => withGateway(now, { use }))}
      />
      {gateway.use === 'existing' ? (
        <ExistingGateway />
      ) : goal.to === 'hub' ? (
        <HubGateway />
      ) : (
        <NetworkGateway />
      )}
    </PictureStep>
  )
}
