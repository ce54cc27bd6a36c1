import { expect, test } from 'vitest'
import { toResponse } from '../arm/answer.ts'
import { requireToken } from './tokens.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const SECONDS = NOW / 1000
const GOOD = { exp: SECONDS + 60, aud: 'https://management.azure.com/' }

/** A token nobody signed: without keys the signature is not looked at. */
function tokenOf(claims: object | string): string {
  const part = (value: object | string) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${part('x')}`
}

async function refusalOf(claims: object | string): Promise<[code: string, challenge: string] | undefined> {
  const check = requireToken(() => NOW, undefined)
  const headers = { Authorization: `Bearer ${tokenOf(claims)}` }
  const answer = await check(new Request('https://management.azure.com/subscriptions', { headers }))
  if (answer === undefined) return undefined
  const response = toResponse(answer, {})
  const { error } = (await response.json()) as { error: { code: string } }
  return [error.code, response.headers.get('WWW-Authenticate') ?? '']
}

test.each([
  ['now', GOOD],
  ['since now', { ...GOOD, nbf: SECONDS }],
  ['for one of its audiences', { ...GOOD, aud: ['other', 'https://management.core.windows.net/'] }],
])('valid %s', async (_, claims) => {
  expect(await refusalOf(claims)).toBeUndefined()
})

test.each([
  ['ends at no time', { ...GOOD, exp: 'never' }, 'InvalidAuthenticationToken'],
  ['does not say when it ends', { aud: GOOD.aud }, 'InvalidAuthenticationToken'],
  ['ends beyond all dates', `{"exp":1e999,"aud":"${GOOD.aud}"}`, 'InvalidAuthenticationToken'],
  ['ended before all dates', { ...GOOD, exp: -1e300 }, 'InvalidAuthenticationToken'],
  ['has ended', { ...GOOD, exp: SECONDS }, 'ExpiredAuthenticationToken'],
  ['is not valid yet', { ...GOOD, nbf: SECONDS + 1 }, 'InvalidAuthenticationToken'],
  ['begins at no time', { ...GOOD, nbf: 'soon' }, 'InvalidAuthenticationToken'],
  ['is for nobody', { exp: GOOD.exp }, 'InvalidAuthenticationTokenAudience'],
  ['is for what no header takes', { ...GOOD, aud: 'ünï — 日本' }, 'InvalidAuthenticationTokenAudience'],
  ['is for quotes', { ...GOOD, aud: '", realm="other' }, 'InvalidAuthenticationTokenAudience'],
  ['is for an object', { ...GOOD, aud: { a: 1 } }, 'InvalidAuthenticationTokenAudience'],
])('refused: %s', async (_, claims, code) => {
  expect(await refusalOf(claims)).toEqual([
    code,
    expect.stringMatching(
      /^Bearer authorization_uri="[^"]+", error="invalid_token", error_description="[\w ]+\."$/,
    ),
  ])
})
