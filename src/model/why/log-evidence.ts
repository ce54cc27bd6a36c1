import { count } from '../format.ts'
import type { LogMarkKind } from './device-log.ts'
import type { Facts } from './facts.ts'
import type { Evidence } from './finding.ts'

/** What the pasted log says of this; the phrase alone, since evidence is copied into tickets. */
export function logEvidence({ deviceLog, now }: Facts, kinds: readonly LogMarkKind[]): Evidence[] {
  return deviceLog
    .filter(({ kind }) => kinds.includes(kind))
    .map((mark) => ({
      text: `The device logged ${mark.phrase}, in ${count(mark.count, 'line')}`,
      source: 'Pasted log',
      at: now,
    }))
}
