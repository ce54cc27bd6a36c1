import { missingForBgp } from './needs.ts'

/** One line before the tests, since not every reporter tells why a test was skipped. */
export default function sayMissing(): void {
  const missing = missingForBgp()
  if (missing !== undefined) process.stdout.write(`\nNot everything can be proven here: ${missing}\n`)
}
