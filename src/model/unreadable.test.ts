import { describe, expect, it } from 'vitest'
import type { ErrorKind, HubError } from './errors.ts'
import type { Unreadable } from './inventory.ts'
import { unreadableRemedy, unreadableSummary, unreadTitle } from './unreadable.ts'

const LAB = { subscriptionId: 'aaaa', displayName: 'Lab' }

function unread(kind: ErrorKind, scope = '/subscriptions/aaaa'): Unreadable {
  const error = { kind, code: 'Code', message: 'words', status: 500, details: [] }
  return { scope, what: 'connections', action: 'Microsoft.Network/connections/read', error }
}

describe('what could not be read', () => {
  it.each<[ErrorKind, RegExp]>([
    ['forbidden', /lacks Microsoft\.Network\/connections\/read.*Reader/],
    ['auth', /Sign in again/],
    ['network', /Nothing answered/],
    ['throttled', /fewer requests/],
    ['server', /500 Code/],
    ['fault', /nothing is known of Azure\. Reload the page/],
  ])('has its own remedy when it is %s', (kind, says) => {
    expect(unreadableRemedy(unread(kind), false)).toMatch(says)
    if (kind !== 'forbidden') expect(unreadableRemedy(unread(kind), false)).not.toContain('/read')
  })

  it('names no sign-in in the demo, which has none', () => {
    expect(unreadableRemedy(unread('auth'), true)).toMatch(/fault “Sign-in expires”/)
  })

  it.each<[string, Partial<HubError>, RegExp]>([
    [
      'a sign-in that would be refused again',
      { signIn: 'refused', message: 'Ask the administrator.' },
      /^The sign-in was refused\. Ask the administrator\.$/,
    ],
    [
      'the sign-in of another directory',
      { code: 'InvalidAuthenticationTokenTenant' },
      /of another directory\. Refresh/,
    ],
    ['one that would help', { signIn: 'helps' }, /has ended\. Sign in again/],
  ])('does not say of %s that it has ended', (_, error, words) => {
    const one = unread('auth')
    expect(unreadableRemedy({ ...one, error: { ...one.error, ...error } }, false)).toMatch(words)
  })

  it.each([
    ['NotInResourceGraph', /subscription alone/],
    ['PagesRepeat', /is shown/],
    ['NotReadInSnapshot', /fewer subscriptions/],
    ['NotInFile', /Open a snapshot/],
    ['UnreadableAnswer', /^Trying again may help/],
  ])('is not said to be Azure’s word when it is %s', (code, says) => {
    const one = unread('server')
    const remedy = unreadableRemedy({ ...one, error: { ...one.error, code } }, false)
    expect(remedy).toMatch(says)
    expect(remedy).not.toContain('Azure answered')
  })

  it('is summed up by scope', () => {
    const group = '/subscriptions/aaaa/resourceGroups/rg'
    expect(unreadableSummary([], [LAB])).toBeUndefined()
    expect(unreadableSummary([unread('server')], [LAB])).toBe('connections in Lab')
    expect(unreadableSummary([unread('server'), unread('auth')], [LAB])).toBe(
      'Lab could not be read completely',
    )
    expect(unreadableSummary([unread('server'), unread('auth', group)], [LAB])).toBe(
      '2 scopes could not be read completely',
    )
  })

  it('is a directory by its name, with a sign-in of its own', () => {
    const tenants = [{ tenantId: 'f1', displayName: 'Fabrikam' }]
    const one = unread('auth', '/tenants/F1')
    expect(unreadTitle(one, [], tenants)).toBe('Directory Fabrikam')
    expect(unreadableSummary([one], [], tenants)).toBe('Directory Fabrikam')
    expect(unreadableRemedy({ ...one, error: { ...one.error, code: 'SignInNeeded' } }, false)).toBe(
      'It asks for a sign-in of its own.',
    )
    expect(unreadableRemedy(one, false)).toBe('words')
    expect(unreadTitle({ scope: '/tenants', what: 'other directories' }, [], tenants)).toMatch(/^Other/)
  })
})
