import { ago, duration, exactTime, shortTime } from '../model/format.ts'
import { useTimeText } from './now.ts'

interface AgeProps {
  /** Milliseconds since the epoch. */
  at: number
  /** `12 s`, `12 s ago` (then a date after a day), or `for 12 s`; of a snapshot, `since 4 Nov, 05:12`. */
  style?: 'plain' | 'ago' | 'for'
}

/** How old a fact is, kept current; the exact time on hover. */
export function Age({ at, style = 'plain' }: AgeProps) {
  const text = useTimeText((now, knownUntil) => write(at, now, style, knownUntil !== undefined))
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {text}
    </time>
  )
}

function write(at: number, now: number, style: 'plain' | 'ago' | 'for', past: boolean): string {
  switch (style) {
    case 'plain':
      return duration(now - at)
    case 'ago':
      return ago(at, now)
    case 'for':
      // Nobody knows whether it still lasts.
      return past ? `since ${shortTime(at)}` : `for ${duration(now - at)}`
  }
}
