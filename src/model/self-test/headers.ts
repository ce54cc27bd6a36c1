import type { SelfTestAnswer } from './reading.ts'

/** A header the app uses, and what becomes of the app where a browser may not read it (ARM contract, section 8). */
interface HeaderRow {
  name: string
  /** Which answers carry it. */
  on: 'every' | 'some'
  /** What it is for, and what happens without it. */
  use: string
  without: string
}

const LIMIT = 'x-ms-ratelimit-remaining-'

const ROWS: readonly HeaderRow[] = [
  {
    name: 'Azure-AsyncOperation',
    on: 'some',
    use: 'Tells where an operation reports its progress.',
    without: 'A write is followed by its provisioning state, and a delete until the resource is gone.',
  },
  {
    name: 'Location',
    on: 'some',
    use: 'Tells where an action leaves its result, such as learned routes.',
    without: 'An action that answers with a result cannot show it, and says so.',
  },
  {
    name: 'Retry-After',
    on: 'some',
    use: 'Tells how long to wait after a refusal for too many requests.',
    without: 'The app chooses its own pauses.',
  },
  {
    name: 'x-ms-request-id',
    on: 'every',
    use: 'Names one request for Azure’s support.',
    without: 'An error cannot name its request.',
  },
  {
    name: 'x-ms-correlation-request-id',
    on: 'every',
    use: 'The id that Azure’s support asks for.',
    without: 'An error is shown without it; the activity log has it.',
  },
  {
    name: `${LIMIT}*`,
    on: 'some',
    use: 'Tells how many requests are left before Azure asks to wait.',
    without: 'The app notices the limit only when it is reached.',
  },
  {
    name: 'WWW-Authenticate',
    on: 'some',
    use: 'Tells which further proof Azure asks for in the middle of the work.',
    without: 'The app asks for a new sign-in, which may not be the proof that is wanted.',
  },
]

/**
 * `read`: it came and was read. `named`: this answer has none, and the browser may read it when one comes. `hidden`: the browser may not
 * read it. `open`: this answer has none to tell by.
 */
export type HeaderState = 'read' | 'named' | 'hidden' | 'open'

export interface HeaderFinding extends HeaderRow {
  state: HeaderState
  value?: string
}

/** Which of the headers the app uses this browser could see. Nothing where nothing answered. */
export function headerFindings(answer: SelfTestAnswer): HeaderFinding[] {
  if (answer.is !== 'answered') return []
  const { headers } = answer
  const named = headers['access-control-expose-headers']?.toLowerCase().split(/\s*,\s*/)
  return ROWS.map((row) => {
    const wanted = row.name.toLowerCase()
    const matches = (name: string) => (wanted.endsWith('*') ? name.startsWith(LIMIT) : name === wanted)
    const found = Object.entries(headers).find(([name]) => matches(name))
    if (found) return { ...row, state: 'read', value: row.name.endsWith('*') ? found.join(': ') : found[1] }
    if (named) return { ...row, state: named.some(matches) ? 'named' : 'hidden' }
    return { ...row, state: row.on === 'every' ? 'hidden' : 'open' }
  })
}

export function headerStateWords(state: HeaderState): string {
  switch (state) {
    case 'read':
      return 'Readable'
    case 'named':
      return 'Readable when it comes'
    case 'hidden':
      return 'Not readable'
    case 'open':
      return 'Not in this answer'
    default:
      return state satisfies never
  }
}
