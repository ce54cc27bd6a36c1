import { keyOf, parentId } from '../paths.ts'
import type { Plan } from '../plan/plan.ts'
import { groupId } from './place.ts'

/** A right that a step of the plan needs. */
export interface NeededRight {
  /** `Microsoft.Network/connections/write` */
  action: string
  /** ARM id of a resource group, a subscription, or of something that is there already. */
  scope: string
}

/** How `Around.rights` is asked: `<action> <scope>`. */
export function rightKey({ action, scope }: NeededRight): string {
  return `${action} ${scope}`
}

/** Where the rights of a plan's own group are asked: in a new group it is the subscription that gives them. */
export function scopeOfPlan({ at, groups }: Pick<Plan, 'at' | 'groups'>): string {
  return groups.length > 0 || at.resourceGroup === ''
    ? `/subscriptions/${at.subscriptionId}`
    : groupId(at.subscriptionId, at.resourceGroup)
}

/**
 * What the run of a plan needs (ARM contract 12.6): the group where it is new, the deployment, and writing each type. A child is asked for
 * at its parent where that is there, and one of another group is in a deployment of its own there.
 */
export function rightsOfRun(plan: Plan, isThere: (id: string) => boolean = () => true): NeededRight[] {
  const at = scopeOfPlan(plan)
  const needed: NeededRight[] = []
  for (const { subscriptionId } of plan.groups)
    needed.push({
      action: 'Microsoft.Resources/subscriptions/resourceGroups/write',
      scope: `/subscriptions/${subscriptionId}`,
    })
  for (const verb of ['validate/action', 'whatIf/action', 'write', 'read'])
    needed.push({ action: `Microsoft.Resources/deployments/${verb}`, scope: at })
  const own = groupId(plan.at.subscriptionId, plan.at.resourceGroup)
  for (const { id, type } of plan.resources) {
    const group = groupOf(id)
    const elsewhere = keyOf(group) === keyOf(own) ? undefined : group
    const parent = type.split('/').length > 2 ? parentId(id) : undefined
    const scope = parent !== undefined && isThere(parent) ? parent : (elsewhere ?? at)
    needed.push({ action: `${type}/write`, scope })
    if (elsewhere !== undefined)
      needed.push({ action: 'Microsoft.Resources/deployments/write', scope: elsewhere })
  }
  return needed
}

/** Each once. */
export function distinctRights(needed: readonly NeededRight[]): NeededRight[] {
  return [...new Map(needed.map((one) => [keyOf(rightKey(one)), one])).values()]
}

function groupOf(id: string): string {
  return id.split('/').slice(0, 5).join('/')
}
