import { useMemo } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { regionOptions } from '../../../components/wizard/options.ts'
import type { Answers, Hub, RoutingPreference } from '../../../model/branch/answers.ts'
import { hubThere, isBasic, wanIdOf } from '../../../model/branch/place.ts'
import { nameOfId } from '../../../model/paths.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { SelectAnswer, TextAnswer } from '../fields.ts'
import { Given, GivenList } from '../Given.tsx'
import { hubOptions } from '../options.ts'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { Networks } from './Networks.tsx'

function withHub(answers: Answers, change: Partial<Hub>): Answers {
  return { ...answers, hub: { ...answers.hub, ...change } }
}

/** The hub that the branches come to, new or there. */
export function HubStep() {
  const { answers, said, edit } = useWizard()
  const { goal, hub } = answers
  return (
    <PictureStep lead="The hub ends the tunnels of the branches and routes between them, virtual networks and other hubs.">
      {goal.wan.is === 'existing' && (
        <ChoiceField
          id="hub.use"
          label="Virtual hub"
          value={hub.use}
          said={said('hub.use')}
          choices={[
            {
              value: 'existing',
              label: 'Use one that is there',
              help: 'It is not changed itself: branches are added to it.',
            },
            {
              value: 'new',
              label: 'Create a new one',
              help: 'It costs from the day it is there, also while it is empty.',
            },
          ]}
          onChange={(use) => edit('hub.use', (now) => withHub(now, { use }))}
        />
      )}
      {hub.use === 'existing' ? <ExistingHub /> : <NewHub />}
      <Networks />
    </PictureStep>
  )
}

function ExistingHub() {
  const { answers, around, said, edit } = useWizard()
  const { existing } = answers.hub
  const { estate } = around
  const wanId = wanIdOf(answers, around)
  const options = useMemo(() => hubOptions(wanId, estate), [wanId, estate])
  const chosen = optionOf(existing, options)
  const hub = hubThere(answers, around)
  return (
    <>
      <PickField
        id="hub.existing"
        label="Which hub"
        placeholder="Choose one, or paste its id"
        help={chosen?.facts}
        said={said('hub.existing')}
        options={options}
        text={chosen?.label ?? (existing === '' ? '' : nameOfId(existing))}
        chosen={chosen?.value}
        onPick={(id) => edit('hub.existing', (now) => withHub(now, { existing: id }))}
      />
      {hub && (
        <GivenList>
          <Given label="Region" help="Given by the hub">
            {regionName(hub.location ?? '')}
          </Given>
          <Given label="Routing state" help={routingHelp(hub.routingState)}>
            {hub.routingState ?? 'Not read'}
          </Given>
          <Given label="Address space">{hub.addressPrefix ?? 'Not read'}</Given>
          <Given label="Open">
            <ResourceLink id={hub.id} />
          </Given>
        </GivenList>
      )}
    </>
  )
}

function routingHelp(state: string | undefined): string {
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return 'Its router is ready'
    case 'provisioning':
      return 'Its router is still being made: the review waits for it'
    case 'failed':
      return 'Its router has failed'
    default:
      return 'The router of the hub, apart from the hub itself'
  }
}

const PREFERENCES: readonly { value: RoutingPreference; label: string }[] = [
  { value: 'ExpressRoute', label: 'ExpressRoute before VPN' },
  { value: 'VpnGateway', label: 'VPN before ExpressRoute' },
  { value: 'ASPath', label: 'The shortest AS path' },
]

function NewHub() {
  const { answers, around, checks, isTold } = useWizard()
  const { hub } = answers
  const needed = checks.some((one) => /^hub\.(capacity|preference)/.test(one.field) && isTold(one))
  return (
    <>
      <TextAnswer
        field="hub.name"
        label="Name"
        value={hub.name}
        set={(now, name) => withHub(now, { name })}
      />
      <SelectAnswer
        field="hub.region"
        label="Region"
        value={hub.region}
        options={regionOptions(around)}
        help={around.regions.is === 'reading' ? 'The regions are being read.' : undefined}
        set={(now, region) => withHub(now, { region })}
      />
      <TextAnswer
        field="hub.prefix"
        label="Address space"
        value={hub.prefix}
        placeholder="10.100.0.0/23"
        set={(now, prefix) => withHub(now, { prefix })}
      />
      {!isBasic(answers, around) && (
        <Folded
          title="Advanced"
          defaults={`${hub.capacity} routing units, ${PREFERENCES.find(({ value }) => value === hub.preference)?.label ?? ''}`}
          needed={needed}
        >
          <TextAnswer
            field="hub.capacity"
            label="Routing infrastructure units"
            value={hub.capacity}
            numeric
            set={(now, capacity) => withHub(now, { capacity })}
          />
          <SelectAnswer
            field="hub.preference"
            label="Routing preference"
            help="Which way is taken where several lead to the same network."
            value={hub.preference}
            options={PREFERENCES}
            set={(now, value) =>
              withHub(now, {
                preference: PREFERENCES.find((one) => one.value === value)?.value ?? 'ExpressRoute',
              })
            }
          />
        </Folded>
      )}
    </>
  )
}
