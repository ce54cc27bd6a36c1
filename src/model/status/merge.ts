import { compareVerdicts, type Fact, type Judgement, type Reason, type Verdict } from './verdict.ts'

/**
 * Merges reasons into one verdict: the worst wins. What is merely not known gives way to an operation that explains it.
 * @param healthy the sentence when there is no reason at all
 */
export function merge(reasons: readonly Reason[], facts: Fact[], healthy: string): Judgement {
  const sorted = reasons.toSorted((a, b) => compareVerdicts(a.verdict, b.verdict))
  const worst = sorted[0]
  if (!worst) return { verdict: 'healthy', sentence: healthy, reasons: [], facts }
  const running = sorted.find(({ verdict }) => verdict === 'inProgress')
  const leads = running && isOnlyUnread(worst.verdict) ? running : worst
  const rest = sorted.filter((reason) => reason !== leads)
  return { verdict: leads.verdict, sentence: leads.text, reasons: [leads, ...rest], facts }
}

/** Adds reasons that come from other resources to a verdict of its own. */
export function withReasons(judgement: Judgement, more: readonly Reason[]): Judgement {
  if (more.length === 0) return judgement
  return merge([...judgement.reasons, ...more], judgement.facts, judgement.sentence)
}

function isOnlyUnread(verdict: Verdict): boolean {
  return verdict === 'unknown' || verdict === 'notChecked'
}
