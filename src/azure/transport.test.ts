import type { TokenCredential } from '@azure/core-auth'
import { describe, expect, test, vi } from 'vitest'
import { HubFailure } from '../model/errors.ts'
import { newestIn, apiVersionFor, withVersionFallback } from './api-versions.ts'
import { authorized, cachedCredential } from './credential.ts'
import { json, scripted } from './scripted.ts'
import { fetchSend, onlyTo, timerSleep } from './transport.ts'

const get = (url: string) => ({ url, method: 'GET', headers: {} })
const ARM = 'https://management.azure.com'

test('fetch sends no cookies, no referrer, and gives headers in lower case', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(new Response('{}', { headers: { ETag: 'e' } })),
  )
  const answer = await fetchSend(fetch)({ ...get(`${ARM}/x`), method: 'PUT', body: '{}' })
  expect(answer).toMatchObject({ status: 200, body: '{}', headers: { etag: 'e' } })
  expect(fetch.mock.calls[0]?.[0]).toMatchObject({
    method: 'PUT',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  })
})

describe('fetch', () => {
  const cut = () =>
    new Response(new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) }))

  test.each<[string, () => Promise<Response>]>([
    ['Chromium', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['Firefox', () => Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'))],
    ['Safari', () => Promise.reject(new TypeError('Load failed'))],
    [
      'Safari in another language',
      () => Promise.reject(new TypeError('Es besteht anscheinend keine Verbindung zum Internet.')),
    ],
    ['Node', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }))],
    ['a time limit', () => Promise.reject(new DOMException('signal timed out', 'TimeoutError'))],
    ['an end that nobody asked for', () => Promise.reject(new DOMException('Aborted', 'AbortError'))],
    ['a connection that drops within the answer', () => Promise.resolve(cut())],
  ])('that fails as in %s had no answer', async (_, fetch) => {
    await expect(fetchSend(fetch)(get(`${ARM}/x`))).rejects.toMatchObject({
      error: { kind: 'network', code: 'NoAnswer' },
    })
  })

  test('of what is no request fails with a fault of the app', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const asked = fetchSend(fetch)({ ...get(`${ARM}/x`), headers: { 'not a name': '' } })
    await expect(asked).rejects.toBeInstanceOf(TypeError)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('that its caller ends fails with the caller’s reason', async () => {
    const abort = new AbortController()
    const fetch = () => {
      abort.abort(new Error('enough'))
      return Promise.reject(new DOMException('Aborted', 'AbortError'))
    }
    await expect(fetchSend(fetch)(get(`${ARM}/x`), abort.signal)).rejects.toThrow('Aborted')
  })
})

test.each([
  'https://evil.example/x',
  'https://management.azure.com.evil.example/x',
  'http://management.azure.com/x',
  '//x',
  '',
])('a token never goes to %s', async (url) => {
  const { send, asked } = scripted([])
  await expect(onlyTo(ARM, send)(get(url))).rejects.toMatchObject({
    error: { kind: 'server', code: 'ForeignAddress' },
  })
  expect(asked).toEqual([])
})

test('a wait ends when it is aborted', async () => {
  const abort = new AbortController()
  const wait = timerSleep(60_000, abort.signal)
  abort.abort(new Error('enough'))
  await expect(wait).rejects.toThrow('enough')
  await expect(timerSleep(1, abort.signal)).rejects.toThrow('enough')
})

describe('api-version', () => {
  test.each([
    ['/subscriptions', '2022-12-01'],
    ['/subscriptions/s/resources', '2025-04-01'],
    ['/subscriptions/s/resourceGroups/r', '2025-04-01'],
    ['/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/connections/c', '2025-05-01'],
    ['/subscriptions/s/resourceGroups/r/providers/Microsoft.Resources/deployments/d', '2025-04-01'],
    [
      '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/connections/c/providers/Microsoft.Insights/metrics',
      '2024-02-01',
    ],
    ['/subscriptions/s/resourceGroups/r/providers/Microsoft.Unheard/x/y', '2024-01-01'],
  ])('%s', (path, version) => expect(apiVersionFor(path)).toBe(version))

  const message =
    "No registered resource provider found for location 'x' and API version '2025-05-01' for type 'connections'. " +
    "The supported api-versions are '2015-06-15, 2024-05-01, 2024-07-01, 2025-01-01-preview'."

  test('the newest stable one ARM names', () => {
    expect([newestIn(message), newestIn('nothing')]).toEqual(['2024-07-01', undefined])
  })

  test('a version that is not served is asked for once, and not again', async () => {
    const refused = json({ error: { code: 'NoRegisteredProviderFound', message } }, 400)
    const { send, asked } = scripted([['api-version=2025-05-01', refused]])
    const url = `${ARM}/subscriptions/s/providers/Microsoft.Network/connections?api-version=2025-05-01&a=b`
    const fallback = withVersionFallback(send)
    expect((await fallback(get(url))).status).toBe(200)
    expect((await fallback(get(url))).status).toBe(200)
    expect(asked.map((request) => /api-version=([^&]+)/.exec(request.url)?.[1])).toEqual([
      '2025-05-01',
      '2024-07-01',
      '2024-07-01',
    ])
  })

  test('each provider of a path stands for itself', async () => {
    const refused = json({ error: { code: 'NoRegisteredProviderFound', message } }, 400)
    const { send, asked } = scripted([['Insights/metrics?api-version=2025-05-01', refused]])
    const connection = `${ARM}/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/connections/c`
    const fallback = withVersionFallback(send)
    await fallback(get(`${connection}/providers/Microsoft.Insights/metrics?api-version=2025-05-01`))
    await fallback(
      get(`${connection}?api-version=2025-05-01&$filter='/providers/Microsoft.Insights/metrics'`),
    )
    expect(asked.map(({ url }) => /api-version=([^&]+)/.exec(url)?.[1])).toEqual([
      '2025-05-01',
      '2024-07-01',
      '2025-05-01',
    ])
  })
})

