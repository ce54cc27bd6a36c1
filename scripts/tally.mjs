import { writeFileSync } from 'node:fs'

/**
 * What a stage of `npm test` counted, and each test that it skipped with the reason that the test gave.
 *
 * @typedef {{ passed: number, failed: number, skipped: { file: string, name: string, reason: string }[] }} Tally
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
