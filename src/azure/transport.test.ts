import { describe, expect, test, vi } from 'vitest'
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
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    method: 'PUT',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
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
  await expect(onlyTo(ARM, send)(get(url))).rejects.toThrow('ForeignAddress')
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
    const answer = await authorized(send, { getToken }, 's')(get(`${ARM}/x`))
    expect(answer.status).toBe(401)
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer plain', 'Bearer {"a":1}'])
  })

  test('no token is a failure of kind auth', async () => {
    const cached = cachedCredential(
      { getToken: () => Promise.reject(new Error('interaction required')) },
      () => 0,
    )
    await expect(cached.getToken('s')).rejects.toThrow('SignInNeeded')
  })
})
