import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/**
 * A test that did not pass at once: its file, its full name (none where the file itself failed), and the reason it gave for being
 * skipped or the first line of its first error.
 *
 * @typedef {{ file: string, name: string, reason: string }} Told
 */

/**
 * What a stage of `npm test` counted, and each test that it skipped, that failed, or that failed first and passed when tried again:
 * the last is counted as passed.
 *
 * @typedef {{ passed: number, failed: number, skipped: Told[], failures: Told[], retried: Told[] }} Tally
 */

/**
 * Hands a stage's tally to `npm test`; does nothing when the stage was started by hand.
 *
 * @param {Tally} tally
 */
export function report(tally) {
  const file = process.env.HUB_TALLY
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally))
}

export const noReason = 'no reason given'

/**
 * What an error says first, without the colours of a terminal.
 *
 * @param {{ message?: string | undefined } | undefined} error
 */
export function firstLine(error) {
  const lines = stripVTControlCharacters(error?.message ?? '').split('\n')
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'no error given'
}
