import type { Estate } from '../estate.ts'
import type { Around } from './around.ts'

/** What a wizard's answers begin from, while only the estate was read. */
export function unreadAround(estate: Estate): Around {
  return {
    estate,
    subscriptions: estate.subscriptions,
    regions: { is: 'reading' },
    groups: { is: 'reading' },
    gatewaySubnet: { is: 'reading' },
    rights: new Map(),
  }
}
