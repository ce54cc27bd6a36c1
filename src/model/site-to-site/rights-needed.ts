import { keyOf } from '../paths.ts'
import { parentId } from '../paths.ts'
import type { Answers } from './answers.ts'
import { groupId, groupName, isGroupThere, placeOf } from './place.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/** A right that a step of the plan needs. */
export interface NeededRight {
  /** `Microsoft.Network/connections/write` */
  action: string
  /** ARM id of a resource group, a subscription, or of something that is there already. */
  scope: string
}

/** How `Surroundings.rights` is asked: `<action> <scope>`. */
export function rightKey({ action, scope }: NeededRight): string {
  return `${action} ${scope}`
}

/**
 * Every right that the run of the plan needs, each once (ARM contract 12.6): writing each type in the group, using what is there already, the
 * deployment, and the group where it is new. In a new group it is the subscription that gives them.
 */
export function rightsNeeded(answers: Answers, around: Surroundings): NeededRight[] {
  const { goal, network, gateway } = answers
  const place = placeOf(answers, around)
  const { subscriptionId } = place
  if (subscriptionId === '') return []
  const subscription = `/subscriptions/${subscriptionId}`
  const isNewGroup =
    goal.gateway === 'new' &&
    network.group.is === 'new' &&
    !isGroupThere(subscriptionId, groupName(network.group), around)
  const at =
    isNewGroup || place.resourceGroup === '' ? subscription : groupId(subscriptionId, place.resourceGroup)
  const { resources } = planOf(answers, around)
  const needed: NeededRight[] = []
  if (isNewGroup)
    needed.push({ action: 'Microsoft.Resources/subscriptions/resourceGroups/write', scope: subscription })
  for (const verb of ['validate/action', 'whatIf/action', 'write', 'read'])
    needed.push({ action: `Microsoft.Resources/deployments/${verb}`, scope: at })
  for (const { id, type } of resources) {
    const parent = type.split('/').length > 2 ? parentId(id) : undefined
    needed.push({ action: `${type}/write`, scope: parent ?? at })
    // A resource of another group is in a deployment of its own there.
    const group = groupOf(parent)
    if (group !== undefined && keyOf(group) !== keyOf(at))
      needed.push({ action: 'Microsoft.Resources/deployments/write', scope: group })
  }
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
  return [...new Map(needed.map((one) => [keyOf(rightKey(one)), one])).values()]
}

function groupOf(id: string | undefined): string | undefined {
  return id?.split('/').slice(0, 5).join('/')
}
