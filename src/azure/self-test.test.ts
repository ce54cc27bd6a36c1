import { describe, expect, it } from 'vitest'
import { HubFailure } from '../model/errors.ts'
import { json, scripted } from './scripted.ts'
import { readSelfTest, type SelfTestOptions } from './self-test.ts'
import { noAnswer } from './transport.ts'

function jwt(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(payload)}.signature`
}

const PAYLOAD = {
  aud: 'https://management.azure.com',
  tid: 'tenant',
  iss: 'https://sts.windows.net/tenant/',
  appid: 'client',
  scp: 'user_impersonation',
  name: 'Álex',
}

function options(token: string | undefined, send = scripted([]).send): SelfTestOptions {
  return {
    send,
    credential: {
      getToken: () =>
        token === undefined
          ? Promise.reject(new HubFailure({ kind: 'auth', code: 'SignInNeeded', message: 'm', details: [] }))
          : Promise.resolve({ token, expiresOnTimestamp: 5_000 }),
    },
    endpoint: 'https://management.azure.com',
    scopes: 'https://management.azure.com/.default',
    clock: () => 1_000,
    newId: () => 'id',
  }
}

describe('readSelfTest', () => {
  it('reads once, and tells headers, count and the facts of the token, never the token or whose it is', async () => {
    const token = jwt(PAYLOAD)
    const { send, asked } = scripted([['GET', json({ value: [{}, {}] }, 200, { 'x-ms-request-id': 'r' })]])
    const reading = await readSelfTest(options(token, send))
    expect(asked.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'GET https://management.azure.com/subscriptions',
    ])
    expect(reading.answer).toMatchObject({ is: 'answered', status: 200, subscriptions: 2 })
    expect(reading.answer).toHaveProperty('headers.x-ms-request-id', 'r')
    expect(reading.token).toEqual({
      is: 'read',
      expiresAt: 5_000,
      audience: 'https://management.azure.com',
      tenantId: 'tenant',
      issuer: 'https://sts.windows.net/tenant/',
      clientId: 'client',
      scopes: ['user_impersonation'],
    })
    expect(JSON.stringify(reading)).not.toMatch(/signature|Álex/)
  })

  it.each(['demo', 'a.b.c', `x.${Buffer.from('[1]').toString('base64url')}.y`])(
    'takes %s for a token that cannot be read',
    async (token) => {
      expect((await readSelfTest(options(token))).token).toEqual({ is: 'opaque', expiresAt: 5_000 })
    },
  )

  it('asks nothing without a token', async () => {
    const { send, asked } = scripted([])
    const reading = await readSelfTest(options(undefined, send))
    expect(reading).toMatchObject({
      token: { is: 'none', error: { code: 'SignInNeeded' } },
      answer: { is: 'notAsked' },
    })
    expect(asked).toEqual([])
  })

  it('tells a refusal with its headers, and that nothing answered', async () => {
    const refused = json({ error: { code: 'InvalidAuthenticationToken', message: 'm' } }, 401)
    expect((await readSelfTest(options('t', scripted([['GET', refused]]).send))).answer).toMatchObject({
      status: 401,
      error: { kind: 'auth' },
    })
    const gone = () => Promise.reject(noAnswer())
    expect((await readSelfTest(options('t', gone))).answer).toMatchObject({
      is: 'unanswered',
      error: { kind: 'network' },
    })
  })
})
