import type { Living } from '../store/living.ts'
import type { PathCondition } from '../wire/control.ts'
import { arrayAt, numberAt, objectAt, textAt } from '../wire/read.ts'

/** What is at the far end of one link of a peering, as the control sets it or an estate has it. */
export interface FarEnd {
  is: PathCondition
  /** Since when, ms; absent where nobody set it. */
  at?: number
  /** How long sessions before that were up, ms: counters go on from there. */
  carried: number
}

export const PATH_CONDITIONS: readonly PathCondition[] = [
  'up',
  'noAnswer',
  'vlan',
  'noSession',
  'asn',
  'noRoutes',
  'routeLimit',
]

export function isPathCondition(value: unknown): value is PathCondition {
  return PATH_CONDITIONS.some((one) => one === value)
}

/** Beside the peering, in no answer: `farEnds` by device; estates also name devices in `noAnswer` and `noSession`. */
export function farEndOf({ inside }: Living, device: 'primary' | 'secondary'): FarEnd {
  const set = objectAt(objectAt(inside.farEnds)[device])
  const condition = textAt(set.is)
  if (isPathCondition(condition))
    return { is: condition, at: numberAt(set.at) ?? 0, carried: numberAt(set.carried) ?? 0 }
  if (arrayAt(inside.noAnswer).includes(device)) return { is: 'noAnswer', carried: 0 }
  return { is: arrayAt(inside.noSession).includes(device) ? 'noSession' : 'up', carried: 0 }
}

/** The other VLAN and a dead link look much the same: nobody answers (ExpressRoute document 6.1). */
export function answersArp({ is }: FarEnd): boolean {
  return is !== 'noAnswer' && is !== 'vlan'
}

export function hasSession(end: FarEnd): boolean {
  return answersArp(end) && (end.is === 'up' || end.is === 'noRoutes')
}

/**
 * The words of a session that is not up. `Active` is recorded where nobody was there; `Idle (PfxCt)` and `Idle` of a link that failed are
 * ExpressRoute documents 6.1 and 11.3. That a router of another AS number is Idle is assumed.
 */
export function sessionWords({ is }: FarEnd): string {
  switch (is) {
    case 'routeLimit':
      return 'Idle (PfxCt)'
    case 'asn':
    case 'noAnswer':
      return 'Idle'
    case 'up':
    case 'vlan':
    case 'noSession':
    case 'noRoutes':
      return 'Active'
    default:
      return is satisfies never
  }
}
