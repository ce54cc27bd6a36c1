/** What a line of a device's log says of the negotiation. */
export type LogMarkKind =
  | 'authentication'
  | 'phase1Proposal'
  | 'phase2Proposal'
  | 'selectors'
  | 'dhGroup'
  | 'silence'

export interface LogMark {
  kind: LogMarkKind
  /** The phrase as the table knows it, which is safe to show and to copy. */
  phrase: string
  /** The first line that has it, shortened. Stays in memory. */
  line: string
  count: number
}

interface Phrase {
  kind: LogMarkKind
  phrase: string
  pattern: RegExp
}

/**
 * Names of notifications are those of IKEv2 (RFC 7296 3.10.1), which many devices log as they are; sentences were seen with
 * strongSwan (device proof 8). The first that fits a line counts.
 */
const PHRASES: readonly Phrase[] = [
  {
    kind: 'authentication',
    phrase: 'AUTHENTICATION_FAILED',
    pattern: /\bAUTH(ENTICATION)?[_ ]FAILED\b|\bMAC mismatched\b/i,
  },
  { kind: 'selectors', phrase: 'TS_UNACCEPTABLE', pattern: /\bTS_UNACCEPT(ABLE)?\b/i },
  {
    kind: 'phase2Proposal',
    phrase: 'NO_PROPOSAL_CHOSEN, no CHILD_SA',
    pattern: /\bNO_PROP(OSAL_CHOSEN)?\b.*\bCHILD_SA\b|\bCHILD_SA\b.*\bNO_PROP(OSAL_CHOSEN)?\b/i,
  },
  {
    kind: 'dhGroup',
    phrase: 'INVALID_KE_PAYLOAD',
    pattern: /\bINVAL(ID)?_KE(_PAYLOAD)?\b|didn't accept DH group|no acceptable KEY_EXCHANGE_METHOD/i,
  },
  {
    kind: 'phase1Proposal',
    phrase: 'NO_PROPOSAL_CHOSEN',
    pattern: /\bNO_PROPOSAL_CHOSEN\b|received proposals unacceptable/i,
  },
  {
    kind: 'silence',
    phrase: 'no answer to retransmissions',
    pattern: /giving up after \d+ retransmits|peer not responding|retransmi(t|ssion)s? timed? ?out/i,
  },
]

const LINE_LENGTH = 160

/** Looks through a pasted log; any number of lines, hostile text. Each phrase once, in the order of the table. */
export function readDeviceLog(text: string): LogMark[] {
  const found = new Map<string, LogMark>()
  for (const line of text.split(/\r?\n/)) {
    const phrase = PHRASES.find(({ pattern }) => pattern.test(line))
    if (!phrase) continue
    const known = found.get(phrase.phrase)
    if (known) known.count += 1
    else
      found.set(phrase.phrase, {
        kind: phrase.kind,
        phrase: phrase.phrase,
        line: line.trim().slice(0, LINE_LENGTH),
        count: 1,
      })
  }
  return PHRASES.flatMap(({ phrase }) => found.get(phrase) ?? [])
}
