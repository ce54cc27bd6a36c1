import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Age } from './Age.tsx'
import { stopTime } from './now.ts'

const DAY = 86_400_000

afterEach(() => {
  act(() => stopTime(undefined))
  vi.useRealTimers()
})

function show() {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 25, 9) })
  const at = Date.now() - 9 * DAY
  render(
    <>
      <Age at={at} />
      <Age at={at} style="ago" />
      <Age at={at} style="for" />
    </>,
  )
  return () => screen.getAllByRole('time').map(({ textContent }) => textContent)
}

test('an age is counted until now', () => {
  expect(show()()).toEqual(['9\u2009d', expect.stringMatching(/^16 Nov 2026, /), 'for 9\u2009d'])
})

test('in a snapshot too, but nobody knows how long something has lasted', () => {
  const said = show()
  act(() => stopTime(Date.now() - 9 * DAY))
  expect(said()).toEqual([
    '9\u2009d',
    expect.stringMatching(/^16 Nov 2026, /),
    expect.stringMatching(/^since 16 Nov, \d\d:\d\d$/),
  ])
})
