import { expect, test } from 'vitest'
import { type Lock, lockAgainst } from './lock.ts'

const S = '/subscriptions/3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4'
const GROUP = `${S}/resourceGroups/rg-net-weu`
const GATEWAY = `${GROUP}/providers/Microsoft.Network/virtualNetworkGateways/vgw`
const GATEWAYS = 'Microsoft.Network/virtualNetworkGateways'

const lock = (scope: string, level: string): Lock => ({
  id: `${scope}/providers/Microsoft.Authorization/locks/l`,
  name: 'l',
  level,
  scope,
})

test.each<[string, Lock[], string, string, string | undefined]>([
  ['no lock', [], 'delete', GATEWAY, undefined],
  ['deleting, on itself', [lock(GATEWAY, 'CanNotDelete')], 'delete', GATEWAY, GATEWAY],
  ['deleting, on its group', [lock(GROUP, 'CanNotDelete')], 'delete', GATEWAY, GROUP],
  ['deleting, on its subscription', [lock(S, 'CanNotDelete')], 'delete', GATEWAY, S],
  [
    'deleting, on a child',
    [lock(`${GATEWAY}/natRules/n`, 'CanNotDelete')],
    'delete',
    GATEWAY,
    `${GATEWAY}/natRules/n`,
  ],
  ['writing is not deleting', [lock(GROUP, 'CanNotDelete')], 'write', GATEWAY, undefined],
  ['resetting is not deleting', [lock(GROUP, 'CanNotDelete')], 'reset/action', GATEWAY, undefined],
  ['writing', [lock(GROUP, 'ReadOnly')], 'write', GATEWAY, GROUP],
  ['deleting what is read-only', [lock(GROUP, 'readonly')], 'delete', GATEWAY, GROUP],
  ['an action on what is read-only', [lock(GROUP, 'ReadOnly')], 'reset/action', GATEWAY, GROUP],
  ['reading goes on', [lock(GROUP, 'ReadOnly')], 'read', GATEWAY, undefined],
  [
    'writing beside what is read-only',
    [lock(`${GATEWAY}/natRules/n`, 'ReadOnly')],
    'write',
    GATEWAY,
    undefined,
  ],
  ['a name that begins the same', [lock(`${GROUP}2`, 'CanNotDelete')], 'delete', GATEWAY, undefined],
  ['other case', [lock(GROUP.toUpperCase(), 'CanNotDelete')], 'delete', GATEWAY, GROUP.toUpperCase()],
  ['the wider of two', [lock(GATEWAY, 'ReadOnly'), lock(S, 'CanNotDelete')], 'delete', GATEWAY, S],
  ['a level of later', [lock(GROUP, 'NotSpecified')], 'delete', GATEWAY, undefined],
])('%s', (_, locks, verb, scope, expected) => {
  expect(lockAgainst(locks, `${GATEWAYS}/${verb}`, scope)?.scope).toBe(expected)
})
