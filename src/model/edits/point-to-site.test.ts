import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { ROOT_CERTIFICATE } from '../../../tests/support/certificate.ts'
import { gateway } from '../../../tests/support/resources.ts'
import type { JsonObject } from '../../lib/json.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { bodyOf, reversed, standing, withChanges } from './edit.ts'
import { pointToSiteProblems } from './point-to-site-problems.ts'
import { pointToSiteEdit, sentSecrets, type TypedPointToSite, typedPointToSiteOf } from './point-to-site.ts'
import { isPublicData } from './public-data.ts'

const BODY = {
  properties: {
    vpnClientConfiguration: {
      vpnClientAddressPool: { addressPrefixes: ['172.16.0.0/24'] },
      vpnClientProtocols: ['OpenVPN'],
      vpnAuthenticationTypes: ['Certificate'],
      vpnClientRootCertificates: [{ name: 'root', properties: { publicCertData: 'AAAA', later: 1 } }],
      later: 2,
    },
  },
}
const GATEWAY = gateway('gw', {
  body: BODY,
  clientAddressPool: ['172.16.0.0/24'],
  clientProtocols: ['OpenVPN'],
  clientAuthentication: ['Certificate'],
})
const TYPED = typedPointToSiteOf(GATEWAY)
const added = (name: string, data: string) => ({ key: 7, name, data })

test('a form that nobody changed changes nothing', () => {
  expect(pointToSiteEdit(GATEWAY, TYPED).changes).toEqual([])
  const bare = gateway('bare')
  expect(pointToSiteEdit(bare, typedPointToSiteOf(bare)).changes).toEqual([])
})

test('a certificate is added to those there are, in one line', () => {
  const edit = pointToSiteEdit(GATEWAY, { ...TYPED, roots: [...TYPED.roots, added('new', 'BB\nBB==')] })
  // A whole list would be in the way of somebody who adds another.
  expect(edit.changes.map(({ path }) => path.at(-1))).toEqual(['1'])
  expect(bodyOf(edit, BODY)).toEqual({
    properties: {
      vpnClientConfiguration: {
        ...BODY.properties.vpnClientConfiguration,
        vpnClientRootCertificates: [
          ...BODY.properties.vpnClientConfiguration.vpnClientRootCertificates,
          { name: 'new', properties: { publicCertData: 'BBBB==' } },
        ],
      },
    },
  })
})

test('it is set up where there was nothing', () => {
  const bare = gateway('bare', { body: { properties: {} } })
  const typed: TypedPointToSite = {
    ...typedPointToSiteOf(bare),
    pool: ['172.16.9.0/24'],
    protocols: ['OpenVPN'],
    authentication: ['AAD'],
    aadTenant: 't',
    aadAudience: 'a',
    aadIssuer: 'i',
  }
  expect(pointToSiteProblems(bare, typed, [])).toEqual([])
  expect(bodyOf(pointToSiteEdit(bare, typed), { properties: {} })).toEqual({
    properties: {
      vpnClientConfiguration: {
        vpnClientAddressPool: { addressPrefixes: ['172.16.9.0/24'] },
        vpnClientProtocols: ['OpenVPN'],
        vpnAuthenticationTypes: ['AAD'],
        aadTenant: 't',
        aadAudience: 'a',
        aadIssuer: 'i',
      },
    },
  })
})

test('turned off, all of it goes and is kept to be put back, except what Azure only tells', () => {
  const clients = BODY.properties.vpnClientConfiguration
  const body = {
    properties: { vpnClientConfiguration: { vpnClientConnectionHealth: { count: 1 }, ...clients } },
  }
  const edit = pointToSiteEdit({ ...GATEWAY, body }, { ...TYPED, pool: [] })
  expect(bodyOf(edit, body)).toEqual({ properties: {} })
  expect(withChanges({ properties: {} }, reversed(edit.changes))).toEqual(BODY)
  expect(standing(edit, { properties: {} })).toBe('asWanted')
})

