import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useOnceFree } from './use-once-free.ts'

test('what is due while somebody types is done once, after the field was left', () => {
  vi.useFakeTimers()
  const input = document.body.appendChild(document.createElement('input'))
  const done = vi.fn()
  try {
    input.focus()
    const { rerender } = renderHook(({ due }) => useOnceFree(due, done), { initialProps: { due: false } })
    rerender({ due: true })
    act(() => {
      vi.advanceTimersByTime(10_000)
    })
    expect(done).not.toHaveBeenCalled()
    input.blur()
    rerender({ due: true })
    act(() => {
      vi.advanceTimersByTime(10_000)
    })
    expect(done).toHaveBeenCalledTimes(1)
  } finally {
    input.remove()
    vi.useRealTimers()
  }
})
