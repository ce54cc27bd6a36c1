import type { Fault } from '../wire/control.ts'
import type { Exchange } from './exchange.ts'
import type { OperationFailure } from '../store/rows.ts'
import type { Json } from '../wire/json.ts'
import { arrayAt, objectAt, textAt } from '../wire/read.ts'

/** The faults that were ordered, and how often those that count have struck. */
export interface Faults {
  order(faults: readonly Fault[]): void
  /** Those that may still strike. */
  left(): Fault[]
  /** Those about one of these places. */
  on(places: readonly string[]): Fault[]
  /** The first of these kinds that is due for the request; it counts as having struck. */
  strike<K extends Fault['kind']>(kinds: readonly K[], asked: Struck): Extract<Fault, { kind: K }> | undefined
}

interface Struck {
  method: string
  /** What the request is about: see `placesOf`. */
  places: readonly string[]
  /** Path and query: what `anew` counts by. */
  address: string
}

const RESOURCE_GRAPH = '/providers/microsoft.resourcegraph/'

/**
 * What a request is about: its path, and of a query of Resource Graph also the subscriptions it names, which stand in its
 * body (ARM contract 12.4). Its resource groups are not known before it is run.
 */
export function placesOf(path: string, body: Json | undefined): string[] {
  if (!path.toLowerCase().startsWith(RESOURCE_GRAPH)) return [path]
  const subscriptions = arrayAt(objectAt(body).subscriptions).flatMap((one) => textAt(one) ?? [])
  return [path, ...subscriptions.map((one) => `/subscriptions/${one}/`)]
}

export function createFaults(): Faults {
  let faults: readonly Fault[] = []
  let strikes = new Map<Fault, Map<string, number>>()

  function due(fault: Fault, address: string): boolean {
    if (!('times' in fault) || fault.times === undefined) return true
    const counts = strikes.get(fault) ?? new Map<string, number>()
    strikes.set(fault, counts)
    const counted = fault.anew ? address : ''
    const count = counts.get(counted) ?? 0
    if (count < fault.times) counts.set(counted, count + 1)
    else if (fault.anew) counts.delete(counted)
    return count < fault.times
  }

  function spent(fault: Fault): boolean {
    if (!('times' in fault) || fault.times === undefined || fault.anew) return false
    return (strikes.get(fault)?.get('') ?? 0) >= fault.times
  }

  return {
    order(next) {
      faults = [...next]
      strikes = new Map()
    },
    left: () => faults.filter((fault) => !spent(fault)),
    on: (places) => faults.filter((fault) => places.some((place) => concerns(fault, place))),
    strike: (kinds, { method, places, address }) =>
      faults
        .filter((fault) => isOneOf(fault, kinds))
        .find(
          (fault) =>
            places.some((place) => concerns(fault, place)) &&
            isMeant(fault, method, address) &&
            due(fault, `${method} ${address}`),
        ),
  }
}

function isOneOf<K extends Fault['kind']>(
  fault: Fault,
  kinds: readonly K[],
): fault is Extract<Fault, { kind: K }> {
  return kinds.some((kind) => kind === fault.kind)
}

function isMeant(fault: Fault, method: string, address: string): boolean {
  // What holds a resource holds writes only.
  if (fault.kind === 'busy')
    return method !== 'GET' && method !== 'HEAD' && !address.toLowerCase().startsWith(RESOURCE_GRAPH)
  return !('method' in fault) || fault.method === undefined || fault.method.toUpperCase() === method
}

function concerns(fault: Fault, path: string): boolean {
  const lower = path.toLowerCase()
  if (fault.kind !== 'forbidden') return lower.includes(fault.path.toLowerCase())
  const scope = fault.scope.toLowerCase().replace(/\/$/, '')
  return lower === scope || lower.startsWith(`${scope}/`)
}

/** How long the answer is held back, in milliseconds, by those of these faults that are about waiting. */
export function delayOf(faults: readonly Fault[]): number {
  return Math.max(0, ...faults.map((fault) => (fault.kind === 'slow' ? fault.ms : 0)))
}

/** The failure a write that starts now will end with, if one was ordered. */
export function orderedFailure(exchange: Exchange): OperationFailure | undefined {
  for (const fault of exchange.faults) {
    if (fault.kind === 'failOperation') return { code: fault.code, message: fault.message }
  }
  return undefined
}

/** Whether a write that starts now was ordered never to end. */
export function isOrderedToStick(exchange: Exchange): boolean {
  return exchange.faults.some(({ kind }) => kind === 'stuckOperation')
}

/**
 * Whether `forbidden` faults cover it: `action` is what the request wants to do, `scope` the id it wants to do it on.
 */
export function isForbidden(faults: readonly Fault[], action: string, scope: string): boolean {
  return faults.some(
    (fault) =>
      fault.kind === 'forbidden' &&
      concerns(fault, scope) &&
      (fault.action === undefined || fault.action.toLowerCase() === action.toLowerCase()),
  )
}