describe('what Azure refuses is said while typing:', () => {
  const vnet = [{ prefix: '10.20.0.0/16', of: 'vnet-hub' }]

  it.each<
    [what: string, typed: Partial<TypedPointToSite>, of: Partial<VirtualNetworkGateway>, field: string[]]
  >([
    ['nothing', {}, {}, []],
    ['a pool in the network', { pool: ['10.20.4.0/24'] }, {}, ['pool']],
    ['what is no prefix', { pool: ['10.20'] }, {}, ['pool']],
    ['no protocol', { protocols: [] }, {}, ['protocols']],
    ['OpenVPN on Basic', {}, { sku: 'Basic' }, ['protocols']],
    ['no way to sign in', { authentication: [] }, {}, ['authentication']],
    ['a tenant alone', { authentication: ['AAD'], aadTenant: 't' }, {}, ['aadTenant']],
    ['no root certificate', { roots: [] }, {}, ['roots']],
    ['RADIUS where there is none', { authentication: ['Radius'] }, {}, ['servers']],
    ['data without a name', { roots: [added('', ROOT_CERTIFICATE)] }, {}, ['roots.name']],
    [
      'a name that is taken',
      { roots: [...TYPED.roots, added('Root ', ROOT_CERTIFICATE)] },
      {},
      ['roots.name'],
    ],
    ['a name without data', { roots: [added('x', '')] }, {}, ['roots.data']],
    ['what is no certificate', { roots: [added('x', 'AAAA')] }, {}, ['roots.data']],
    ['a whole PEM', { roots: [added('x', '-----BEGIN')] }, {}, ['roots.data']],
    ['no thumbprint', { revoked: [{ key: 1, name: 'x', thumbprint: 'ab' }] }, {}, ['revoked.thumbprint']],
    [
      'nothing, of a thumbprint as Windows shows it',
      { revoked: [{ key: 1, name: 'x', thumbprint: '4b '.repeat(20) }] },
      {},
      [],
    ],
    [
      'a third address that is not there',
      {},
      { activeActive: true, clientAddressPool: [], ipConfigurations: [{ name: 'a' }, { name: 'b' }] },
      ['pool'],
    ],
    ['nothing, when it is turned off', { pool: [], protocols: [] }, {}, []],
  ])('%s', (_, typed, of, fields) => {
    const problems = pointToSiteProblems({ ...GATEWAY, ...of }, { ...TYPED, ...typed }, vnet)
    expect(problems.map(({ field, part }) => (part === undefined ? field : `${field}.${part}`))).toEqual(
      fields,
    )
  })
})

describe('what may be stored of a pasted certificate', () => {
  const base64 = (type: 'pkcs1' | 'pkcs8') =>
    generateKeyPairSync('rsa', { modulusLength: 1024 })
      .privateKey.export({ type, format: 'der' })
      .toString('base64')
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const encrypted = curve.export({
    type: 'pkcs8',
    format: 'der',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  })

  it.each([
    ['nothing', ''],
    ['the beginning of one', 'MII'],
    ['a certificate', 'MIIC5zCCAc+gAwIBAgIQFSwsLuUrCIdHwI3hzJbdBjANBgkqhkiG9w0BAQsFADAW'],
    ['one in lines', 'MIIC5zCCAc+gAwIBAgIQ\nFSwsLuUrCIdHwI3hzJbd\r\nBjANBg=='],
  ])('%s', (_, text) => expect(isPublicData(text)).toBe(true))

  it.each([
    ['a PEM key', '-----BEGIN PRIVATE KEY-----\nMIIEvQ'],
    ['an unfinished line', '-----BEG'],
    ['the words alone', 'PRIVATE KEY'],
    ['PKCS #1 without its lines', base64('pkcs1')],
    ['PKCS #8 without its lines', base64('pkcs8')],
    ['SEC 1 without its lines', curve.export({ type: 'sec1', format: 'der' }).toString('base64')],
    ['an encrypted one', encrypted.toString('base64')],
  ])('not %s', (_, text) => {
    expect(isPublicData(text)).toBe(false)
    const said = pointToSiteProblems(GATEWAY, { ...TYPED, roots: [added('n', text)] }, [])
    expect(said.map(({ part }) => part)).toEqual(['data'])
  })
})

