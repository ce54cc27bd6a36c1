import { expect, test } from 'vitest'
import { onAbort } from './abort.ts'

test('many wait on one signal behind one listener, which goes with the last of them', () => {
  const abort = new AbortController()
  const listening = { added: 0, removed: 0 }
  const { signal } = abort
  const add = signal.addEventListener.bind(signal)
  const remove = signal.removeEventListener.bind(signal)
  signal.addEventListener = (...all: Parameters<typeof add>) => {
    listening.added++
    add(...all)
  }
  signal.removeEventListener = (...all: Parameters<typeof remove>) => {
    listening.removed++
    remove(...all)
  }
  const heard: number[] = []
  const stops = Array.from({ length: 20 }, (_, index) => onAbort(signal, () => heard.push(index)))
  expect(listening).toEqual({ added: 1, removed: 0 })
  for (const stop of stops) stop()
  for (const stop of stops) stop()
  expect(listening).toEqual({ added: 1, removed: 1 })
  onAbort(signal, () => heard.push(100))
  const stop = onAbort(signal, () => heard.push(101))
  onAbort(signal, () => heard.push(102))
  stop()
  abort.abort()
  expect(heard).toEqual([100, 102])
})

test('without a signal nothing is waited for', () => {
  expect(() => onAbort(undefined, () => undefined)()).not.toThrow()
})
