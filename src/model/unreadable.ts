import { count } from './format.ts'
import { type HubError, isAzuresWord } from './errors.ts'
import { tenantName, tenantOfScope } from './directory.ts'
import type { Subscription, Tenant, Unreadable } from './inventory.ts'
import { nameOfId, parseArmId } from './paths.ts'

/** The name of a scope as a person knows it: a directory, a subscription, a resource group or a resource. */
export function scopeName(
  scope: string,
  subscriptions: readonly Subscription[],
  tenants: readonly Tenant[] = [],
): string {
  const tenantId = tenantOfScope(scope)
  if (tenantId !== undefined) return tenantName(tenantId, tenants)
  if (parseArmId(scope)) return nameOfId(scope)
  const [, , subscriptionId, , resourceGroup] = scope.split('/')
  if (resourceGroup) return resourceGroup
  const known = subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId?.toLowerCase(),
  )
  return known?.displayName ?? subscriptionId ?? scope
}

/** What could not be read, as a heading: "connections in Lab", "Directory fabrikam.example". */
export function unreadTitle(
  { scope, what }: Pick<Unreadable, 'scope' | 'what'>,
  subscriptions: readonly Subscription[],
  tenants: readonly Tenant[],
): string {
  if (scope === '/tenants') return 'Other directories of your account'
  const name = scopeName(scope, subscriptions, tenants)
  return tenantOfScope(scope) === undefined ? `${what} in ${name}` : `Directory ${name}`
}

/** What could not be read, in one clause; `undefined` when everything could. */
export function unreadableSummary(
  unreadable: readonly Unreadable[],
  subscriptions: readonly Subscription[],
  tenants: readonly Tenant[] = [],
): string | undefined {
  const [first] = unreadable
  if (!first) return undefined
  const scopes = new Set(unreadable.map(({ scope }) => scope.toLowerCase()))
  if (scopes.size > 1) return `${count(scopes.size, 'scope')} could not be read completely`
  const name = scopeName(first.scope, subscriptions, tenants)
  return unreadable.length > 1
    ? `${name} could not be read completely`
    : unreadTitle(first, subscriptions, tenants)
}

/** How to go on after Azure no longer accepts the sign-in. The demo has none; there a fault says so, and can be turned off. */
export function signInRemedy(demo: boolean): string {
  return demo
    ? 'In the demo the fault “Sign-in expires” does this: turn it off at the top of the page.'
    : 'Sign in again, then try again.'
}

/** Why a token was not taken or did not come, and how to go on: a sentence each. */
export function authWords({ code, message, signIn }: HubError, demo: boolean): [why: string, remedy: string] {
  // Its own words say what to do.
  if (signIn === 'refused') return ['The sign-in was refused.', message]
  if (code === 'InvalidAuthenticationTokenTenant')
    return ['It was asked for with the sign-in of another directory.', 'Refresh to ask with its own.']
  return ['The sign-in has ended.', signInRemedy(demo)]
}

/** What a fault of the app says of Azure, and how to go on: a sentence each. @param then after the reload */
export function faultWords(then = ''): [why: string, remedy: string] {
  return [
    'A part of this app failed, or could not be loaded: nothing is known of Azure.',
    `Reload the page${then}. If it comes again, report it with the reason that is given.`,
  ]
}

/** Where it is not Azure that said no, what helps depends on who did. */
const OWN_REMEDIES: ReadonlyMap<string, string> = new Map([
  ['NotInResourceGraph', 'Choose this subscription alone to ask Azure Resource Manager itself.'],
  ['PagesRepeat', 'What was read of it is shown. Try again later.'],
  ['NotReadInSnapshot', 'Take a snapshot of fewer subscriptions to have it in there.'],
  ['NotInFile', 'Open a snapshot instead: it holds them where they could be read.'],
])

/** What helps where it was not Azure that said no; `undefined` where it was, or where nothing in particular helps. */
export function ownRemedy({ code }: HubError): string | undefined {
  return OWN_REMEDIES.get(code)
}

/**
 * What would make it readable, as sentences: the missing right only where a right is what is missing.
 * @param demo there is no sign-in
 */
export function unreadableRemedy({ scope, action, error }: Unreadable, demo: boolean): string {
  if (tenantOfScope(scope) !== undefined && error.kind === 'auth') {
    return error.code === 'SignInNeeded' ? 'It asks for a sign-in of its own.' : error.message
  }
  const own = ownRemedy(error)
  if (own !== undefined) return own
  switch (error.kind) {
    case 'forbidden':
      return `Your account lacks ${action}. The role Reader on this scope includes it.`
    case 'auth':
      return authWords(error, demo).join(' ')
    case 'throttled':
      return 'Azure asked for fewer requests: wait a minute, then try again.'
    case 'network':
      return 'Nothing answered: check the network, then try again.'
    case 'fault':
      return faultWords().join(' ')
    case 'notFound':
    case 'conflict':
    case 'busy':
    case 'invalid':
    case 'server':
      return isAzuresWord(error)
        ? `Azure answered ${codeOf(error)}. Trying again may help.`
        : 'Trying again may help.'
    default:
      return error.kind satisfies never
  }
}

function codeOf({ code, status }: HubError): string {
  return status === undefined ? code : `${status} ${code}`
}
