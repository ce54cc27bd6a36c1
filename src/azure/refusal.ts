import type { Json, JsonObject } from '../lib/json.ts'
import type { DenyingPolicy, Refusal } from '../model/rights/refusal.ts'
import { list, object, text } from './from-wire/read.ts'

/** Longer texts than any action or id are no such thing. */
const LONGEST = 1000

/**
 * What a refusal says about rights, locks, policies and directories (ARM contract 5). Read before its message is made fit to
 * show, which cuts ids. `undefined` for every other error, and where the text is not what it should be.
 */
export function refusalIn(
  code: string,
  message: string,
  additionalInfo: Json | undefined,
): Refusal | undefined {
  switch (code.toLowerCase()) {
    case 'authorizationfailed':
      return right(/perform action '([^']+)' over scope '([^']*)'/i.exec(message), false)
    case 'linkedauthorizationfailed':
      return right(
        /perform action(?:\(s\))? '([^']+)' on the linked scope(?:\(s\))? '([^']*)'/i.exec(message),
        true,
      )
    case 'scopelocked':
      return lock(message)
    case 'requestdisallowedbypolicy':
      return policy(message, additionalInfo)
    case 'invalidauthenticationtokentenant':
      return tenant(message)
    default:
      return undefined
  }
}

function right(found: RegExpExecArray | null, linked: boolean): Refusal | undefined {
  const [, action = '', scopes = ''] = found ?? []
  // Several actions and scopes stand side by side, in the same order.
  const [first = ''] = action.split(',')
  if (first.length > LONGEST || !/^[\w.]+(?:\/[\w.*-]+)+$/.test(first.trim())) return undefined
  return { is: 'right', action: first.trim(), ...scopeOf(scopes.split(',')[0]), linked }
}

function lock(message: string): Refusal | undefined {
  const [, after = ''] = /scope\(s\) are locked: (.*)/i.exec(message) ?? []
  const scopes = [...after.matchAll(/'([^']+)'/g)].flatMap(([, scope]) => scopeOf(scope).scope ?? [])
  return scopes.length === 0 ? undefined : { is: 'lock', scopes: [...new Set(scopes)].slice(0, 5) }
}

function policy(message: string, additionalInfo: Json | undefined): Refusal | undefined {
  const violations = list(additionalInfo).filter(
    ({ type }) => text(type)?.toLowerCase() === 'policyviolation',
  )
  const told = violations.flatMap(({ info }) => policyIn(object(info)))
  const policies = told.length > 0 ? told : policiesInText(message)
  return policies.length === 0 ? undefined : { is: 'policy', policies: policies.slice(0, 5) }
}

function policyIn(info: JsonObject): DenyingPolicy[] {
  const name =
    text(info.policyAssignmentDisplayName) ??
    text(info.policyDefinitionDisplayName) ??
    text(info.policyAssignmentName) ??
    text(info.policyDefinitionName)
  if (name === undefined) return []
  const expressions = list(object(info.evaluationDetails).evaluatedExpressions)
  const paths = expressions.flatMap(({ path }) => short(text(path)) ?? [])
  return [
    { name: cut(name), ...scopeOf(text(info.policyAssignmentScope)), paths: [...new Set(paths)].slice(0, 5) },
  ]
}

/** Older answers name them only as JSON inside the message. */
function policiesInText(message: string): DenyingPolicy[] {
  const [, json = ''] = /Policy identifiers: '(\[.*\])'/i.exec(message) ?? []
  let read: Json
  try {
    // What JSON.parse returns is JSON.
    read = JSON.parse(json) as Json
  } catch {
    return []
  }
  return list(read).flatMap((entry) => {
    const { name, id } = object(entry.policyAssignment)
    const known = text(name) ?? text(id)?.split('/').at(-1)
    const scope = text(id)?.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '')
    return known === undefined ? [] : [{ name: cut(known), ...scopeOf(scope), paths: [] }]
  })
}

function tenant(message: string): Refusal {
  const [, tenantId] =
    /must match the tenant '[^']*?\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i.exec(message) ?? []
  return { is: 'tenant', ...(tenantId !== undefined && { tenantId }) }
}

function scopeOf(value: string | undefined): { scope?: string } {
  const scope = value?.trim() ?? ''
  return /^\/subscriptions\/[^/]+/i.test(scope) && scope.length <= LONGEST ? { scope } : {}
}

function short(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= 100 ? value : undefined
}

function cut(name: string): string {
  return name.length > 200 ? `${name.slice(0, 199)}…` : name
}
