import { expect, test } from 'vitest'
import type { ErrorKind, HubError } from '../errors.ts'
import { known, type Asked } from './asked.ts'
import { lacking } from './finding.ts'

const failed = (kind: ErrorKind, change: Partial<HubError> = {}): Asked<never> => ({
  is: 'failed',
  error: { kind, code: 'Code', message: '', details: [], ...change },
})

test('what is there lacks nothing', () => {
  expect(lacking(known(1, 0), 'ike')).toBeUndefined()
})

test.each<[what: string, asked: Asked<never>, missing: RegExp, how: RegExp]>([
  ['being read', { is: 'asking' }, /still being read/, /Wait/],
  [
    'not among what was read',
    { is: 'none' },
    /not among what was read/,
    /subscription to the scope.*getikesas/,
  ],
  [
    'no right',
    failed('forbidden', { status: 403, code: 'AuthorizationFailed' }),
    /not readable for this account \(403 AuthorizationFailed\)/,
    /Ask for a role with Microsoft\.Network\/connections\/getikesas\/action/,
  ],
  ['no answer', failed('network', { code: 'NoAnswer' }), /nothing answered \(NoAnswer\)/, /Check again/],
  ['busy', failed('busy', { status: 429 }), /another operation is running/, /Wait/],
  ['throttled', failed('throttled', { status: 429 }), /asked to wait/, /in a minute/],
  ['signed out', failed('auth'), /sign-in has ended/, /Sign in again/],
  ['locked', failed('conflict', { status: 409, code: 'ScopeLocked' }), /\(409 ScopeLocked\)/, /Check again/],
  ['a fault of Azure', failed('server', { status: 500 }), /no answer \(500 Code\)/, /Check again/],
])('says what is missing and how to get it: %s', (_, asked, missing, how) => {
  const told = lacking(asked, 'ike')
  expect(told?.missing).toMatch(missing)
  expect(told?.how).toMatch(how)
})
