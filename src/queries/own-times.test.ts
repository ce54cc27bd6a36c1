import { expect, test } from 'vitest'
import { typicalTime } from '../model/operations/durations.ts'
import { keptInTab } from './kept-in-tab.ts'
import { createOwnTimes, RECORDED_TIMES } from './own-times.ts'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'

const RESET = {
  method: 'POST',
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw',
  segment: 'reset',
} as const

test('from the third run on the typical time is this browser’s own, of the newest nine', () => {
  const tab = tabsOfOneBrowser().open()
  const kept = keptInTab(() => tab.storage, 'durations.1', 'ann')
  const times = createOwnTimes(kept)
  times.add(RESET, 1_000)
  times.add(RESET, 3_000)
  expect(times.typicalOf(RESET)).toMatchObject({ of: 'azure' })
  times.add(RESET, 5_000)
  expect(createOwnTimes(kept).typicalOf(RESET)).toEqual({ from: 3_000, to: 3_000, of: 'browser' })
  expect(times.typicalOf({ ...RESET, segment: 'other' })).toBeUndefined()
  for (let run = 0; run < 9; run++) times.add(RESET, 9_000)
  expect(times.typicalOf(RESET)).toMatchObject({ from: 9_000 })
})

test('what is no times is passed over', () => {
  const tab = tabsOfOneBrowser(
    new Map([['hub/ann/durations.1', '{"POST virtualnetworkgateways/reset":["x",null]}']]),
  ).open()
  const times = createOwnTimes(keptInTab(() => tab.storage, 'durations.1', 'ann'))
  expect(times.typicalOf(RESET)).toMatchObject({ of: 'azure' })
})

test('in the demo what was recorded on Azure is never replaced by the demo’s own times', () => {
  for (let run = 0; run < 9; run++) RECORDED_TIMES.add(RESET, 1_000)
  expect(RECORDED_TIMES.typicalOf(RESET)).toEqual(typicalTime(RESET))
  expect(RECORDED_TIMES.typicalOf(RESET)).toMatchObject({ of: 'azure' })
})
