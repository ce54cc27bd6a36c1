import { expect, test } from 'vitest'
import { ROOT_CERTIFICATE } from '../../tests/support/certificate.ts'
import { readCertificate } from './certificate.ts'

test('tells when a certificate ends, also with the lines around it', () => {
  const end = Date.UTC(2036, 10, 22, 8, 49, 15)
  expect(readCertificate(ROOT_CERTIFICATE)).toEqual({ notAfter: end })
  const lines = `-----BEGIN CERTIFICATE-----\n${ROOT_CERTIFICATE.slice(0, 64)}\n${ROOT_CERTIFICATE.slice(64)}\n-----END CERTIFICATE-----`
  expect(readCertificate(lines)).toEqual({ notAfter: end })
})

test.each([
  '',
  'not base64 at all!',
  'AAAA',
  ROOT_CERTIFICATE.slice(0, 100),
  btoa('\x30\x84\xff\xff\xff\xff'),
])('says nothing of %j', (text) => {
  expect(readCertificate(text)).toBeUndefined()
})
