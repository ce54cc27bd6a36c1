import type { Estate, EstateRoleAssignment } from '../estates/estate.ts'
import type { Caller } from './caller.ts'

export interface Role {
  actions: readonly string[]
  notActions: readonly string[]
}

/** Built-in roles as published (Azure documentation, built-in-roles/general and /networking). */
const ROLES: Record<EstateRoleAssignment['role'], Role> = {
  Owner: { actions: ['*'], notActions: [] },
  Contributor: {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
      'Microsoft.Blueprint/blueprintAssignments/write',
      'Microsoft.Blueprint/blueprintAssignments/delete',
      'Microsoft.Compute/galleries/share/action',
      'Microsoft.Purview/consents/write',
      'Microsoft.Purview/consents/delete',
    ],
  },
  Reader: { actions: ['*/read'], notActions: [] },
  'Network Contributor': {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Insights/alertRules/*',
      'Microsoft.Network/*',
      'Microsoft.ResourceHealth/availabilityStatuses/read',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Support/*',
    ],
    notActions: [],
  },
}

/** The caller's roles in effect at a scope: assigned there or above. An estate without assignments is everybody's. */
export function rolesAt(estate: Estate, caller: Caller, scope: string): Role[] {
  const { roleAssignments } = estate
  if (roleAssignments === undefined) return [ROLES.Owner]
  return roleAssignments
    .filter(({ principalId, scope: at }) => isCaller(caller, principalId) && isAtOrBelow(scope, at))
    .map(({ role }) => ROLES[role])
}

/** Whether the caller has any role at a scope, above it or below it. */
export function hasRoleAround(estate: Estate, caller: Caller, scope: string): boolean {
  if (estate.roleAssignments === undefined) return true
  return estate.roleAssignments.some(
    ({ principalId, scope: at }) =>
      isCaller(caller, principalId) && (isAtOrBelow(scope, at) || isAtOrBelow(at, scope)),
  )
}

/** ARM contract 12.6: some role has the action among its actions and not among its own notActions. */
export function isGranted(roles: readonly Role[], action: string): boolean {
  return roles.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => fits(pattern, action)) &&
      !notActions.some((pattern) => fits(pattern, action)),
  )
}

/** Whether an ARM id is that of the scope or lies in it. */
export function isAtOrBelow(id: string, scope: string): boolean {
  const lower = scope.toLowerCase().replace(/\/$/, '')
  return id.toLowerCase() === lower || id.toLowerCase().startsWith(`${lower}/`)
}

function isCaller({ objectId }: Caller, principalId: string): boolean {
  return objectId.toLowerCase() === principalId.toLowerCase()
}

/** `*` is any run of characters, without regard to case. The patterns are the roles' own. */
function fits(pattern: string, action: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 'i').test(action)
}
