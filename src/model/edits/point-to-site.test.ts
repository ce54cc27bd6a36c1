import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { bodyOf, reversed, standing, withChanges } from './edit.ts'
import {
  isPublicData,
  pointToSiteEdit,
  pointToSiteProblems,
  type TypedPointToSite,
  typedPointToSiteOf,
} from './point-to-site.ts'

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

test('a form that nobody changed changes nothing', () => {
  expect(pointToSiteEdit(GATEWAY, TYPED).changes).toEqual([])
  const bare = gateway('bare')
  expect(pointToSiteEdit(bare, typedPointToSiteOf(bare)).changes).toEqual([])
})

test('a certificate is added to those there are, in one line', () => {
  const edit = pointToSiteEdit(GATEWAY, { ...TYPED, certificateName: 'new', certificateData: 'BB\nBB==' })
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
    ['no root certificate', {}, { body: { properties: {} } }, ['certificateData']],
    ['RADIUS where there is none', { authentication: ['Radius'] }, {}, ['authentication']],
    ['data without a name', { certificateData: 'AAAA' }, {}, ['certificateName']],
    ['a whole PEM', { certificateName: 'x', certificateData: '-----BEGIN' }, {}, ['certificateData']],
    [
      'a third address that is not there',
      {},
      { activeActive: true, clientAddressPool: [], ipConfigurations: [{ name: 'a' }, { name: 'b' }] },
      ['pool'],
    ],
    ['nothing, when it is turned off', { pool: [], protocols: [] }, {}, []],
  ])('%s', (_, typed, of, fields) => {
    const problems = pointToSiteProblems({ ...GATEWAY, ...of }, { ...TYPED, ...typed }, vnet)
    expect(problems.map(({ field }) => field)).toEqual(fields)
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
    const said = pointToSiteProblems(GATEWAY, { ...TYPED, certificateName: 'n', certificateData: text }, [])
    expect(said.map(({ field }) => field)).toEqual(['certificateData'])
  })
})
