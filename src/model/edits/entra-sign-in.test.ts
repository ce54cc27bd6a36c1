import { expect, test } from 'vitest'
import { entraAdvice } from './entra-sign-in.ts'

const TENANT = '11111111-1111-4111-8111-111111111111'
const GOOD = {
  tenant: `https://login.microsoftonline.com/${TENANT}`,
  audience: '33333333-3333-4333-8333-333333333333',
  issuer: `https://sts.windows.net/${TENANT}/`,
}

test.each<[string, Partial<typeof GOOD>, [field: string, text: RegExp][]]>([
  ['as Azure has them', {}, []],
  ['nothing yet', { tenant: '', audience: ' ', issuer: '' }, []],
  ['the tenant by its name', { tenant: 'https://login.microsoftonline.com/contoso.com/' }, []],
  ['another cloud', { tenant: `https://login.microsoftonline.us/${TENANT}` }, []],
  ['a tenant that is no address', { tenant: 'foo' }, [['tenant', /id or the name/]]],
  [
    'an address without a tenant',
    { tenant: 'https://login.microsoftonline.com/' },
    [['tenant', /id or the name/]],
  ],
  ['no slash at the end', { issuer: GOOD.issuer.slice(0, -1) }, [['issuer', /slash/]]],
  ['no id in it', { issuer: 'https://sts.windows.net/abc/' }, [['issuer', /sts\.windows\.net/]]],
  [
    'the issuer of another tenant',
    { issuer: 'https://sts.windows.net/22222222-2222-4222-8222-222222222222/' },
    [['issuer', /another tenant/]],
  ],
  ['the same tenant in capitals', { issuer: GOOD.issuer.toUpperCase().replace('HTTPS', 'https') }, []],
  ['an audience that is no id', { audience: 'x' }, [['audience', /application/]]],
])('%s', (_, typed, expected) => {
  expect(entraAdvice({ ...GOOD, ...typed }).map(({ field, text }) => [field, text])).toEqual(
    expected.map(([field, text]) => [field, expect.stringMatching(text)]),
  )
})
