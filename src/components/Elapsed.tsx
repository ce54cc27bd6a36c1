import type { Operation } from '../model/operations/operation.ts'
import { stopwatch, tookWords } from '../model/operations/words.ts'
import { useTimeText } from './now.ts'

/** How long an operation takes so far, kept current; or how long it took. */
export function Elapsed({ operation }: { operation: Operation }) {
  const text = useTimeText((now) => tookWords(operation) ?? stopwatch(now - operation.startedAt))
  return <span>{text}</span>
}
