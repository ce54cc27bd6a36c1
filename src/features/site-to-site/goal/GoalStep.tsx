import { RightsNotice } from '../../../components/wizard/RightsNotice.tsx'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { typicalWords } from '../../../model/operations/durations.ts'
import { creationOf, planTime } from '../../../model/plan/plan-time.ts'
import { useTypicalTimes } from '../../../queries/use-operations.ts'
import { isTouched } from '../../../model/wizard/touched.ts'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { ExistingGateway } from './ExistingGateway.tsx'

const NEW_GATEWAY = creationOf({
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/new',
})

/** What it is for: everything else is proposed from here. */
export function GoalStep() {
  const { answers, around, plan, said, setGoal } = useWizard()
  const { goal } = answers
  const typicalOf = useTypicalTimes()
  // As the summary beside it has it; with a gateway that is there, what a new one would take.
  const time = goal.gateway === 'new' ? planTime(plan, typicalOf) : typicalOf(NEW_GATEWAY)
  return (
    <PictureStep lead="A tunnel over the internet between your devices and a virtual network. The rest is proposed from these answers.">
      <RightsNotice around={around} />
      <ChoiceField
        id="goal.gateway"
        label="VPN gateway"
        value={goal.gateway}
        said={said('goal.gateway')}
        choices={[
          {
            value: 'new',
            label: 'Create a new gateway',
            help: `Takes ${time ? `typically ${typicalWords(time)}` : 'most of an hour'}, and costs from the day it is there.`,
          },
          {
            value: 'existing',
            label: 'Use one that is there',
            help: 'Only the sites and their connections are added, in minutes.',
          },
        ]}
        onChange={(gateway) => setGoal({ gateway })}
      />
      {goal.gateway === 'existing' && <ExistingGateway />}
      <ChoiceField
        id="goal.devices"
        label="VPN devices on your side"
        value={String(goal.devices)}
        said={said('goal.devices')}
        choices={[
          { value: '1', label: 'One device', help: 'When it stops, so does the traffic.' },
          { value: '2', label: 'Two devices at one place', help: 'Either can take over. Needs BGP.' },
        ]}
        onChange={(devices) => setGoal({ devices: devices === '2' ? 2 : 1 })}
      />
      <ChoiceField
        id="goal.routing"
        label="Routing"
        value={goal.routing}
        said={said('goal.routing')}
        choices={[
          {
            value: 'static',
            label: 'Static',
            help: 'You list the networks behind the device.',
            why: unasked('static', goal.devices === 1, 'Default for one device'),
          },
          {
            value: 'bgp',
            label: 'BGP',
            help: 'Both sides tell each other their networks, and notice when a path is gone.',
            why: unasked('bgp', goal.devices === 2, 'Default for two devices'),
          },
        ]}
        onChange={(routing) => setGoal({ routing })}
      />
      {goal.gateway === 'new' && (
        <ChoiceField
          id="goal.use"
          label="Used for"
          value={goal.use}
          said={said('goal.use')}
          choices={[
            {
              value: 'production',
              label: 'Production',
              help: 'Two instances in three zones: an update of Azure interrupts nothing.',
            },
            {
              value: 'test',
              label: 'Development and test',
              help: 'One instance and the smallest SKU that has BGP.',
            },
          ]}
          onChange={(use) => setGoal({ use })}
        />
      )}
    </PictureStep>
  )

  function unasked(routing: typeof goal.routing, fits: boolean, why: string): string | undefined {
    return fits && goal.routing === routing && !isTouched(answers, 'goal.routing') ? why : undefined
  }
}
