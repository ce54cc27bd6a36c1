import { expect, test } from 'vitest'
import { oddPeeringProblems } from './odd-peering.ts'

const GOOD = {
  asn: '64710',
  primary: '172.16.0.0/30',
  secondary: '172.16.0.4/30',
  primary6: '',
  secondary6: '',
}

test.each<[change: Partial<typeof GOOD>, field: string | undefined]>([
  [{}, undefined],
  [{ asn: '23456' }, 'asn'],
  // What is refused is no advice besides.
  [{ asn: '65515' }, undefined],
  [{ primary: '169.254.10.0/30' }, 'primary'],
  [{ secondary: '224.0.0.0/30' }, 'secondary'],
  [{ primary6: 'fe80::/126', secondary6: 'fd00::4/126' }, 'primary6'],
])('%j', (change, field) => {
  const found = oddPeeringProblems({ ...GOOD, ...change })
  expect(found.map((one) => [one.field, one.is])).toEqual(field === undefined ? [] : [[field, 'advice']])
})

test('a family that is not asked for is not looked at', () => {
  expect(oddPeeringProblems({ ...GOOD, primary: '127.0.0.0/30', primary6: 'fd00::/126' }, [6])).toEqual([])
})
