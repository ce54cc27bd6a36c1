import { expect, test } from 'vitest'
import { passedOver } from './steps.ts'

test('steps before the last one that was left with Next are over, and none as long as none was', () => {
  expect(passedOver(() => false)).toEqual([])
  expect(passedOver((step) => step === 'goal')).toEqual([])
  expect(passedOver((step) => step === 'sites')).toEqual(['goal', 'hub', 'gateway'])
})
