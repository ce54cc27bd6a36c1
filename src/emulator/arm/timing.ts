import type { Speed } from '../wire/control.ts'

/** One factor for all durations (ARM contract 7.3): a gateway of forty minutes takes twenty seconds. */
const FAST = 120
/** Below this an operation would be over before anybody saw it run. */
const FAST_FLOOR_MS = 200

/** The last moment a date can name. */
export const NEVER = 8_640_000_000_000_000

/** How long `seconds` of the real service take at a speed, in milliseconds. */
export function scaled(seconds: number, speed: Speed): number {
  if (speed === 'instant' || seconds <= 0) return 0
  if (speed === 'realistic') return seconds * 1000
  return Math.max(FAST_FLOOR_MS, Math.round((seconds * 1000) / FAST))
}

/**
 * `Retry-After` as recorded from 2016 to 2019 (recorded behaviour 2.3): 10 s, and 3 s on virtual networks and public IPs.
 * Faster than real, the header would only hold clients back (they count whole seconds), so it is left out.
 */
export function retryAfter(seconds: number, speed: Speed): Record<string, string> {
  return speed === 'realistic' ? { 'Retry-After': String(seconds) } : {}
}
