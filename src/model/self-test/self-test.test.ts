import { describe, expect, it } from 'vitest'
import type { Deployment } from '../deployment.ts'
import type { HubError } from '../errors.ts'
import { type BrowserFacts, setupFaults } from './findings.ts'
import { headerFindings, type HeaderState } from './headers.ts'
import type { SelfTestAnswer, SelfTestReading, TokenFacts } from './reading.ts'
import { selfTestReport } from './report.ts'

const TENANT = '33333333-aaaa-4bbb-8ccc-444444444444'
const DEPLOYMENT: Deployment = {
  clientId: 'client',
  tenantId: TENANT,
  cloud: {
    title: 'Azure',
    armEndpoint: 'https://management.azure.com',
    authorityHost: 'https://login.microsoftonline.com',
    scope: 'https://management.azure.com/.default',
  },
}
const BROWSER: BrowserFacts = {
  localStorage: true,
  sessionStorage: true,
  indexedDb: true,
  address: 'https://hub.example.com/net/',
  cookies: true,
  secure: true,
  online: true,
}
const TOKEN: TokenFacts = {
  is: 'read',
  expiresAt: 1_000_000,
  audience: 'https://management.azure.com/',
  tenantId: TENANT,
  issuer: 'https://sts.windows.net/x/',
  clientId: 'client',
  scopes: ['user_impersonation'],
}

function answered(headers: Record<string, string> = {}, status = 200, subscriptions = 2): SelfTestAnswer {
  return { is: 'answered', status, milliseconds: 12, headers, subscriptions }
}

function reading(token: TokenFacts = TOKEN, answer: SelfTestAnswer = answered()): SelfTestReading {
  return { at: 0, token, answer }
}

function signInError(code: string): HubError {
  return { kind: 'auth', code, message: 'Do this.', details: [] }
}

describe('headerFindings', () => {
  const ALL = { 'x-ms-request-id': '1', 'x-ms-correlation-request-id': '2' }

  it.each<[string, Record<string, string>, string, HeaderState]>([
    ['that came', ALL, 'x-ms-request-id', 'read'],
    ['that every answer has and that did not come', {}, 'x-ms-request-id', 'hidden'],
    ['that only some answers have', ALL, 'Azure-AsyncOperation', 'open'],
    [
      'that is named for scripts',
      { 'access-control-expose-headers': 'Location, Azure-AsyncOperation' },
      'Azure-AsyncOperation',
      'named',
    ],
    [
      'that is not among those named',
      { 'access-control-expose-headers': 'Location' },
      'Retry-After',
      'hidden',
    ],
    [
      'that is one of a family',
      { 'x-ms-ratelimit-remaining-tenant-reads': '11' },
      'x-ms-ratelimit-remaining-*',
      'read',
    ],
  ])('says of a header %s what it is', (_, headers, name, state) => {
    const found = headerFindings(answered(headers)).find((finding) => finding.name === name)
    expect(found?.state).toBe(state)
  })

  it('knows nothing where nothing answered', () => {
    expect(headerFindings({ is: 'notAsked' })).toEqual([])
  })
})

