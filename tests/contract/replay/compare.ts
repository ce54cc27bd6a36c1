import { membersOf, missingIn } from './members.ts'
import type { Replayed } from './replay.ts'

/** How one answer of the emulator differs from the recorded one. */
export type Difference =
  | { of: 'unsent' }
  | { of: 'status'; recorded: number; answered: number }
  | { of: 'header'; name: string; sent: boolean }
  /** `sent`: the emulator has it and the recording lacks it. */
  | { of: 'member'; path: string; sent: boolean }

const OPERATION_HEADERS = ['azure-asyncoperation', 'location', 'azure-asyncnotification']

/** Recorders of these repositories kept `Retry-After` (caveat 1 of the recordings' README). */
const KEEPS_RETRY_AFTER = /^(ps|net|xplat)-/

/** A different status says everything: nothing else is compared then. */
export function differencesOf({ recording, interaction, answer }: Replayed): Difference[] {
  if (answer === undefined) return [{ of: 'unsent' }]
  const { status, headers, body } = answer
  if (status !== interaction.status) {
    return [{ of: 'status', recorded: interaction.status, answered: status }]
  }
  const compared = KEEPS_RETRY_AFTER.test(recording)
    ? [...OPERATION_HEADERS, 'retry-after']
    : OPERATION_HEADERS
  const answered = membersOf(body)
  const recorded = membersOf(interaction.responseBody)
  return [
    ...compared
      .filter((name) => headers.has(name) !== name in interaction.responseHeaders)
      .map((name): Difference => ({ of: 'header', name, sent: headers.has(name) })),
    ...missingIn(answered, recorded).map((path): Difference => ({ of: 'member', path, sent: true })),
    ...missingIn(recorded, answered).map((path): Difference => ({ of: 'member', path, sent: false })),
  ]
}

export function describe(difference: Difference): string {
  switch (difference.of) {
    case 'unsent':
      return 'not sent'
    case 'status':
      return `status ${difference.recorded}, emulator ${difference.answered}`
    case 'header':
      return `${difference.sent ? '+' : '-'} header ${difference.name}`
    case 'member':
      return `${difference.sent ? '+' : '-'} ${difference.path}`
  }
}
