import type { Fault } from '../wire/control.ts'
import type { Exchange } from './exchange.ts'
import type { Answer } from './answer.ts'
import { gatewayError, networkError } from './refusals.ts'
import type { OperationFailure } from '../store/rows.ts'

export function concerns(fault: Fault, path: string): boolean {
  const lower = path.toLowerCase()
  if (fault.kind !== 'forbidden') return lower.includes(fault.path.toLowerCase())
  const scope = fault.scope.toLowerCase().replace(/\/$/, '')
  return lower === scope || lower.startsWith(`${scope}/`)
}

/** How long the answer is held back, in milliseconds. */
export function delayOf(faults: readonly Fault[], path: string): number {
  return faults.reduce(
    (most, fault) => (fault.kind === 'slow' && concerns(fault, path) ? Math.max(most, fault.ms) : most),
    0,
  )
}

/** The failure a write that starts now will end with, if one was ordered. */
export function orderedFailure(exchange: Exchange): OperationFailure | undefined {
  for (const fault of exchange.faults) {
    if (fault.kind !== 'failOperation' || !concerns(fault, exchange.url.pathname)) continue
    return { code: fault.code, message: fault.message }
  }
  return undefined
}

/** Made-up person the demo signs in as; named by ARM in its 403. */
const CALLER = { name: 'alex@contoso.example', objectId: '5d0a1c3e-6b1f-4c8e-9a55-0f6f2f1f7a10' }

/**
 * 403 AuthorizationFailed for what `forbidden` faults cover. Message as recorded (ARM contract 5).
 * `action` is what the request wants to do, `scope` the id it wants to do it on.
 */
export function forbiddenBy(faults: readonly Fault[], action: string, scope: string): Answer | undefined {
  const hit = faults.some(
    (fault) =>
      fault.kind === 'forbidden' &&
      concerns(fault, scope) &&
      (fault.action === undefined || fault.action.toLowerCase() === action.toLowerCase()),
  )
  if (!hit) return undefined
  return gatewayError(
    403,
    'AuthorizationFailed',
    `The client '${CALLER.name}' with object id '${CALLER.objectId}' does not have authorization to perform ` +
      `action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please ` +
      'refresh your credentials.',
  )
}

/** The spoiled answer, and how the faults stand afterwards. */
export function spoiled(
  faults: readonly Fault[],
  method: string,
  path: string,
): { answer: Answer; left: Fault[] } | undefined {
  for (const [index, fault] of faults.entries()) {
    if (fault.kind !== 'status' || !concerns(fault, path) || fault.times === 0) continue
    if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue
    const made = networkError(fault.status, fault.code, fault.message)
    const headers = fault.retryAfter === undefined ? undefined : { 'Retry-After': String(fault.retryAfter) }
    const left = [...faults]
    if (fault.times !== undefined) left[index] = { ...fault, times: fault.times - 1 }
    return { answer: { ...made, headers }, left }
  }
  return undefined
}
