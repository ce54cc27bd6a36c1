/** Worst first: this order is used wherever verdicts are listed or merged. */
export const VERDICTS = ['down', 'attention', 'unknown', 'inProgress', 'notChecked', 'healthy'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A state as ARM spelt it, and where and when it was read. */
export interface Fact {
  /** ARM's member, `connectionStatus`, or that with what it belongs to: `tunnel, instance 0`. */
  name: string
  /** ARM's spelling. `undefined`: read, and not there. */
  value: string | undefined
  /** Milliseconds since the epoch. */
  readAt: number
}

/** One state's share of the verdict, as a clause without a full stop: "NotConnected: no tunnel to it is up". */
export interface Reason {
  verdict: Verdict
  text: string
  /** The resource it is about, when that is another one. */
  about?: string
  /** It only repeats what that other one says of itself, so it is no news where both are listed. */
  inherited?: true
}

export interface Judgement {
  verdict: Verdict
  /** The worst reason; for Healthy what makes it so. Without the verdict's own word. */
  sentence: string
  /** All that counts, worst first. */
  reasons: Reason[]
  facts: Fact[]
  /** When the state began, in milliseconds since the epoch, where ARM says so. */
  since?: number
}

const WORDS: Record<Verdict, string> = {
  down: 'Down',
  attention: 'Attention',
  unknown: 'Unknown',
  inProgress: 'In progress',
  notChecked: 'Not checked',
  healthy: 'Healthy',
}

export function verdictWord(verdict: Verdict): string {
  return WORDS[verdict]
}

/** Of these somebody asks why. */
export function needsExplaining(verdict: Verdict): boolean {
  return verdict === 'down' || verdict === 'attention' || verdict === 'unknown'
}

/** It only repeats what its children say. */
export function isInherited({ reasons }: Pick<Judgement, 'reasons'>): boolean {
  return reasons.length > 0 && reasons.every(({ inherited }) => inherited === true)
}

/** Negative when `a` is worse than `b`. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return VERDICTS.indexOf(a) - VERDICTS.indexOf(b)
}

export type VerdictCounts = Record<Verdict, number>

export function countVerdicts(verdicts: Iterable<Verdict>): VerdictCounts {
  const counts: VerdictCounts = {
    down: 0,
    attention: 0,
    unknown: 0,
    inProgress: 0,
    notChecked: 0,
    healthy: 0,
  }
  for (const verdict of verdicts) counts[verdict] += 1
  return counts
}
