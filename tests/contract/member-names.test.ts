import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sharedData } from '../support/shared-data.ts'
import { emulatorShows, recordingsShow } from './member-answers.ts'
import { lacking, tableOf, unrecordedIn, type MemberTable, type Shown } from './member-table.ts'
import { loadRecordings, RECORDINGS, yearOf } from './replay/recordings.ts'

/** Names only, from the recordings of 2021 and later; written by this test (CONTRIBUTING.md). */
const FILE = resolve(import.meta.dirname, 'member-names.json')

interface Names {
  recorded: MemberTable
  /** What the emulator shows besides, by type. The published schemas have it: `shapes.test.ts` and `writes.test.ts`. */
  besides: Record<string, string[]>
}

describe('the names of members', () => {
  let shown: Shown[]
  beforeAll(async () => {
    shown = await emulatorShows()
  }, 60_000)

  it('are written down as recorded', async ({ skip }) => {
    const recordings = loadRecordings(sharedData(RECORDINGS, skip)).filter((one) => yearOf(one) >= 2021)
    const { shown: recorded, sent } = recordingsShow(recordings)
    const table = tableOf(recorded, sent)
    const names: Names = { recorded: table, besides: besides(shown, table) }
    await expect(`${JSON.stringify(names, null, 1)}\n`).toMatchFileSnapshot(FILE)
  })

  it('are what the emulator shows: all that the service always shows, and none it never did', () => {
    const names = JSON.parse(readFileSync(FILE, 'utf8')) as Names
    const types = new Set(shown.map(({ type }) => type))
    expect(
      Object.keys(names.recorded).filter((type) => !types.has(type) && type !== 'expressRoutePortsLocations'),
    ).toEqual([])
    expect([...new Set(shown.flatMap((one) => lacking(one, names.recorded)))]).toEqual([])
    expect(besides(shown, names.recorded)).toEqual(names.besides)
  })
})

function besides(shown: readonly Shown[], table: MemberTable): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const type of Object.keys(table)) {
    const paths = new Set(shown.flatMap((one) => (one.type === type ? unrecordedIn(one, table) : [])))
    if (paths.size > 0) found[type] = [...paths].sort()
  }
  return found
}
