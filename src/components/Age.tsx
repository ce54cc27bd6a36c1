import { ago, duration, exactTime } from '../model/format.ts'
import { useTimeText } from './now.ts'

interface AgeProps {
  /** Milliseconds since the epoch. */
  at: number
  /** `12 s`, `12 s ago` (then a date after a day), or `for 12 s`. */
  style?: 'plain' | 'ago' | 'for'
}

/** How old a fact is, kept current; the exact time on hover. */
export function Age({ at, style = 'plain' }: AgeProps) {
  const text = useTimeText((now) => write(at, now, style))
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {text}
    </time>
  )
}

function write(at: number, now: number, style: 'plain' | 'ago' | 'for'): string {
  switch (style) {
    case 'plain':
      return duration(now - at)
    case 'ago':
      return ago(at, now)
    case 'for':
      return `for ${duration(now - at)}`
  }
}
