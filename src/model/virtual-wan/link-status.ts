import type { LinkState } from '../branch/link-states.ts'
import type { Verdict } from '../status/verdict.ts'
import type { PlacedLink } from './site-links.ts'

/** The status of a link as Azure spells it. */
export function linkStatus({ link, connection, state }: PlacedLink): string {
  if (state === 'making') return connection.provisioningState ?? 'Updating'
  if (link.connectionStatus !== undefined) return link.connectionStatus
  return connection.source === 'get' ? 'not told yet' : 'not read yet'
}

export function linkVerdict({ state, connection }: PlacedLink): Verdict {
  return state === 'untold' && connection.source !== 'get' ? 'notChecked' : VERDICTS[state]
}

const VERDICTS: Record<LinkState, Verdict> = {
  down: 'down',
  untold: 'unknown',
  connecting: 'inProgress',
  making: 'inProgress',
  up: 'healthy',
}
