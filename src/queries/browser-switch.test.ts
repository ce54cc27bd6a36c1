import { expect, test, vi } from 'vitest'
import { createBrowserSwitch } from './browser-switch.ts'

function memory(kept = new Map<string, string>()): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

test('is remembered, and told', () => {
  const storage = memory()
  const store = createBrowserSwitch(() => storage, 'hub.x')
  const listener = vi.fn()
  store.subscribe(listener)
  store.set(true)
  store.set(true)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(createBrowserSwitch(() => storage, 'hub.x').getSnapshot()).toBe(true)
  store.set(false)
  expect(createBrowserSwitch(() => storage, 'hub.x').getSnapshot()).toBe(false)
})

test('another tab switches it', () => {
  const storage = memory()
  const here = createBrowserSwitch(() => storage, 'hub.x')
  createBrowserSwitch(() => storage, 'hub.x').set(true)
  expect(here.getSnapshot()).toBe(false)
  here.readAgain()
  expect(here.getSnapshot()).toBe(true)
})

test('without storage it lasts as long as the page', () => {
  const store = createBrowserSwitch(() => {
    throw new Error('denied')
  }, 'hub.x')
  store.set(true)
  store.readAgain()
  expect(store.getSnapshot()).toBe(true)
})
