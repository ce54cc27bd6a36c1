import { describe, expect, it } from 'vitest'
import { sharedData } from '../support/shared-data.ts'
import { loadRecordings, RECORDINGS, yearOf, type Recording } from './replay/recordings.ts'
import { replay, type Replayed } from './replay/replay.ts'
import { memberDifferences, reportOn, reportOnVirtualWan } from './replay/report.ts'

/** From this year on the emulator must answer as the service did. */
const SINCE = 2021

/** What is reached, rounded down: less is a step back. */
const FLOOR = 0.95

describe('the recordings, replayed', () => {
  it('are answered as Azure answered them, from 2021 on', async ({ skip }) => {
    const recordings = loadRecordings(sharedData(RECORDINGS, skip)).filter((one) => yearOf(one) >= SINCE)
    const replayed = await replayAll(recordings)
    const report = reportOn(recordings, replayed)
    print(report.text)
    const wan = reportOnVirtualWan(replayed)
    print(wan.text)
    expect(wan.matched / wan.replayed).toBeGreaterThanOrEqual(FLOOR)
    expect(report.unexplained).toEqual([])
    expect(report.matched / report.replayed).toBeGreaterThanOrEqual(FLOOR)
  }, 120_000)

  it('from before show which members have come and gone', async ({ skip }) => {
    const recordings = loadRecordings(sharedData(RECORDINGS, skip)).filter((one) => yearOf(one) < SINCE)
    const replayed = await replayAll(recordings)
    print(memberDifferences(replayed))
    expect(replayed.filter(({ answer }) => answer?.status === 500)).toEqual([])
  }, 120_000)
})

async function replayAll(recordings: Recording[]): Promise<Replayed[]> {
  const replayed: Replayed[] = []
  for (const recording of recordings) replayed.push(...(await replay(recording)))
  return replayed
}

/** The figures are what this test is for: they belong in the output of a run that passes. */
function print(text: string): void {
  // oxlint-disable-next-line no-console
  console.info(text)
}
