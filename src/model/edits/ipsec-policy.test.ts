import { describe, expect, it, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import { bodyOf } from './edit.ts'
import { policyEdit, policyProblems, PRESETS, type TypedPolicy, typedPolicyOf } from './ipsec-policy.ts'

const { Strong, Compatible } = PRESETS

describe('a policy', () => {
  it.each([['Strong' as const], ['Compatible' as const]])('%s has nothing against it', (name) => {
    expect(policyProblems(PRESETS[name])).toEqual([])
  })

  it.each<[what: string, change: Partial<TypedPolicy>, problem: string]>([
    ['with a member missing', { pfsGroup: '' }, 'error pfsGroup'],
    ['with GCM on one side', { ipsecIntegrity: 'SHA256' }, 'error ipsecIntegrity'],
    ['with two sizes of GCM', { ipsecEncryption: 'GCMAES128' }, 'error ipsecIntegrity'],
    ['that lives too short', { saLifeTimeSeconds: '299' }, 'error saLifeTimeSeconds'],
    ['with a lifetime in words', { saLifeTimeSeconds: 'x' }, 'error saLifeTimeSeconds'],
    ['that lives long', { saLifeTimeSeconds: '172800' }, 'advice saLifeTimeSeconds'],
    ['for too few bytes', { saDataSizeKilobytes: '1023' }, 'error saDataSizeKilobytes'],
    ['with a weak group', { dhGroup: 'DHGroup2' }, 'advice dhGroup'],
    ['with a discouraged group', { pfsGroup: 'PFS24' }, 'advice pfsGroup'],
    ['without encryption', { ipsecEncryption: 'None', ipsecIntegrity: 'SHA256' }, 'advice ipsecEncryption'],
  ])('%s', (_, change, problem) => {
    expect(policyProblems({ ...Strong, ...change }).map(({ is, field }) => `${is} ${field}`)).toEqual([
      problem,
    ])
  })
})

describe('changing it', () => {
  const policy = { ...typed(Strong), later: 'kept' }

  it.each<[what: string, before: object, wanted: TypedPolicy | undefined, after: object]>([
    [
      'sets one where there is an empty list',
      { ipsecPolicies: [] },
      Strong,
      { ipsecPolicies: [typed(Strong)] },
    ],
    ['sets one where there is no list', {}, Strong, { ipsecPolicies: [typed(Strong)] }],
    [
      'keeps members nobody here knows',
      { ipsecPolicies: [policy] },
      { ...Strong, dhGroup: 'ECP256' },
      { ipsecPolicies: [{ ...policy, dhGroup: 'ECP256' }] },
    ],
    ['takes it away', { ipsecPolicies: [policy] }, undefined, { ipsecPolicies: [] }],
    ['leaves what is as wanted', { ipsecPolicies: [policy] }, Strong, { ipsecPolicies: [policy] }],
  ])('%s', (_, before, wanted, after) => {
    const body = { properties: { ...before } }
    expect(bodyOf(policyEdit(connection('c', { body }), wanted), body)).toEqual({ properties: after })
  })
})

test('what is set is what the form begins with', () => {
  expect(typedPolicyOf(connection('c', { ipsecPolicies: [typed(Compatible)] }))).toEqual(Compatible)
  expect(typedPolicyOf(connection('c'))).toBeUndefined()
})

function typed({ saLifeTimeSeconds, saDataSizeKilobytes, ...algorithms }: TypedPolicy) {
  return {
    saLifeTimeSeconds: Number(saLifeTimeSeconds),
    saDataSizeKilobytes: Number(saDataSizeKilobytes),
    ...algorithms,
  }
}
