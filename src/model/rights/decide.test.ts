import { expect, test } from 'vitest'
import type { HubError } from '../errors.ts'
import { decideRight, type Known, type RightFacts } from './decide.ts'
import type { Lock } from './lock.ts'
import type { Permission } from './permission.ts'
import type { Right } from './right.ts'

const SCOPE = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/c'
const WRITE = 'Microsoft.Network/connections/write'
const DELETE = 'Microsoft.Network/connections/delete'
const IKE = 'Microsoft.Network/connections/getikesas/action'
const RESET = 'Microsoft.Network/connections/resetconnection/action'
const READ = 'Microsoft.Network/connections/read'

const known = <T>(value: T): Known<T> => ({ is: 'known', value })
const all: Known<readonly Permission[]> = known([{ actions: ['*'], notActions: [] }])
const reader: Known<readonly Permission[]> = known([{ actions: ['*/read'], notActions: [] }])
const none: Known<readonly Lock[]> = known([])
const lock: Lock = {
  id: `${SCOPE}/x`,
  name: 'x',
  level: 'ReadOnly',
  scope: '/subscriptions/s/resourceGroups/g',
}
const locked: Known<readonly Lock[]> = known([lock])
const reading = { is: 'reading' } as const
const error: HubError = { kind: 'server', code: 'No', message: 'No.', details: [] }
const failed = { is: 'failed', error } as const

test.each<[string, Partial<RightFacts>, Right]>([
  ['everything known and allowed', {}, { is: 'allowed' }],
  ['a role that lacks it', { permissions: reader }, { is: 'missing', action: WRITE, scope: SCOPE }],
  [
    'a role that lacks it, locks on their way',
    { permissions: reader, locks: reading },
    { is: 'missing', action: WRITE, scope: SCOPE },
  ],
  ['no role', { permissions: known([]) }, { is: 'missing', action: WRITE, scope: SCOPE }],
  ['a lock', { locks: locked }, { is: 'locked', lock }],
  ['a lock, rights on their way', { permissions: reading, locks: locked }, { is: 'locked', lock }],
  ['a lock, rights not readable', { permissions: failed, locks: locked }, { is: 'locked', lock }],
  [
    'both missing and locked',
    { permissions: reader, locks: locked },
    { is: 'missing', action: WRITE, scope: SCOPE },
  ],
  ['rights on their way', { permissions: reading }, { is: 'reading' }],
  ['locks on their way', { locks: reading }, { is: 'reading' }],
  ['rights not readable', { permissions: failed }, { is: 'unknown', error }],
  [
    'rights not readable, locks on their way',
    { permissions: failed, locks: reading },
    { is: 'unknown', error },
  ],
  ['locks not readable', { locks: failed }, { is: 'unknown', error }],
  ['the switch', { readOnly: 'switch', permissions: reading }, { is: 'readOnly', why: 'switch' }],
  ['a snapshot', { readOnly: 'snapshot' }, { is: 'readOnly', why: 'snapshot' }],
  ['the switch lets read', { readOnly: 'switch', action: READ }, { is: 'allowed' }],
  ['the switch lets ask', { readOnly: 'switch', action: IKE }, { is: 'allowed' }],
  [
    'the switch lets ask who may',
    { readOnly: 'switch', action: IKE, permissions: reader },
    { is: 'missing', action: IKE, scope: SCOPE },
  ],
  [
    'the switch against another action',
    { readOnly: 'switch', action: RESET },
    { is: 'readOnly', why: 'switch' },
  ],
  [
    'a snapshot lets nothing be asked',
    { readOnly: 'snapshot', action: IKE },
    { is: 'readOnly', why: 'snapshot' },
  ],
  ['locks let read', { action: READ, locks: reading }, { is: 'allowed' }],
  ['past due', { state: 'PastDue' }, { is: 'allowed' }],
  ['a state of later', { state: 'Sleepy' }, { is: 'allowed' }],
  ['warned', { state: 'Warned' }, { is: 'subscription', state: 'Warned' }],
  ['disabled', { state: 'disabled', permissions: reading }, { is: 'subscription', state: 'disabled' }],
  ['deleting in a disabled one', { state: 'Disabled', action: DELETE }, { is: 'allowed' }],
  [
    'deleting in a deleted one',
    { state: 'Deleted', action: DELETE },
    { is: 'subscription', state: 'Deleted' },
  ],
])('%s', (_, facts, expected) => {
  expect(decideRight({ action: WRITE, scope: SCOPE, permissions: all, locks: none, ...facts })).toEqual(
    expected,
  )
})
