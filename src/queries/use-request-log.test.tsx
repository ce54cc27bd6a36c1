import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { azureOn, json, scripted } from '../azure/scripted.ts'
import { AzureProvider } from './use-azure.ts'
import { useRequestCounts } from './use-request-log.ts'

test('who counts renews twice a second, and never looks at a request or keeps an answer', async () => {
  const azure = azureOn(scripted([['/subscriptions?', json({ value: [] })]]).send)
  const looked = vi.spyOn(azure.requestLog, 'getSnapshot')
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AzureProvider value={azure}>{children}</AzureProvider>
  )
  let drawn = 0
  const { result, unmount } = renderHook(
    () => {
      drawn++
      return useRequestCounts()
    },
    { wrapper },
  )
  const before = drawn
  await act(async () => {
    for (let count = 0; count < 40; count++) await azure.subscriptions()
  })
  expect(drawn - before).toBeLessThanOrEqual(2)
  await vi.waitFor(() => expect(result.current.requests).toBe(40))
  unmount()
  expect(looked).not.toHaveBeenCalled()
  const outcomes = azure.requestLog.getSnapshot().map(({ outcome }) => outcome)
  expect(outcomes.every((one) => one.is === 'answered' && one.body.is === 'notKept')).toBe(true)
})
