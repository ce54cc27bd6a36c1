import { keyOf } from '../paths.ts'
import { distinctRights, rightsOfRun, type NeededRight } from '../wizard/needed-rights.ts'
import type { Answers } from './answers.ts'
import { placeOf, wanIdOf } from './place.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/** Every right that the run of the plan needs, each once (ARM contract 12.6); what is there already is joined. */
export function rightsNeeded(answers: Answers, around: Surroundings): NeededRight[] {
  if (placeOf(answers, around).subscriptionId === '') return []
  const { goal, hub } = answers
  const plan = planOf(answers, around)
  const isThere = (id: string) => around.estate.resources.get(keyOf(id)) !== undefined
  return distinctRights([
    ...rightsOfRun(plan, isThere),
    ...(goal.wan.is === 'existing' && goal.wan.id !== '' && hub.use === 'new'
      ? [{ action: 'Microsoft.Network/virtualWans/join/action', scope: wanIdOf(answers, around) }]
      : []),
    ...hub.networks.flatMap((scope) =>
      scope === '' ? [] : [{ action: 'Microsoft.Network/virtualNetworks/peer/action', scope }],
    ),
  ])
}
