import { describe, expect, it, test } from 'vitest'
import { grantedAt, scopesAbove } from './granted-at.ts'
import { kindActions } from './kind-actions.ts'

const ID = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/c'
const [S = '', G = ''] = scopesAbove(ID)
const reader = { actions: ['*/read'], notActions: [] }
const owner = { actions: ['*'], notActions: [] }

describe('where an action is granted', () => {
  const scopes = [
    { scope: S, permissions: [reader] },
    { scope: G, permissions: [reader, owner] },
    { scope: ID, permissions: [reader, owner] },
  ]
  it.each([
    ['the widest of several', scopes, 'a/read', S],
    ['the one that has it', scopes, 'a/write', G],
    ['none', scopes.slice(0, 1), 'a/write', undefined],
    ['one that could not be read is passed over', [{ scope: S }, ...scopes.slice(1)], 'a/read', G],
  ])('%s', (_, from, action, expected) => {
    expect(grantedAt(from, action)).toBe(expected)
  })
})

test('the scopes above a resource, the widest first', () => {
  expect(scopesAbove(ID)).toEqual(['/subscriptions/s', '/subscriptions/s/resourceGroups/g', ID])
})

test('what one can do to a connection, and to something the app has no model for', () => {
  expect(kindActions('connection', 'microsoft.network/CONNECTIONS').map(({ action }) => action)).toEqual([
    'Microsoft.Network/connections/read',
    'Microsoft.Network/connections/write',
    'Microsoft.Network/connections/delete',
    'Microsoft.Network/connections/sharedkey/action',
    'Microsoft.Network/connections/vpndeviceconfigurationscript/action',
    'Microsoft.Network/connections/startpacketcapture/action',
  ])
  expect(kindActions('other', 'Microsoft.Network/natGateways')[1]?.action).toBe(
    'Microsoft.Network/natGateways/write',
  )
})
