import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Exchange } from './exchange.ts'
import { gatewayError } from './refusals.ts'
import { hasRoleAround, isGranted, rolesAt } from './roles.ts'

const VERBS: Record<string, string> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
}

/** The right a request needs: `Microsoft.Network/connections/read`, `Microsoft.Network/virtualNetworkGateways/reset/action`. */
export function actionOf(method: string, segments: string[]): string {
  const at = segments.map((one) => one.toLowerCase()).lastIndexOf('providers')
  const verb = VERBS[method]
  if (at === -1) {
    if (isOfDeployment(segments)) return 'Microsoft.Resources/deployments/operations/read'
    const type = segments.length > 2 ? 'subscriptions/resourceGroups' : 'subscriptions'
    return `Microsoft.Resources/${type}/${verb ?? 'action'}`
  }
  const types = segments.slice(at + 2).filter((_, index) => index % 2 === 0)
  if (isKeyReset(segments)) return [segments[at + 1], ...types, segments.at(-1), 'action'].join('/')
  // Reading a key is an action of its own, which Reader lacks (ARM contract 12.6).
  const reads = verb === 'read' && types.at(-1)?.toLowerCase() !== 'sharedkey'
  return [segments[at + 1], ...types, reads ? 'read' : verb === 'read' ? 'action' : (verb ?? 'action')].join(
    '/',
  )
}

/** `S/resourcegroups/{g}/deployments/{d}/operations`: the one path of a provider that does not name it (ARM contract 12.3). */
function isOfDeployment(segments: string[]): boolean {
  return /^\/subscriptions\/[^/]+\/(resourcegroups\/[^/]+\/)?deployments\//i.test(`/${segments.join('/')}`)
}

/** The one action of two words, `…/connections/{c}/sharedkey/reset`; that its right is named after both is assumed. */
function isKeyReset(segments: string[]): boolean {
  return /^sharedkey\/reset$/i.test(segments.slice(-2).join('/'))
}

/** What the request is about: the resource, or for a list the scope it lists. */
export function scopeOf(segments: string[]): string {
  const at = segments.map((one) => one.toLowerCase()).lastIndexOf('providers')
  // `/subscriptions/{}/resources` and the like list what the subscription has.
  if (at === -1) return `/${segments.slice(0, segments.length === 3 ? 2 : 4).join('/')}`
  const inside = segments.length - at - 2
  if (inside <= 1) return `/${segments.slice(0, at).join('/')}`
  if (isKeyReset(segments)) return `/${segments.slice(0, -2).join('/')}`
  return `/${(inside % 2 === 0 ? segments : segments.slice(0, -1)).join('/')}`
}

/**
 * 403 for what no role of the caller allows, before anything is looked at. A read of a subscription or a group, or of a list in
 * one, needs any role there, above or below: what it shows is what may be read (ARM contract 6, unverified).
 */
export function refuseWithoutRight(exchange: Exchange): Answer | undefined {
  const { estate, caller, method, segments } = exchange
  if (segments[0]?.toLowerCase() !== 'subscriptions' || segments.length < 2) return undefined
  const action = actionOf(method, segments)
  const scope = scopeOf(segments)
  if (exchange.may(action, scope)) return undefined
  const reads = method === 'GET' || method === 'HEAD'
  const isContainer = scope.split('/').length <= 5 || isOperation(segments)
  const subscription = `/${segments.slice(0, 2).join('/')}`
  const around = isOperation(segments) ? subscription : scope
  if (reads && isContainer && hasRoleAround(estate, caller, around)) return undefined
  return authorizationFailed(caller, action, scope)
}

/** Who was let start an operation may ask how it goes (assumed). */
function isOperation(segments: string[]): boolean {
  return /^(operations|operationresults)$/i.test(segments.at(-2) ?? '')
}

/** Whether the caller's roles allow an action on a scope. */
export function mayOf({ estate, caller }: Pick<Exchange, 'estate' | 'caller'>): Exchange['may'] {
  return (action, scope) =>
    estate.roleAssignments === undefined || isGranted(rolesAt(estate, caller, scope), action)
}

/** Message as recorded (ARM contract 5). */
export function authorizationFailed(caller: Caller, action: string, scope: string): Answer {
  return gatewayError(
    403,
    'AuthorizationFailed',
    `The client '${caller.name}' with object id '${caller.objectId}' does not have authorization to perform ` +
      `action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please ` +
      'refresh your credentials.',
  )
}
