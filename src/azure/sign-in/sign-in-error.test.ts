import { AuthError, BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { describe, expect, it } from 'vitest'
import { isAzuresWord } from '../../model/errors.ts'
import { signInFailure } from './sign-in-error.ts'

const entra = (number: string, says = 'Words of Entra.') =>
  `AADSTS${number}: ${says} Trace ID: 11111111-1111-1111-1111-111111111111 Correlation ID: 22222222-2222-2222-2222-222222222222 Timestamp: 2026-11-28 10:00:00Z`

describe('signInFailure', () => {
  it.each<[string, Error, string, string, RegExp]>([
    [
      'missing consent',
      new InteractionRequiredAuthError('consent_required', '', entra('65001')),
      'ConsentMissing',
      'person',
      /administrator.*user_impersonation/,
    ],
    [
      'a declined consent',
      new ServerError('access_denied', '', entra('65004')),
      'SignInCancelled',
      'person',
      /again/,
    ],
    [
      'a guest nobody invited',
      new ServerError('invalid_grant', '', entra('50020')),
      'AccountNotInTenant',
      'refused',
      /guest/,
    ],
    [
      'no such directory',
      new ServerError('invalid_request', '', entra('90002')),
      'TenantNotFound',
      'refused',
      /tenantId/,
    ],
    [
      'no such app',
      new ServerError('unauthorized_client', '', entra('700016')),
      'ClientNotFound',
      'refused',
      /clientId/,
    ],
    [
      'the Web platform',
      new ServerError('invalid_request', '', entra('9002326')),
      'WrongRedirectType',
      'refused',
      /single-page application/,
    ],
    [
      'an unknown address',
      new ServerError('invalid_request', '', entra('50011')),
      'WrongRedirectAddress',
      'refused',
      /redirect URI/,
    ],
    [
      'conditional access',
      new ServerError('access_denied', '', entra('53003')),
      'BlockedByDirectory',
      'refused',
      /administrator/,
    ],
    [
      'a second factor',
      new InteractionRequiredAuthError('interaction_required', '', entra('50076')),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    [
      'an unknown number that wants a person',
      new InteractionRequiredAuthError('interaction_required', '', entra('99999')),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    [
      'nobody signed in',
      new InteractionRequiredAuthError('login_required', ''),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    ['the Back button', new BrowserAuthError('user_cancelled', ''), 'SignInCancelled', 'person', /cancelled/],
    [
      'blocked cookies',
      new BrowserAuthError('timed_out', '', 'redirect_bridge_timeout'),
      'SilentSignInBlocked',
      'person',
      /cookies/,
    ],
    [
      'a frame that never came back',
      new AuthError('timed_out', '', undefined, 'monitor_window_timeout'),
      'SilentSignInBlocked',
      'person',
      /cookies/,
    ],
    [
      'an unseen frame in which nobody is known',
      new InteractionRequiredAuthError('login_required', '', entra('50058')),
      'SilentSignInBlocked',
      'person',
      /has ended too, or the browser blocks cookies/,
    ],
    [
      'a sign-in page that does not open',
      new BrowserAuthError('timed_out', '', 'failed_to_redirect'),
      'SignInUnreachable',
      'later',
      /did not answer/,
    ],
    ['a foreign answer', new AuthError('state_mismatch', ''), 'SignInAnswerUnknown', 'person', /not used/],
    ['no network', new BrowserAuthError('post_request_failed', ''), 'SignInUnreachable', 'later', /network/],
    [
      'a renewal that has ended',
      new ServerError('invalid_grant', '', `700082 - [2026-11-28 10:00:00Z]: ${entra('700082')}`),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    [
      'a renewal that nobody used for long',
      new ServerError('invalid_grant', '', entra('70008')),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    [
      'a sign-in from before another password',
      new InteractionRequiredAuthError('invalid_grant', '', entra('50133')),
      'SignInNeeded',
      'person',
      /Sign in/,
    ],
    [
      'an account that is disabled',
      new ServerError('invalid_grant', '', entra('50057')),
      'BlockedByDirectory',
      'refused',
      /administrator/,
    ],
    [
      'a domain that nobody has',
      new ServerError('invalid_request', '', entra('50128')),
      'TenantNotFound',
      'refused',
      /tenantId/,
    ],
    [
      'an address under the platform Web',
      new ServerError('invalid_client', '', entra('7000218')),
      'WrongRedirectType',
      'refused',
      /single-page application/,
    ],
    [
      'an unknown number of a renewal that has ended',
      new ServerError('invalid_grant', '', entra('99999')),
      'SignInNeeded',
      'person',
      /\(AADSTS99999\)/,
    ],
    ['a chunk that did not load', new TypeError('Failed to fetch'), 'NoAnswer', 'later', /part of the app/],
  ])('knows %s', (_, thrown, code, next, message) => {
    const failure = signInFailure(thrown)
    expect(failure).toMatchObject({ next, error: { code } })
    expect(failure.error.signIn).toBe({ person: 'helps', refused: 'refused', later: undefined }[next])
    expect(isAzuresWord(failure.error)).toBe(false)
    expect(failure.error.message).toMatch(message)
  })

  it("keeps the provider's own words and ids beside its own sentence", () => {
    const { error } = signInFailure(new ServerError('invalid_grant', 'own', entra('50020', 'No such user.')))
    expect(error.message).toMatch(/guest\. \(AADSTS50020\)$/)
    expect(error.details).toEqual([{ code: 'AADSTS50020', message: 'No such user.' }])
    expect(error.correlationId).toBe('22222222-2222-2222-2222-222222222222')
  })

  it('shows what it does not know as it came, shortened', () => {
    const { error, next } = signInFailure(
      new ServerError('invalid_request', '', entra('123456', `<b>${'x'.repeat(600)}`)),
    )
    expect(error).toMatchObject({ kind: 'auth', code: 'AADSTS123456', details: [] })
    expect(error.message).toMatch(/^AADSTS123456: <b>xxx/)
    expect(error.message.length).toBeLessThanOrEqual(500)
    expect(next).toBe('person')
    expect(signInFailure('odd').error).toMatchObject({ code: 'SignInFailed', message: 'odd' })
  })

  it('hands on the claims that the provider wants', () => {
    const thrown = new InteractionRequiredAuthError('interaction_required', '', 'x', '', '', '', '{"a":1}')
    expect(signInFailure(thrown).claims).toBe('{"a":1}')
  })
})