describe('credential', () => {
  test('one token for everybody until it nears its end', async () => {
    let now = 0
    const getToken = vi.fn(() => Promise.resolve({ token: 't', expiresOnTimestamp: now + 3_600_000 }))
    const cached = cachedCredential({ getToken }, () => now)
    await Promise.all([cached.getToken('s'), cached.getToken('s'), cached.getToken('s')])
    expect(getToken).toHaveBeenCalledTimes(1)
    now = 3_400_000
    await cached.getToken('s')
    expect(getToken).toHaveBeenCalledTimes(2)
  })

  test('a claims challenge is answered once, with the claims', async () => {
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa('{"a":1}')}"`
    const { send, asked } = scripted([['GET', json({}, 401, { 'www-authenticate': challenge })]])
    const getToken = vi.fn((_: string | string[], options?: { claims?: string }) =>
      Promise.resolve({ token: options?.claims ?? 'plain', expiresOnTimestamp: 1e15 }),
    )
    const answer = await authorized(send, { credential: { getToken }, scopes: 's' })(get(`${ARM}/x`))
    expect(answer.status).toBe(401)
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer plain', 'Bearer {"a":1}'])
  })

  test('a challenge to the answer of a challenge needs a person', async () => {
    const header = `Bearer realm="", error="insufficient_claims", claims="${btoa('{"a":1}')}"`
    const { send, asked } = scripted([['GET', json({}, 401, { 'www-authenticate': header })]])
    const failure = new HubFailure({ kind: 'auth', code: 'X', message: '', details: [] })
    const challenged = vi.fn(() => failure)
    const getToken = () => Promise.resolve({ token: 't', expiresOnTimestamp: 1e15 })
    const signed = authorized(onlyTo(ARM, send), { credential: { getToken }, scopes: 's', challenged })
    await expect(signed({ ...get(`${ARM}/x`), tenantId: 'other' })).rejects.toBe(failure)
    expect(challenged).toHaveBeenCalledWith('{"a":1}', 'other')
    expect(asked.map((request) => 'tenantId' in request)).toEqual([false, false])
  })

  test.each([
    ['ExpiredAuthenticationToken', true],
    ['InvalidAuthenticationTokenTenant', false],
  ])('401 %s without a challenge needs a person: %s', async (code, needed) => {
    const { send } = scripted([['GET', json({ error: { code, message: 'x' } }, 401)]])
    const challenged = vi.fn(() => new HubFailure({ kind: 'auth', code: 'X', message: '', details: [] }))
    const getToken = () => Promise.resolve({ token: 't', expiresOnTimestamp: 1e15 })
    const signed = authorized(send, { credential: { getToken }, scopes: 's', challenged })
    await signed(get(`${ARM}/x`)).catch(() => undefined)
    expect(challenged.mock.calls).toEqual(needed ? [[undefined, undefined]] : [])
  })

  const endedToken = json({ error: { code: 'ExpiredAuthenticationToken', message: '' } }, 401)

  test('a token that ended on its way is replaced', async () => {
    let given = 0
    const { send, asked } = scripted([['GET', () => (given === 1 ? endedToken : json({}))]])
    const getToken = () => Promise.resolve({ token: `t${++given}`, expiresOnTimestamp: 1e15 })
    const signed = authorized(send, { credential: { getToken }, scopes: 's', challenged: vi.fn() })
    expect((await signed(get(`${ARM}/x`))).status).toBe(200)
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  })

  test('a challenge that nobody can answer unseen takes the refused token away from all', async () => {
    const failure = new HubFailure({ kind: 'auth', code: 'X', message: '', details: [] })
    const getToken = vi
      .fn<TokenCredential['getToken']>()
      .mockResolvedValueOnce({ token: 't', expiresOnTimestamp: 1e15 })
      .mockRejectedValue(failure)
    const cached = cachedCredential({ getToken }, () => 0)
    await cached.getToken('s')
    await expect(cached.getToken('s', { claims: 'c' })).rejects.toBe(failure)
    await expect(cached.getToken('s')).rejects.toBe(failure)
  })

  test('a token that cannot be renewed for lack of a network is used until shortly before its end', async () => {
    let now = 0
    const offline = new HubFailure({ kind: 'network', code: 'SignInUnreachable', message: '', details: [] })
    const getToken = vi
      .fn<TokenCredential['getToken']>()
      .mockResolvedValueOnce({ token: 't', expiresOnTimestamp: 3_600_000 })
      .mockRejectedValue(offline)
    const cached = cachedCredential({ getToken }, () => now)
    await cached.getToken('s')
    now = 3_400_000
    expect(await cached.getToken('s')).toMatchObject({ token: 't' })
    // Not asked for with each request of a page.
    expect(await cached.getToken('s')).toMatchObject({ token: 't' })
    expect(getToken).toHaveBeenCalledTimes(2)
    now += 30_000
    await cached.getToken('s')
    expect(getToken).toHaveBeenCalledTimes(3)
    now = 3_590_000
    await cached.getToken('s')
    // Azure would meet it at its end, refuse it, and seem to want a person.
    now = 3_597_000
    await expect(cached.getToken('s')).rejects.toBe(offline)
    now = 3_500_000
    await expect(cached.getToken('s', { claims: 'c' })).rejects.toBe(offline)
  })

  test('a token that a person has to renew is not used any more', async () => {
    let now = 0
    const ended = new HubFailure({ kind: 'auth', code: 'SignInNeeded', message: '', details: [] })
    const getToken = vi
      .fn<TokenCredential['getToken']>()
      .mockResolvedValueOnce({ token: 't', expiresOnTimestamp: 3_600_000 })
      .mockRejectedValue(ended)
    const cached = cachedCredential({ getToken }, () => now)
    await cached.getToken('s')
    now = 3_400_000
    await expect(cached.getToken('s')).rejects.toBe(ended)
  })

  test('a token of a minute is used for most of it', async () => {
    let now = 0
    const getToken = vi.fn(() => Promise.resolve({ token: 't', expiresOnTimestamp: now + 60_000 }))
    const cached = cachedCredential({ getToken }, () => now)
    for (now = 0; now < 60_000; now += 10_000) await cached.getToken('s')
    expect(getToken).toHaveBeenCalledTimes(2)
  })

  test('each set of scopes has its own token', async () => {
    const getToken = vi.fn((scopes: string | string[]) =>
      Promise.resolve({ token: `for ${String(scopes)}`, expiresOnTimestamp: 1e15 }),
    )
    const cached = cachedCredential({ getToken }, () => 0)
    const tokens = await Promise.all(
      ['arm', 'metrics', ['arm'], 'metrics'].map((scopes) => cached.getToken(scopes)),
    )
    expect(tokens.map((given) => given?.token)).toEqual(['for arm', 'for metrics', 'for arm', 'for metrics'])
    expect(getToken).toHaveBeenCalledTimes(2)
  })

  test('challenges that come together are answered with one token, and an older answer does not undo it', async () => {
    const due: ((token: string) => void)[] = []
    const getToken = vi.fn<TokenCredential['getToken']>(
      () =>
        new Promise<{ token: string; expiresOnTimestamp: number }>((resolve) => {
          due.push((token) => resolve({ token, expiresOnTimestamp: 1e15 }))
        }),
    )
    const cached = cachedCredential({ getToken }, () => 0)
    const plain = cached.getToken('s')
    const challenged = [1, 2, 3].map(() => cached.getToken('s', { claims: 'c' }))
    const other = cached.getToken('s', { claims: 'd' })
    expect(getToken.mock.calls.map(([, options]) => options?.claims)).toEqual([undefined, 'c', 'd'])
    due[1]?.('renewed')
    due[2]?.('renewed again')
    const renewed = await Promise.all([...challenged, other])
    due[0]?.('old')
    await plain
    expect(renewed.map((given) => given?.token)).toEqual(['renewed', 'renewed', 'renewed', 'renewed again'])
    expect((await cached.getToken('s'))?.token).toBe('renewed again')
    expect(getToken).toHaveBeenCalledTimes(3)
  })

  test('no token is a failure of kind auth', async () => {
    const cached = cachedCredential(
      { getToken: () => Promise.reject(new Error('interaction required')) },
      () => 0,
    )
    await expect(cached.getToken('s')).rejects.toThrow('SignInNeeded')
  })
})
