import { describe, expect, it } from 'vitest'
import { sharedData } from '../../support/shared-data.ts'
import { codesOfEmulator, unlisted } from './codes.ts'
import { evidence } from './document.ts'
import { SOURCES } from './sources.ts'
import { readTraffic } from './traffic.ts'

/** Errors whose code is ordered from outside, and the helper the rest goes through. */
const FROM_OUTSIDE = ['arm/spoiled.ts', 'arm/refusals.ts', 'arm/read-only.ts', 'serve/tokens.ts']

describe('the evidence of the emulator', () => {
  it('has every code as a literal where it is used', () => {
    expect(codesOfEmulator().length).toBeGreaterThan(100)
    expect(unlisted().filter((one) => !FROM_OUTSIDE.some((file) => one.startsWith(file)))).toEqual([])
  })

  it('has a recording or a source for every code, and no source for a code that is not answered', ({
    skip,
  }) => {
    const { codes: recorded } = readTraffic(sharedData('data/recordings', skip))
    const codes = new Set(codesOfEmulator().map((one) => one.code))
    expect([...codes].filter((code) => !recorded.has(code) && SOURCES[code] === undefined)).toEqual([])
    expect(Object.keys(SOURCES).filter((code) => !codes.has(code))).toEqual([])
    expect(Object.keys(SOURCES).filter((code) => recorded.has(code))).toEqual([])
  })

  it('is what docs/emulator-evidence.md says (npm run evidence)', async ({ skip }) => {
    const text = await evidence(sharedData('data/arm-specs', skip), sharedData('data/recordings', skip))
    await expect(text).toMatchFileSnapshot('../../../docs/emulator-evidence.md')
  }, 60_000)
})
