import { distinctRights, rightsOfRun, scopeOfPlan, type NeededRight } from '../wizard/needed-rights.ts'
import type { Answers } from './answers.ts'
import { placeOf } from './place.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Every right that the run of the plan needs, each once (ARM contract 12.6): writing each type in the group, using what is there already, the
 * deployment, and the group where it is new. In a new group it is the subscription that gives them.
 */
export function rightsNeeded(answers: Answers, around: Surroundings): NeededRight[] {
  const { goal, network, gateway } = answers
  if (placeOf(answers, around).subscriptionId === '') return []
  const plan = planOf(answers, around)
  const at = scopeOfPlan(plan)
  const needed = rightsOfRun(plan)
  if (goal.gateway === 'new') {
    // What is new is joined too, in the group that it will be in.
    if (network.network.is === 'new')
      needed.push({ action: 'Microsoft.Network/virtualNetworks/subnets/join/action', scope: at })
    if (gateway.addresses.some((one) => one.is === 'new'))
      needed.push({ action: 'Microsoft.Network/publicIPAddresses/join/action', scope: at })
    if (network.network.is === 'existing' && network.network.id !== '')
      needed.push({
        action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
        scope: network.network.id,
      })
    for (const address of gateway.addresses)
      if (address.is === 'existing' && address.id !== '')
        needed.push({ action: 'Microsoft.Network/publicIPAddresses/join/action', scope: address.id })
  }
  return distinctRights(needed)
}
