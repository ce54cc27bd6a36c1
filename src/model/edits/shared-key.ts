import type { Connection } from '../resources/vpn.ts'
import { heldBy } from './held-by.ts'
import type { Topic } from './topics.ts'
import type { Action } from './write.ts'

/** The right that reads a key, which is not Reader's (ARM contract 12.6). */
export const READ_KEY = 'Microsoft.Network/connections/sharedKey/action'
export const WRITE_KEY = 'Microsoft.Network/connections/sharedKey/write'
const RESET_KEY = 'Microsoft.Network/connections/sharedKey/reset/action'

export const LONGEST_KEY = 128
const SHORT_KEY = 20

export interface KeyRemark {
  level: 'error' | 'warning'
  text: string
}

/** What Azure refuses in a shared key, and what is unwise (VPN Gateway 3.3, VAL-CON-02). Its text is never repeated. */
export function keyRemarks(key: string): KeyRemark[] {
  if (key === '') return [{ level: 'error', text: 'Enter a key.' }]
  const errors: string[] = []
  if (key.length > LONGEST_KEY)
    errors.push(`It has ${key.length} characters; Azure takes up to ${LONGEST_KEY}.`)
  const bad = key.search(/[^\u0021-\u007e]/)
  if (bad >= 0)
    errors.push(
      key[bad] === ' '
        ? `There is a space at position ${bad + 1}; Azure takes none.`
        : `The character at position ${bad + 1} is not printable ASCII, which is all that Azure takes.`,
    )
  const warnings: string[] = []
  if (/[-~]/.test(key))
    warnings.push(
      'Azure’s documents disagree on whether “-” and “~” are allowed; without them nothing can go wrong.',
    )
  if (key.length < SHORT_KEY)
    warnings.push(`It has ${key.length} characters; fewer than ${SHORT_KEY} are easier to guess.`)
  return [
    ...errors.map((text): KeyRemark => ({ level: 'error', text })),
    ...warnings.map((text): KeyRemark => ({ level: 'warning', text })),
  ]
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A key of letters and digits, which every device takes; each equally likely.
 * @param random that many random bytes
 */
export function madeKey(length: number, random: (bytes: number) => Uint8Array): string {
  let key = ''
  // Bytes past the last whole round of letters would make some likelier.
  const whole = 256 - (256 % LETTERS.length)
  while (key.length < length) {
    for (const byte of random(2 * length)) {
      if (byte < whole && key.length < length) key += LETTERS[byte % LETTERS.length]
    }
  }
  return key
}

/**
 * PUT of a new key, which goes to the queue as the secret `{ value }`. Azure answers before it is done (VPN Gateway 5.4).
 * @param topic the form it is of
 */
export function setKey(connection: Connection, topic: Topic = 'key'): Action {
  const { id, name } = connection
  return {
    is: 'action',
    method: 'PUT',
    id,
    name,
    topic,
    segment: 'sharedkey',
    secret: 'the shared key',
    what: `Set the shared key of ${name}`,
    effect: dropWords(connection),
    action: WRITE_KEY,
    holds: heldBy(connection),
  }
}

/** Azure makes a key of its own (ARM contract 9.3). @param keyLength 1 to 128 */
export function resetKey(connection: Connection, keyLength: number): Action {
  const { id, name } = connection
  return {
    is: 'action',
    method: 'POST',
    id,
    name,
    topic: 'key',
    segment: 'sharedkey/reset',
    body: { keyLength },
    what: `Let Azure make a new shared key for ${name}`,
    effect: `${dropWords(connection)} Only Azure knows the new key until you reveal it.`,
    action: RESET_KEY,
    holds: heldBy(connection),
  }
}

/** Phase 1 lives 28,800 s at most (VPN Gateway 3.4), and cannot be renewed with two keys. */
function dropWords({ connectionType }: Connection): string {
  const far =
    connectionType?.toLowerCase() === 'vnet2vnet' ? 'the connection of the other gateway' : 'the device'
  return `Until ${far} has the same key, no tunnel can be negotiated: at the latest when phase 1 is renewed, within 8 hours, the connection drops.`
}
