import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_ANSWERS, withExact } from './answers.ts'
import { readAnswers, unknownMembers, writeAnswers } from './answers-in-url.ts'
import { anyAnswers, told } from './told.fixture.ts'

const read = (search: string) => readAnswers(new URLSearchParams(search))

describe('answers in an address', () => {
  test('come back as they were', () => {
    const anyPlace = fc.record({
      region: fc.constantFrom('', 'westeurope', 'eastus2'),
      location: fc.constantFrom('', 'Amsterdam', 'Newport(Wales)', 'Hong Kong SAR'),
      devices: fc.constantFrom('' as const, '1' as const, '2' as const),
      vendor: fc.constantFrom('', 'fortigate', 'ios-xe'),
    })
    fc.assert(
      fc.property(anyAnswers, anyPlace, fc.integer({ min: 1, max: 1000 }), (any, place, sites) => {
        const answers = withExact({ ...any, place }, 'sites', sites)
        expect(read(writeAnswers(answers))).toEqual(answers)
      }),
    )
  })

  test('read well, and are short where little was told', () => {
    expect(writeAnswers(NO_ANSWERS)).toBe('')
    const answers = told(
      { demands: ['inspection', 'encryption'], sites: ['1000'] },
      { exact: { sites: 420 }, weights: { cost: 5 } },
    )
    expect(writeAnswers(answers)).toBe('sites=1000&sites.n=420&demands=encryption,inspection&w.cost=5')
  })

  test.each([
    ['peak=none'],
    ['peak=500m,10g'],
    ['__proto__=500m&constructor=1&toString=x'],
    ['sites=10&sites.n=11'.replace('sites=10', 'sites=')],
    ['w.cost=6&w.latency=-1&w.security=1e1&w.resiliency='],
    ['region=../../etc&location=<script>alert(1)</script>&devices=3&vendor=%00'],
    [`location=${'a'.repeat(5000)}`],
    ['demands=&survive=,,,'],
    ['users=500&users.n=99999999999999999999'.replace('users=500&', '')],
    ['estate=on&estate=off'],
  ])('%.60s is no answer', (search) => {
    expect(read(search)).toEqual(NO_ANSWERS)
  })

  test('a number outside its answer is left out, and the answer stays', () => {
    expect(read('sites=10&sites.n=11')).toEqual(told({ sites: ['10'] }))
    expect(read('demands=none,ports')).toEqual(told({ demands: ['ports'] }))
  })

  test('any text at all can be read', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text).weights.cost <= 5))
  })
})

test.each([
  ['peak=10g&demands=ports,inspection&w.cost=5&region=westeurope&show=all', []],
  ['demands=inspection,ports&w.cost=3&estate=off', []],
  ['peak=banana&sites=-1', ['peak', 'sites']],
  ['peak=10g&peak=500m', ['peak']],
  ['peak=10g&peak.n=99&sites.n=200', ['peak.n', 'sites.n']],
  ['location=Moon%3C&devices=9&x=1', ['location', 'devices', 'x']],
])('%s: what means nothing is named', (text, unknown) => {
  const search = new URLSearchParams(text)
  expect(unknownMembers(search, readAnswers(search))).toEqual(unknown)
})