describe('the lists of a gateway with everything', () => {
  const item = (name: string, properties: JsonObject) => ({ name, id: `/${name}`, properties })
  const clients = {
    ...BODY.properties.vpnClientConfiguration,
    vpnAuthenticationTypes: ['Certificate', 'Radius'],
    vpnClientRootCertificates: [
      item('one', { publicCertData: 'AAAA' }),
      item('two', { publicCertData: 'BBBB' }),
    ],
    vpnClientRevokedCertificates: [item('lost', { thumbprint: 'A'.repeat(40) })],
    radiusServerAddress: '10.0.0.3',
    radiusServers: [
      { radiusServerAddress: '10.0.0.4', radiusServerScore: 30, later: 1 },
      { radiusServerAddress: '10.0.0.5' },
    ],
  }
  const body = { properties: { vpnClientConfiguration: clients } }
  const full = { ...GATEWAY, body, clientAuthentication: ['Certificate', 'Radius'] }
  const typed = typedPointToSiteOf(full)
  const sent = (change: Partial<TypedPointToSite>, secrets = new Map<string, string>()) => {
    const edit = pointToSiteEdit(full, { ...typed, ...change }, secrets)
    return { edit, properties: bodyOf(edit, body).properties }
  }

  test('untouched they stay', () => {
    expect(typed.servers.map(({ address, score }) => `${address} ${score}`)).toEqual([
      '10.0.0.3 ',
      '10.0.0.4 30',
      '10.0.0.5 ',
    ])
    expect(sent({}).edit).toMatchObject({ changes: [] })
    expect(sent({}).edit.secret).toBeUndefined()
  })

  test.each<[what: string, change: Partial<TypedPointToSite>, expected: object]>([
    [
      'a root certificate goes',
      { roots: typed.roots.slice(1) },
      { vpnClientRootCertificates: [item('two', { publicCertData: 'BBBB' })] },
    ],
    [
      'one goes and one comes',
      { roots: [...typed.roots.slice(1), added('three', 'CCCC')] },
      {
        vpnClientRootCertificates: [
          item('two', { publicCertData: 'BBBB' }),
          { name: 'three', properties: { publicCertData: 'CCCC' } },
        ],
      },
    ],
    [
      'a client certificate is revoked',
      { revoked: [...typed.revoked, { key: 9, name: 'gone', thumbprint: 'bb '.repeat(20) }] },
      {
        vpnClientRevokedCertificates: [
          item('lost', { thumbprint: 'A'.repeat(40) }),
          { name: 'gone', properties: { thumbprint: 'B'.repeat(40) } },
        ],
      },
    ],
    ['and may connect again', { revoked: [] }, { vpnClientRevokedCertificates: undefined }],
    [
      'a server gets another score, and keeps what else it has',
      { servers: typed.servers.map((one) => (one.key === 1 ? { ...one, score: '7' } : one)) },
      {
        radiusServers: [
          { radiusServerAddress: '10.0.0.4', radiusServerScore: 7, later: 1 },
          { radiusServerAddress: '10.0.0.5' },
        ],
      },
    ],
    [
      'the single server goes',
      { servers: typed.servers.slice(1) },
      { radiusServerAddress: undefined, radiusServers: clients.radiusServers },
    ],
    [
      'a server comes',
      { servers: [...typed.servers, { key: 9, address: ' 10.0.0.6', score: '' }] },
      { radiusServers: [...clients.radiusServers, { radiusServerAddress: '10.0.0.6' }] },
    ],
  ])('%s', (_, change, expected) => {
    const { edit, properties: after } = sent(change)
    expect(after).toEqual({ vpnClientConfiguration: { ...clients, ...expected } })
    expect(standing(edit, body)).toBe('asBefore')
    expect(standing(edit, bodyOf(edit, body))).toBe('asWanted')
    expect(withChanges(bodyOf(edit, body), reversed(edit.changes))).toEqual(body)
  })

  test('a secret alone is a change that no body shows', () => {
    const { edit, properties: after } = sent({}, new Map([['at 10.0.0.4', 'typed-SECRET']]))
    expect(edit).toMatchObject({ changes: [], secret: 'the RADIUS secret of 10.0.0.4' })
    expect(after).toEqual(body.properties)
    expect(sentSecrets(typed, new Map([['at 10.0.0.4', 'typed-SECRET']]))).toEqual({
      '10.0.0.4': 'typed-SECRET',
    })
    expect(JSON.stringify(edit)).not.toContain('typed-SECRET')
  })

  test.each<[what: string, server: object, secret: string, part: string | undefined]>([
    ['nothing', {}, '', undefined],
    ['a score past the last', { score: '31' }, '', 'score'],
    ['a broken score', { score: '1.5' }, '', 'score'],
    ['no address', { address: ' ' }, '', 'address'],
    ['an address twice', { address: '10.0.0.5' }, 'x', 'address'],
    ['another address without its secret', { address: '10.0.0.9' }, '', 'secret'],
    ['nothing, with its secret', { address: '10.0.0.9' }, 'x', undefined],
    ['a secret that is too long', {}, 'x'.repeat(129), 'secret'],
  ])('of a server is wrong: %s', (_, server, secret, part) => {
    const servers = typed.servers.map((one) => (one.key === 1 ? { ...one, ...server } : one))
    const problems = pointToSiteProblems(full, { ...typed, servers }, [], new Map([['at 10.0.0.4', secret]]))
    expect([...new Set(problems.map((one) => one.part))]).toEqual(part === undefined ? [] : [part])
  })
})
