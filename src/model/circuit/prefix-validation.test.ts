import { expect, test } from 'vitest'
import { prefixValidations } from './prefix-validation.ts'

const PREFIXES = ['198.51.100.0/24']

test.each([
  ['Configured', 'healthy', /Announce them/],
  ['Configuring', 'inProgress', /Look again/],
  ['NotConfigured', 'inProgress', /Look again/],
  ['ValidationNeeded', 'attention', /support request/],
  ['Somehow', 'unknown', /Look again/],
  [undefined, 'unknown', /Look again/],
] as const)('%s', (prefixesState, verdict, todo) => {
  const microsoft = { prefixes: PREFIXES, ...(prefixesState !== undefined && { prefixesState }) }
  const [found] = prefixValidations({ microsoft })
  expect(found).toMatchObject({ family: 'IPv4', state: prefixesState ?? 'not told', verdict })
  expect(found?.todo).toMatch(todo)
})

test('each family that announces something is told by itself', () => {
  const microsoft = { prefixes: [], prefixesState: 'NotConfigured' }
  const ipv6 = { microsoft: { prefixes: ['2001:db8::/48'], prefixesState: 'ValidationNeeded' } }
  expect(prefixValidations({ microsoft, ipv6 }).map(({ family }) => family)).toEqual(['IPv6'])
})
