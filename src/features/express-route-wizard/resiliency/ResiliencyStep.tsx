import { RightsNotice } from '../../../components/wizard/RightsNotice.tsx'
import { groupOptions } from '../../../components/wizard/options.ts'
import { inAnother } from '../../../model/wizard/place.ts'
import { isTouched } from '../../../model/wizard/touched.ts'
import { deleteLockWords } from '../../../model/wizard/delete-lock.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { ChosenAnswer, SelectAnswer } from '../fields.ts'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { TargetAnswer } from './TargetAnswer.tsx'

/** What has to survive, what the circuits end on, and what they lead to: everything else is proposed from here. */
export function ResiliencyStep() {
  const { answers, around, said, setGoal } = useWizard()
  const { goal } = answers
  return (
    <PictureStep lead="A private line from your sites to Azure, through a provider or on ports of your own. What has to survive comes first: it decides how many circuits there are, and where.">
      <RightsNotice around={around} />
      <ChoiceField
        id="goal.resiliency"
        label="Resiliency"
        value={goal.resiliency}
        said={said('goal.resiliency')}
        choices={[
          {
            value: 'maximum',
            label: 'Maximum',
            help: 'Two circuits in two locations. Survives the loss of a whole location, and a failover can be tested. Costs two circuits.',
            why: goal.resiliency === 'maximum' ? 'Recommended for production' : undefined,
          },
          {
            value: 'high',
            label: 'High (Metro)',
            help: 'One circuit with its two links at two sites of a city. Survives the loss of one site, not of the city. Costs what a Standard circuit does.',
          },
          {
            value: 'standard',
            label: 'Standard',
            help: 'One circuit with both links at one site. Survives the loss of a link or a device; with the site everything is gone. For tests.',
          },
        ]}
        onChange={(resiliency) => setGoal({ resiliency })}
      />
      <ChoiceField
        id="goal.port"
        label="Circuits"
        value={goal.port}
        said={said('goal.port')}
        choices={[
          {
            value: 'provider',
            label: 'Through a provider',
            help: '50 Mbps to 10 Gbps. The provider brings the line to the location, and bills it by itself.',
          },
          {
            value: 'direct',
            label: 'On your own ports, ExpressRoute Direct',
            help: 'On a pair of 10, 100 or 400 Gbps ports that is there already. No provider is in between.',
          },
        ]}
        onChange={(port) => setGoal({ port })}
      />
      <ChoiceField
        id="goal.to"
        label="Connect to"
        value={goal.to}
        said={said('goal.to')}
        choices={[
          {
            value: 'network',
            label: 'A virtual network',
            help: 'Through an ExpressRoute gateway in it, and with it the networks that are peered.',
          },
          {
            value: 'hub',
            label: 'A virtual hub',
            help: 'Of a Virtual WAN, which brings all that is connected to the hub.',
          },
        ]}
        onChange={(to) => setGoal({ to })}
      />
      <TargetAnswer />
      <SelectAnswer
        field="goal.subscriptionId"
        label="Subscription of the circuits"
        value={goal.subscriptionId}
        options={around.subscriptions.map(({ subscriptionId, displayName }) => ({
          value: subscriptionId,
          label: displayName,
        }))}
        set={(now, subscriptionId) => ({
          ...now,
          goal: {
            ...now.goal,
            subscriptionId,
            group: inAnother(now.goal.group, isTouched(now, 'goal.group')),
          },
        })}
      />
      <ChosenAnswer
        field="goal.group"
        label="Resource group of new circuits"
        value={goal.group}
        remark={
          answers.circuits.some(({ use }) => use === 'new') ? deleteLockWords(goal.group, around) : undefined
        }
        options={groupOptions(around, goal.subscriptionId)}
        set={(now, group) => ({ ...now, goal: { ...now.goal, group } })}
      />
    </PictureStep>
  )
}
