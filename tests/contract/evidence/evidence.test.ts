import { describe, expect, it } from 'vitest'
import { sharedData } from '../../support/shared-data.ts'
import { codesOfEmulator, unlisted } from './codes.ts'
import { evidence } from './document.ts'
import { SOURCES, sourceOf } from './sources.ts'
import { readTraffic, recordingOf } from './traffic.ts'

/** Errors whose code is ordered from outside, and what the rest goes through. */
const FROM_OUTSIDE = [
  'arm/spoiled.ts',
  'arm/refusals.ts',
  'arm/read-only.ts',
  'serve/tokens.ts: gatewayError(code, message)',
]

describe('the evidence of the emulator', () => {
  it('has every code as a literal where it is used', () => {
    const codes = codesOfEmulator()
    expect(codes.length).toBeGreaterThan(100)
    // One of each way a call is written.
    for (const [way, status, code] of [
      ['front end', 404, 'SubscriptionNotFound'],
      ['front end', 401, 'InvalidAuthenticationToken'],
      ['front end', 401, 'InvalidAuthenticationTokenAudience'],
      ['Resource Graph', 400, 'BadRequest'],
      ['network provider', 404, 'NotFound'],
      ['in use', 400, 'InUseSubnetCannotBeDeleted'],
      ['within', undefined, 'InvalidQuery'],
    ])
      expect(codes).toContainEqual({ way, status, code, file: expect.any(String) })
    expect(unlisted().filter((one) => !FROM_OUTSIDE.some((file) => one.startsWith(file)))).toEqual([])
  })

  it('has a recording or a source for every code, and no source for a code that is not answered', ({
    skip,
  }) => {
    const traffic = readTraffic(sharedData('data/recordings', skip))
    const unrecorded = codesOfEmulator().filter((one) => recordingOf(traffic, one) === undefined)
    const needed = new Set(unrecorded.map((one) => sourceOf(one) ?? `${one.way} ${one.code}: no source`))
    expect([...needed].sort()).toEqual(Object.keys(SOURCES).sort())
  })

  it('is by way and status: what one recorded answer says proves nothing of another', ({ skip }) => {
    const traffic = readTraffic(sharedData('data/recordings', skip))
    const missing = { code: 'NotFound', status: 404, way: 'network provider', file: '' } as const
    expect(recordingOf(traffic, missing)).toMatch(/\.json$/)
    expect(recordingOf(traffic, { ...missing, way: 'front end' })).toBeUndefined()
    expect(recordingOf(traffic, { ...missing, status: 400 })).toBeUndefined()
    // Recorded as details of a group that could not go.
    const blocked = {
      code: 'InUseSubnetCannotBeDeleted',
      status: undefined,
      way: 'within',
      file: '',
    } as const
    expect(recordingOf(traffic, blocked)).toMatch(/\.json$/)
    expect(recordingOf(traffic, { ...blocked, status: 400, way: 'in use' })).toBeUndefined()
  })

  it('is what docs/emulator-evidence.md says (npm run evidence)', async ({ skip }) => {
    const text = await evidence(sharedData('data/arm-specs', skip), sharedData('data/recordings', skip))
    await expect(text).toMatchFileSnapshot('../../../docs/emulator-evidence.md')
  }, 60_000)
})
