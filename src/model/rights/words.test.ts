import { describe, expect, it, test } from 'vitest'
import type { Right } from './right.ts'
import { factsText, placeName, rightWords, roleFor } from './words.ts'

const S = '/subscriptions/c48d2f7e-61a9-4b05-8e3c-d97a50f12b68'
const GROUP = `${S}/resourceGroups/rg-lab`
const CONNECTION = `${GROUP}/providers/Microsoft.Network/connections/cn-lab`
const lab = [{ subscriptionId: S.slice(15).toUpperCase(), displayName: 'Lab' }]
const lock = (level: string, notes?: string): Right => ({
  is: 'locked',
  lock: {
    id: `${GROUP}/providers/Microsoft.Authorization/locks/keep`,
    name: 'keep',
    level,
    scope: GROUP,
    ...(notes && { notes }),
  },
})

describe('why a control does not work', () => {
  it.each<[Right, RegExp]>([
    [{ is: 'reading' }, /are being read/],
    [
      { is: 'missing', action: 'Microsoft.Network/connections/write', scope: CONNECTION },
      /may not do this to cn-lab\. Ask an owner of the resource group rg-lab .* such as Network Contributor\.$/,
    ],
    [
      { is: 'missing', action: 'Microsoft.Resources/x/write', scope: S },
      /to the subscription Lab\. Ask an owner of the subscription Lab/,
    ],
    [lock('CanNotDelete'), /lock keep on the resource group rg-lab forbids deleting/],
    [lock('readonly', 'Audit until March'), /forbids changing/],
    [lock('Frozen'), /is in the way \(Frozen\)/],
    [{ is: 'readOnly', why: 'switch' }, /Read-only is on in this browser.*Turn it off/],
    [{ is: 'readOnly', why: 'snapshot' }, /record in a file/],
    [{ is: 'subscription', state: 'Disabled' }, /subscription is Disabled/],
  ])('%o', (right, expected) => {
    const words = rightWords(right, lab)
    expect(`${words?.what} ${words?.remedy}`).toMatch(expected)
  })

  it('says nothing where nothing is in the way', () => {
    expect(rightWords({ is: 'allowed' })).toBeUndefined()
    const right: Right = {
      is: 'unknown',
      error: { kind: 'network', code: 'NoAnswer', message: '', details: [] },
    }
    expect(rightWords(right)).toBeUndefined()
  })

  it('gives what somebody who can help needs to know', () => {
    const words = rightWords({
      is: 'missing',
      action: 'Microsoft.Network/connections/write',
      scope: CONNECTION,
    })
    expect(words && factsText(words).split('\n').slice(1)).toEqual([
      'Missing action: Microsoft.Network/connections/write',
      `Scope: ${CONNECTION}`,
    ])
    const locked = rightWords(lock('ReadOnly', 'Audit until March'))
    expect(locked?.facts).toContainEqual({ name: 'Notes', value: 'Audit until March' })
  })
})

test.each([
  [S, 'the subscription Lab'],
  ['/subscriptions/other', 'the subscription other'],
  [GROUP, 'the resource group rg-lab'],
  [CONNECTION, 'cn-lab'],
])('%s is %s', (scope, name) => {
  expect(placeName(scope, lab)).toBe(name)
})

test.each([
  ['Microsoft.Network/connections/read', /Reader/],
  ['microsoft.network/connections/sharedkey/action', /Network Contributor/],
  ['Microsoft.Authorization/locks/delete', /User Access Administrator/],
  ['Microsoft.Resources/deployments/write', /such as Contributor/],
])('%s: %s', (action, role) => {
  expect(roleFor(action)).toMatch(role)
})