describe('setupFaults', () => {
  it('finds nothing where all is well', () => {
    expect(setupFaults({ reading: reading(), browser: BROWSER, deployment: DEPLOYMENT })).toEqual([])
  })

  it.each<[string, RegExp]>([
    ['WrongRedirectType', /type of redirect/],
    ['WrongRedirectAddress', /not registered/],
    ['TenantNotFound', /Wrong directory/],
    ['ConsentMissing', /Consent missing/],
    ['SilentSignInBlocked', /Cookies blocked/],
  ])('names %s, once, with the words of the failure', (code, what) => {
    const problem = signInError(code)
    const faults = setupFaults({
      reading: reading({ is: 'none', error: problem }, { is: 'notAsked' }),
      browser: BROWSER,
      deployment: DEPLOYMENT,
      problem,
    })
    expect(faults).toEqual([{ what: expect.stringMatching(what), remedy: 'Do this.' }])
  })

  it.each<[string, Partial<BrowserFacts>, TokenFacts, SelfTestAnswer, RegExp]>([
    ['no TLS', { secure: false }, TOKEN, answered(), /without TLS/],
    ['blocked cookies', { cookies: false }, TOKEN, answered(), /blocks cookies/],
    ['blocked storage', { sessionStorage: false }, TOKEN, answered(), /store nothing/],
    ['no network', { online: false }, TOKEN, answered(), /no network/],
    [
      'another audience',
      {},
      { ...TOKEN, audience: 'https://graph.microsoft.com' },
      answered(),
      /for https:\/\/graph/,
    ],
    ['another directory', {}, { ...TOKEN, tenantId: 'other' }, answered(), /directory other/],
    ['a missing permission', {}, { ...TOKEN, scopes: ['User.Read'] }, answered(), /user_impersonation/],
    ['a refused token', {}, TOKEN, answered({}, 401), /did not accept/],
    ['no subscription', {}, TOKEN, answered({}, 200, 0), /no subscription/],
    [
      'no answer',
      {},
      TOKEN,
      { is: 'unanswered', milliseconds: 5, error: signInError('NoAnswer') },
      /management\.azure\.com did not answer/,
    ],
    [
      'a fault of its own',
      {},
      TOKEN,
      { is: 'unanswered', milliseconds: 5, error: { ...signInError('Fault'), kind: 'fault' } },
      /^A part of this app failed.*nothing is known of Azure$/,
    ],
  ])('finds %s', (_, browser, token, answer, what) => {
    const faults = setupFaults({
      reading: reading(token, answer),
      browser: { ...BROWSER, ...browser },
      deployment: DEPLOYMENT,
    })
    expect(faults.map((fault) => fault.what)).toEqual([expect.stringMatching(what)])
  })

  it('takes ARM under each of its names, and any directory where any may sign in', () => {
    for (const audience of ['https://management.core.windows.net/', '797f4846-ba00-4fd7-ba43-dac1f8f63013']) {
      const token = { ...TOKEN, audience, tenantId: 'other' }
      const deployment = { ...DEPLOYMENT, tenantId: 'organizations' }
      expect(setupFaults({ reading: reading(token), browser: BROWSER, deployment })).toEqual([])
    }
  })
})

describe('selfTestReport', () => {
  it.each([
    [
      "The client 'alex@contoso.example' with object id 'a1b2' does not have authorization",
      "The client '…@contoso.example' with object id 'a1b2'",
    ],
    ['for live.com#alex.kim@outlook.example, AADSTS50020', 'for …@outlook.example, AADSTS50020'],
    [
      "User account 'alex_fabrikam.example#EXT#@contoso.onmicrosoft.example' of",
      "'…@contoso.onmicrosoft.example' of",
    ],
  ])('holds no address of a person: %s', (message, masked) => {
    const error = { ...signInError('AuthorizationFailed'), message }
    const answer = { ...answered({}, 403), error }
    const report = selfTestReport(
      { reading: reading(TOKEN, answer), browser: BROWSER, deployment: DEPLOYMENT },
      [{ what: message, remedy: '' }],
    )
    expect(report).toContain(masked)
    expect(report).not.toContain('alex')
    expect(report.split('…@')).toHaveLength(3)
  })

  it('holds what was found', () => {
    const facts = { reading: reading(), browser: BROWSER, deployment: DEPLOYMENT }
    const report = selfTestReport(facts, [{ what: 'A thing', remedy: 'Mend it.' }])
    expect(report).toContain('- A thing. Mend it.')
    expect(report).toContain('HTTP 200 after 12 ms')
    expect(report).toContain('redirect URI: https://hub.example.com/net/')
    expect(report).toContain('scopes: user_impersonation')
    expect(report).toContain('x-ms-request-id: Not readable')
    expect(report).toContain('cookies: yes')
  })
})
