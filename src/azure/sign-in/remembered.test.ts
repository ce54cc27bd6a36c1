import { expect, it } from 'vitest'
import { fakeStores } from './fake-application.ts'
import { remembered } from './remembered.ts'

it('tells whether the tab keeps anything, and leaves nothing of the try', () => {
  expect(fakeStores().keeps()).toBe(true)
  const kept = new Map<string, string>()
  const session = () => ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  remembered({ session, local: session }).keeps()
  expect([...kept]).toEqual([])

  const denied = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  expect(remembered({ session: denied, local: session }).keeps()).toBe(false)
})
