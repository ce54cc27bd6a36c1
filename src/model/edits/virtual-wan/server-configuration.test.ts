import { expect, test } from 'vitest'
import { ROOT_CERTIFICATE } from '../../../../tests/support/certificate.ts'
import { inventory, SUBSCRIPTION, wan } from '../../../../tests/support/resources.ts'
import { buildEstate } from '../../build-estate.ts'
import { memberAt } from '../edit.ts'
import { NEW_SERVER } from './server-configuration.ts'

const WAN = wan('vwan', { location: 'westeurope' })
const ABOUT = {
  resource: WAN,
  estate: buildEstate([{ subscriptionId: SUBSCRIPTION, displayName: '' }], [inventory([WAN])]),
  found: () => [],
}
const typed = { ...NEW_SERVER.values(ABOUT), name: 'vsc' }

test.each([
  ['no certificate', 'not a certificate', 1],
  ['half of one', ROOT_CERTIFICATE.slice(0, 100), 1],
  ['a whole one', ROOT_CERTIFICATE, 0],
])('root certificate data: %s', (_, data, wrong) => {
  const values = { ...typed, authentication: ['Certificate'], roots: [{ key: 0, name: 'root', data }] }
  const problems = NEW_SERVER.problems(values, ABOUT, new Map())
  expect(problems).toHaveLength(wrong)
  expect(problems.every(({ is, part }) => is === 'error' && part === 'data')).toBe(true)
})

test('an unusual tenant is advised against and can be sent', () => {
  const values = { ...typed, tenant: 'foo', audience: 'x', issuer: 'https://sts.windows.net/abc' }
  expect(NEW_SERVER.problems(values, ABOUT, new Map()).map(({ is, field }) => [is, field])).toEqual([
    ['advice', 'tenant'],
    ['advice', 'audience'],
    ['advice', 'issuer'],
  ])
})

test('what stands in fields of a sign-in that is not ticked is not sent', () => {
  const secrets = new Map([['servers/new 0/secret', 's']])
  const values = {
    ...typed,
    authentication: ['AAD'],
    tenant: 't',
    roots: [{ key: 0, name: '', data: 'MIIC5zCCAc+gAwIBAgIQ' }],
    revoked: [{ key: 0, name: 'r', thumbprint: 'A'.repeat(40) }],
    servers: [{ key: 0, address: '10.0.0.4', score: '' }],
  }
  const bodyOf = (authentication: string[]) => {
    const write = NEW_SERVER.write({ ...values, authentication }, ABOUT, secrets)
    const changes = write.is === 'edit' ? write.changes : []
    return Object.fromEntries(changes.map(({ path, to = null }) => [path.at(-1) ?? '', to]))
  }
  const entra = bodyOf(['AAD'])
  expect(memberAt(entra, ['aadTenant'])).toBe('t')
  expect(JSON.stringify(entra)).not.toMatch(/MIIC|AAAA|10\.0\.0\.4/)
  expect(NEW_SERVER.secret?.(values, ABOUT, secrets)).toEqual({})
  expect(JSON.stringify(bodyOf(['Radius']))).not.toMatch(/aadTenant|MIIC/)
  expect(bodyOf(['Radius'])).toHaveProperty('radiusServers')
})
