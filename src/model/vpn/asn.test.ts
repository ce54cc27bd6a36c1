import { expect, it } from 'vitest'
import { asnProblem } from './asn.ts'

it.each<[asn: number, azure: boolean, onPremises: boolean]>([
  [65515, true, false],
  [65514, true, true],
  [64512, true, true],
  [4200000000, true, true],
  [429496729, true, true],
  [0, false, false],
  [1.5, false, false],
  [Number.NaN, false, false],
  [8074, false, false],
  [12076, false, false],
  [23456, false, false],
  [64500, false, false],
  [65517, false, false],
  [65520, false, false],
  [65521, true, true],
  [65540, false, false],
  [4294967295, false, false],
  [4294967296, false, false],
])('%d: on the side of Azure %s, on-premises %s', (asn, azure, onPremises) => {
  expect(asnProblem(asn, 'azure') === undefined).toBe(azure)
  expect(asnProblem(asn, 'onPremises') === undefined).toBe(onPremises)
})
