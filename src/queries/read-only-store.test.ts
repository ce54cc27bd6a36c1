import { expect, test, vi } from 'vitest'
import { createReadOnlyStore } from './read-only-store.ts'

function memory(kept = new Map<string, string>()): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

test('is remembered, and told', () => {
  const storage = memory()
  const store = createReadOnlyStore(() => storage)
  const listener = vi.fn()
  store.subscribe(listener)
  store.set(true)
  store.set(true)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(createReadOnlyStore(() => storage).getSnapshot()).toBe(true)
  store.set(false)
  expect(createReadOnlyStore(() => storage).getSnapshot()).toBe(false)
})

test('another tab switches it', () => {
  const storage = memory()
  const here = createReadOnlyStore(() => storage)
  createReadOnlyStore(() => storage).set(true)
  expect(here.getSnapshot()).toBe(false)
  here.readAgain()
  expect(here.getSnapshot()).toBe(true)
})

test('without storage it lasts as long as the page', () => {
  const store = createReadOnlyStore(() => {
    throw new Error('denied')
  })
  store.set(true)
  store.readAgain()
  expect(store.getSnapshot()).toBe(true)
})
