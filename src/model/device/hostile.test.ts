import { expect, test } from 'vitest'
import { EVERY_CHARACTER, HOSTILE_NAMES } from '../../../tests/support/device-settings.ts'
import {
  addressOr,
  asnOr,
  commented,
  hexOf,
  identifier,
  isUsable,
  maskOf,
  nameOr,
  withMask,
} from './hostile.ts'

test.each(HOSTILE_NAMES)('the name %j is harmless', (name) => {
  expect(identifier(name, 15)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/)
  expect(commented(name)).toMatch(/^[\u0020-\u003e\u0040-\u007e]{0,123}$/)
})

test('names that are cut stay apart, and short ones stay as they are', () => {
  expect(identifier('cn-weu-to-malmo', 15)).toBe('cn-weu-to-malmo')
  expect(identifier('cn-weu-to-krakow', 10)).toMatch(/^cn-we-[0-9a-f]{4}$/)
  expect(identifier('cn-weu-to-krakow', 10)).not.toBe(identifier('cn-weu-to-gdansk', 10))
})

test.each([
  [0, '0.0.0.0'],
  [1, '128.0.0.0'],
  [8, '255.0.0.0'],
  [17, '255.255.128.0'],
  [27, '255.255.255.224'],
  [32, '255.255.255.255'],
])('a mask of %i bits is %s', (length, mask) => {
  expect(maskOf(length)).toBe(mask)
})

test('a prefix as routers write it', () => {
  expect(withMask('10.71.128.0/17')).toBe('10.71.128.0 255.255.128.0')
  expect(withMask('10.71.128.0/17', true)).toBe('10.71.128.0 0.0.127.255')
})

test.each(['10.0.0.1\nend', '10.0.0', '::1', '', undefined])('%j is no address', (text) => {
  expect(addressOr(text, 'A', 'x')).toEqual({ is: 'open', mark: 'REPLACE_A', why: 'x' })
})

test.each(['vpn.example.com"', 'a b', '-a', 'a\nb', '', undefined])('%j is no name of a host', (text) => {
  expect(nameOr(text, 'N', 'x').is).toBe('open')
})

test.each(['', '0', '1.5', '4294967296', 'x', undefined])('%j is no ASN', (text) => {
  expect(asnOr(text, 'N', 'x').is).toBe('open')
})

test.each([
  ['10.0.0.0/8', true],
  ['fd00::/8', false],
  ['10.0.0.0/8; reboot', false],
  ['10.0.0.0', false],
])('whether %s can stand in a configuration: %s', (prefix, usable) => {
  expect(isUsable(prefix)).toBe(usable)
})

test('a key is the digits of its bytes, whatever it is made of', () => {
  const hex = hexOf(EVERY_CHARACTER)
  expect(hex).toMatch(/^[0-9a-f]{188}$/)
  expect(Buffer.from(hex, 'hex').toString()).toBe(EVERY_CHARACTER)
  expect(hexOf('abc123')).toBe('616263313233')
})
