/** The worst first. */
const SEVERITIES = ['high', 'medium', 'low', 'hint'] as const
type Severity = (typeof SEVERITIES)[number]

/** Something about a WAN or a hub that is set up and would be better otherwise, though nothing need be down. */
export interface WanFinding {
  /** Of the table of rules, `VW-004` (Virtual WAN 15.1). */
  rule: string
  severity: Severity
  /** A sentence without its full stop. */
  what: string
  /** Whole sentences. */
  why: string
  /** What to do, whole sentences. */
  change: string
  /** Microsoft's page or library that says so. */
  source: string
  /** What it is about, where that is another resource than the page's. */
  about?: string
}

export function worstFirst(findings: readonly WanFinding[]): WanFinding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}
