import { describe, expect, it, test } from 'vitest'
import { grants, matches, type Permission } from './permission.ts'

test.each([
  ['*', 'Microsoft.Network/connections/write', true],
  ['*/read', 'Microsoft.Network/connections/read', true],
  ['*/read', 'Microsoft.Network/connections/write', false],
  ['*/read', '/read', true],
  ['*/read', 'read', false],
  ['Microsoft.Network/*', 'microsoft.network/virtualHubs/effectiveRoutes/action', true],
  ['Microsoft.Network/*', 'Microsoft.NetworkFunction/x/read', false],
  ['MICROSOFT.NETWORK/CONNECTIONS/WRITE', 'Microsoft.Network/connections/write', true],
  ['Microsoft.Network/connections', 'Microsoft.Network/connections/write', false],
  ['Microsoft.Network/*/read', 'Microsoft.Network/virtualNetworks/subnets/read', true],
  ['Microsoft.Network/*/read', 'Microsoft.Network/read', false],
  ['*/connections/*', 'Microsoft.Network/connections/sharedkey/action', true],
  ['*ab*ab', 'xab', false],
  ['*ab*ab', 'xabab', true],
  ['**', 'Microsoft.Network/connections/write', true],
  ['a**b', 'ab', true],
  ['', '', true],
  ['', 'Microsoft.Network/connections/write', false],
  ['Microsoft.Network/.*', 'Microsoft.Network/connections/write', false],
  ['(a+)+$', 'aaaa', false],
])('%s and %s: %s', (pattern, action, expected) => {
  expect(matches(pattern, action)).toBe(expected)
})

test('a hostile pattern costs no time', () => {
  const pattern = '*a'.repeat(20_000)
  expect(matches(pattern, `${'a'.repeat(19_999)}b`)).toBe(false)
})

describe('grants', () => {
  const owner: Permission = { actions: ['*'], notActions: [] }
  const contributor: Permission = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }
  const reader: Permission = { actions: ['*/read'], notActions: [] }
  const lock = 'Microsoft.Authorization/locks/write'

  it.each<[string, Permission[], string, boolean]>([
    ['nothing', [], 'Microsoft.Network/connections/read', false],
    ['all actions', [owner], lock, true],
    ['what is not taken out', [contributor], 'Microsoft.Network/connections/write', true],
    ['what is taken out', [contributor], lock, false],
    ['what another element gives', [contributor, owner], lock, true],
    ['a not-action of an element without the action', [reader, contributor], lock, false],
    ['reading only', [reader], 'Microsoft.Network/connections/write', false],
  ])('%s', (_, permissions, action, expected) => {
    expect(grants(permissions, action)).toBe(expected)
  })
})
