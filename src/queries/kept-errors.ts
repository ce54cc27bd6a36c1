import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import type { ErrorKind, HubError } from '../model/errors.ts'
import type { DenyingPolicy, Refusal } from '../model/rights/refusal.ts'

const KINDS: Readonly<Record<ErrorKind, true>> = {
  auth: true,
  forbidden: true,
  notFound: true,
  conflict: true,
  busy: true,
  throttled: true,
  invalid: true,
  network: true,
  server: true,
  fault: true,
}

/** As JSON. */
export function jsonOfError({ because, details, inner, ...error }: HubError): JsonObject {
  return {
    ...error,
    ...(inner && { inner: inner.map(jsonOfError) }),
    details: details.map((one) => ({ ...one })),
    ...(because && { because: jsonOfRefusal(because) }),
  }
}

function jsonOfRefusal(refusal: Refusal): JsonObject {
  return refusal.is === 'policy'
    ? { ...refusal, policies: refusal.policies.map((policy) => ({ ...policy })) }
    : { ...refusal }
}

function isKind(value: Json | undefined): value is ErrorKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value)
}

/** Storage is anybody's: what does not have the shape is passed over. */
export function readError(value: Json | undefined): HubError | undefined {
  if (!isJsonObject(value)) return undefined
  const { kind, code, message, status, target, details, correlationId } = value
  const because = readRefusal(value.because)
  const inner = Array.isArray(value.inner) ? value.inner.flatMap((one) => readError(one) ?? []) : []
  if (!isKind(kind) || typeof code !== 'string' || typeof message !== 'string') return undefined
  return {
    kind,
    code,
    message,
    ...(typeof status === 'number' && { status }),
    ...(typeof target === 'string' && { target }),
    details: Array.isArray(details) ? details.flatMap(readDetail) : [],
    ...(typeof correlationId === 'string' && { correlationId }),
    ...(inner.length > 0 && { inner }),
    ...(because && { because }),
  }
}

function readDetail(value: Json): HubError['details'] {
  if (!isJsonObject(value) || typeof value.code !== 'string' || typeof value.message !== 'string') return []
  const { code, message, target } = value
  return [{ code, message, ...(typeof target === 'string' && { target }) }]
}

function readRefusal(value: Json | undefined): Refusal | undefined {
  if (!isJsonObject(value)) return undefined
  const { is, action, scope, linked, scopes, policies, tenantId } = value
  switch (is) {
    case 'right':
      return typeof action === 'string'
        ? { is, action, ...(typeof scope === 'string' && { scope }), linked: linked === true }
        : undefined
    case 'lock':
      return { is, scopes: textsOf(scopes) }
    case 'policy':
      return { is, policies: Array.isArray(policies) ? policies.flatMap(readPolicy) : [] }
    case 'tenant':
      return { is, ...(typeof tenantId === 'string' && { tenantId }) }
    default:
      return undefined
  }
}

function readPolicy(value: Json): DenyingPolicy[] {
  if (!isJsonObject(value) || typeof value.name !== 'string') return []
  const { name, scope, paths } = value
  return [{ name, ...(typeof scope === 'string' && { scope }), paths: textsOf(paths) }]
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
