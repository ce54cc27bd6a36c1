import { expect, test } from 'vitest'
import { said, type Case } from './said.test-support.ts'

const usages = (used: number, limit: number, name = 'StandardSkuPublicIpAddresses'): Case['around'] => ({
  usages: {
    is: 'known',
    value: [
      { name: 'VirtualNetworks', used: 9, limit: 9 },
      { name, used, limit },
    ],
  },
})
const LINE = 'A quota gateway gateway.addresses.0'

test.each<[string, Case, boolean]>([
  ['room for both addresses', { around: usages(18, 20) }, false],
  ['room for one of two', { around: usages(19, 20) }, true],
  ['of all addresses', { around: usages(20, 20, 'publicIPAddresses') }, true],
  ['of one instance', { goal: { use: 'test' }, around: usages(19, 20) }, false],
  ['not read', { around: { usages: { is: 'notReadable', why: 'x' } } }, false],
])('%s', (_, ofCase, isSaid) => {
  const { lines, checks } = said(ofCase)
  expect(lines.includes(LINE)).toBe(isSaid)
  if (isSaid)
    expect(checks.find(({ rule }) => rule === 'quota')?.text).toMatch(
      /has (19|20) of 20 public IP addresses that it may have in westeurope, and this makes 2 more/,
    )
})
