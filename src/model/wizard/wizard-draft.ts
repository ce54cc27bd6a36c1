import type { JsonObject } from '../../lib/json.ts'

/** What somebody chose and typed in a wizard and did not run yet. Never a secret: those live in the memory of the page. */
export interface WizardDraft {
  key: string
  /** Which wizard: `site-to-site`. */
  wizard: string
  /** What a list calls it. */
  name: string
  /** Plain data of the wizard's own shape; whoever reads it checks it. */
  answers: JsonObject
  /** Steps that were left, by their ids. */
  left: readonly string[]
  /** Milliseconds since the epoch of the last change. */
  at: number
}
