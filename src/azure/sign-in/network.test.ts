import { afterEach, expect, it, vi } from 'vitest'
import { networkInTime } from './network.ts'
import { signInFailure } from './sign-in-error.ts'

const URL = 'https://login.example.com/organizations/v2.0/.well-known/openid-configuration'

/** Answers one after the other; `hangs` until it is given up. */
function provider(...answers: (Response | Error | 'hangs')[]) {
  const fetch = vi.fn((_: string, { signal }: RequestInit) => {
    const next = answers.shift()
    if (next instanceof Response) return Promise.resolve(next)
    if (next instanceof Error) return Promise.reject(next)
    return new Promise<Response>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('late', 'TimeoutError')))
    })
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => void vi.unstubAllGlobals())

const failureOf = async (asked: Promise<unknown>) =>
  signInFailure(
    await asked.then(
      () => 'answered',
      (thrown: unknown) => thrown,
    ),
  )

it('hands over what the provider answers', async () => {
  const fetch = provider(Response.json({ error: 'invalid_grant' }, { status: 400, headers: { 'X-A': 'b' } }))
  const answer = await networkInTime().sendPostRequestAsync(URL, { headers: { a: 'b' }, body: 'x=y' })
  expect(answer).toMatchObject({ status: 400, headers: { 'x-a': 'b' }, body: { error: 'invalid_grant' } })
  expect(fetch).toHaveBeenCalledWith(
    URL,
    expect.objectContaining({ method: 'POST', headers: { a: 'b' }, body: 'x=y' }),
  )
})

it('a provider that hangs did not answer, and is not asked again', async () => {
  const fetch = provider('hangs', 'hangs')
  const network = networkInTime(5)
  expect(await failureOf(network.sendGetRequestAsync(URL))).toMatchObject({
    next: 'later',
    error: { code: 'SignInUnreachable', kind: 'network' },
  })
  expect(await failureOf(network.sendPostRequestAsync(URL))).toMatchObject({ next: 'later' })
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('a post that nothing took is sent once more', async () => {
  const lost = new TypeError('Failed to fetch')
  const fetch = provider(lost, Response.json({ access_token: 't' }), lost, lost)
  expect(await networkInTime().sendPostRequestAsync(URL)).toMatchObject({ body: { access_token: 't' } })
  expect(await failureOf(networkInTime().sendPostRequestAsync(URL))).toMatchObject({ next: 'later' })
  expect(fetch).toHaveBeenCalledTimes(4)
})

it('what is no JSON is no answer', async () => {
  provider(new Response('<html>'))
  expect(await failureOf(networkInTime().sendGetRequestAsync(URL))).toMatchObject({ next: 'later' })
})
