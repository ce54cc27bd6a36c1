import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { groupOptions } from '../../../components/wizard/options.ts'
import { RightsNotice } from '../../../components/wizard/RightsNotice.tsx'
import { wanThere } from '../../../model/branch/place.ts'
import { withWan } from '../../../model/branch/with-wan.ts'
import { nameOfId } from '../../../model/paths.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { ChosenAnswer, SelectAnswer, TextAnswer } from '../fields.ts'
import { Given, GivenList } from '../Given.tsx'
import { wanOptions } from '../options.ts'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'

/** The virtual WAN, and where what is new goes. */
export function GoalStep() {
  const { answers, around, said, put } = useWizard()
  const { goal } = answers
  const { estate } = around
  const options = useMemo(() => wanOptions(estate), [estate])
  const isNew = goal.wan.is === 'new'
  const id = goal.wan.is === 'existing' ? goal.wan.id : ''
  const chosen = optionOf(id, options)
  const wan = wanThere(answers, around)
  return (
    <PictureStep lead="A branch reaches Azure through a hub of a virtual WAN, over the internet. One branch or hundreds: the rest is proposed from these answers.">
      <RightsNotice around={around} />
      <ChoiceField
        id="goal.wan.is"
        label="Virtual WAN"
        value={goal.wan.is}
        choices={[
          { value: 'existing', label: 'Use one that is there', help: 'It is not changed itself.' },
          {
            value: 'new',
            label: 'Create a new one',
            help: 'Of type Standard, whose hubs reach each other and take every kind of gateway.',
          },
        ]}
        onChange={(is) =>
          put(
            withWan(
              answers,
              is === 'new'
                ? { is, name: '' }
                : { is, id: options.length === 1 ? (options[0]?.value ?? '') : '' },
              around,
            ),
          )
        }
      />
      {isNew ? (
        <TextAnswer
          field="goal.wan"
          label="Name"
          value={goal.wan.is === 'new' ? goal.wan.name : ''}
          set={(now, name) => ({ ...now, goal: { ...now.goal, wan: { is: 'new', name } } })}
        />
      ) : (
        <PickField
          id="goal.wan"
          label="Which virtual WAN"
          placeholder="Choose one, or paste its id"
          help={chosen?.facts}
          said={said('goal.wan')}
          options={options}
          text={chosen?.label ?? (id === '' ? '' : nameOfId(id))}
          chosen={chosen?.value}
          onPick={(picked) => put(withWan(answers, { is: 'existing', id: picked }, around))}
        />
      )}
      {isNew ? (
        <SelectAnswer
          field="goal.subscriptionId"
          label="Subscription"
          value={goal.subscriptionId}
          options={around.subscriptions.map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          set={(now, subscriptionId) => ({
            ...now,
            goal: { ...now.goal, subscriptionId, group: { is: 'new', name: '' } },
          })}
        />
      ) : (
        <GivenList id="goal.subscriptionId">
          <Given label="Subscription" help="Given by the virtual WAN">
            {around.subscriptions.find(({ subscriptionId }) => subscriptionId === goal.subscriptionId)
              ?.displayName ?? goal.subscriptionId}
          </Given>
          <Given
            label="Type"
            help={
              wan?.wanType?.toLowerCase() === 'basic' ? 'Site-to-site VPN alone' : 'Every kind of gateway'
            }
          >
            {wan?.wanType ?? 'Not read'}
          </Given>
        </GivenList>
      )}
      <ChosenAnswer
        field="goal.group"
        label="Resource group for what is new"
        value={goal.group}
        options={groupOptions(around, goal.subscriptionId)}
        set={(now, group) => ({ ...now, goal: { ...now.goal, group } })}
      />
    </PictureStep>
  )
}
