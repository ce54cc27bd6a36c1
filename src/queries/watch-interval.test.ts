import { expect, test } from 'vitest'
import { watchInterval } from './watch-interval.ts'

const [SECOND, MINUTE] = [1_000, 60_000]

test.each<[watched: number, hidden: boolean, demo: number | undefined, every: number]>([
  [0, false, undefined, 20 * SECOND],
  [10 * MINUTE, false, undefined, MINUTE],
  [119 * MINUTE, false, undefined, MINUTE],
  [120 * MINUTE, false, undefined, 5 * MINUTE],
  // Nobody looks: once a minute, or less often where it is slower already.
  [0, true, undefined, MINUTE],
  [120 * MINUTE, true, undefined, 5 * MINUTE],
  // In the demo it follows a click.
  [120 * MINUTE, false, 2 * SECOND, 2 * SECOND],
  [0, true, 2 * SECOND, MINUTE],
])('watched for %i ms, hidden %s, demo %s', (watched, hidden, demo, every) => {
  expect(watchInterval(watched, hidden, demo)).toBe(every)
})
