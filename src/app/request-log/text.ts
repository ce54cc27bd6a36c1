import type { RequestOutcome } from '../../model/requests/logged-request.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** `09:24:12`, here. */
export function clockTime(at: number): string {
  return CLOCK.format(at)
}

/** `1 240`, thousands apart by a thin space; nothing while it runs. */
export function elapsed(outcome: RequestOutcome): string {
  if (outcome.is === 'waiting') return ''
  return String(Math.round(outcome.milliseconds)).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u2009')
}

/** `9e41…c0`: both ends tell ids apart. */
export function shortId(id: string): string {
  return id.length > 8 ? `${id.slice(0, 4)}…${id.slice(-2)}` : id
}
