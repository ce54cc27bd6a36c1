import { Button } from '@fluentui/react-components'
import type { HubError } from '../model/errors.ts'
import { refusalWords } from '../model/rights/refusals.ts'
import { unreadableRemedy } from '../model/unreadable.ts'
import { ErrorNote } from './ErrorNote.tsx'

interface AskProblemProps {
  /** What was asked for, to go before "could not be read": "The activity of cn-weu-to-gdansk". */
  what: string
  /** ARM id of what it was asked of. */
  scope: string
  /** The right it needs. */
  action: string
  error: HubError
  /** There is no sign-in. */
  demo: boolean
  busy: boolean
  onAgain: () => void
}

/** A question to Azure that had no answer: what, why, and what to do. */
export function AskProblem({ what, scope, action, error, demo, busy, onAgain }: AskProblemProps) {
  const words = refusalWords(error)
  return (
    <ErrorNote
      verdict="unknown"
      heading={`${what} could not be read`}
      error={error}
      facts={words?.facts}
      alert
      tools={
        <Button size="small" disabledFocusable={busy} onClick={onAgain}>
          {busy ? 'Asking…' : 'Try again'}
        </Button>
      }
    >
      {words ? `${words.what} ${words.remedy}` : unreadableRemedy({ scope, what, action, error }, demo)}
    </ErrorNote>
  )
}
