import { describe, expect, test } from 'vitest'
import { forgetEverything, forgetHere, type Stores } from './forget.ts'
import { keptInTab } from './kept-in-tab.ts'
import { ownedName } from './owned.ts'

class Kept implements Storage {
  [name: string]: unknown
  readonly #kept: Map<string, string>
  constructor(names: readonly string[]) {
    this.#kept = new Map(names.map((name) => [name, 'x']))
  }
  get length() {
    return this.#kept.size
  }
  key = (index: number) => [...this.#kept.keys()][index] ?? null
  getItem = (name: string) => this.#kept.get(name) ?? null
  setItem = (name: string, value: string) => void this.#kept.set(name, value)
  removeItem = (name: string) => void this.#kept.delete(name)
  clear = () => this.#kept.clear()
  names = () => [...this.#kept.keys()]
}

function databases(names: readonly string[], deleted: string[], ends: 'success' | 'blocked') {
  return {
    databases: () => Promise.resolve(names.map((name) => ({ name, version: 1 }))),
    deleteDatabase(name: string) {
      deleted.push(name)
      const request = new EventTarget()
      queueMicrotask(() => request.dispatchEvent(new Event(ends)))
      // Only its events are listened to.
      return request as IDBOpenDBRequest
    },
  }
}

describe('ownedName', () => {
  test.each<[string | undefined, string]>([
    [undefined, 'hub.recent'],
    ['a.b', 'hub/a.b/recent'],
    ['a/recent', 'hub/a%2Frecent/recent'],
    ['', 'hub//recent'],
  ])('of %s is %s', (owner, name) => expect(ownedName('recent', owner)).toBe(name))

  test('differs for accounts of which one begins like the other', () => {
    const names = ['a', 'a.b', 'a/b', 'a%2Fb'].map((owner) => ownedName('scope', owner))
    expect(new Set(names).size).toBe(4)
  })
})

describe('forgetEverything', () => {
  const owned = [ownedName('recent', 'a'), ownedName('scope', 'b'), 'hub.last-account']
  const preferences = ['hub.theme', 'hub.navigation', 'hub.keys', 'hub.read-only', 'hub.sign-outs']
  const demo = ['hub.estate', 'hub.recent', 'hub.scope']

  test.each(['success', 'blocked'] as const)(
    'empties what is of accounts, in every store; databases end with %s',
    async (ends) => {
      const local = new Kept([...owned, ...preferences, ...demo, 'another.app'])
      const session = new Kept(['hub/a/draft', 'hub.request-log', 'msal.account'])
      const deleted: string[] = []
      await forgetEverything({
        local: () => local,
        session: () => session,
        databases: () => databases(['hub/a/drafts', 'hybrid-connectivity-hub-emulator'], deleted, ends),
      })
      expect(local.names()).toEqual([...preferences, ...demo, 'another.app'])
      expect(session.names()).toEqual(['msal.account'])
      expect(deleted).toEqual(['hub/a/drafts'])
    },
  )

  test('is done where storage is denied', async () => {
    const denied = () => {
      throw new Error('denied')
    }
    const stores: Stores = { local: denied, session: denied, databases: denied }
    await expect(forgetEverything(stores)).resolves.toBeUndefined()
  })
})

describe('forgetHere', () => {
  const none = () => databases([], [], 'success')

  test.each([
    [false, ['hub/b/drafts.1', 'hub.return-to']],
    [true, []],
  ])('empties what is of these accounts; the whole tab: %s', (wholeTab, left) => {
    const local = new Kept(['hub/a/recent', 'hub/b/recent', 'hub/ab/scope', 'hub.last-account'])
    const session = new Kept(['hub/a/writes.1', 'hub/b/drafts.1', 'hub.return-to'])
    forgetHere(['a'], wholeTab, { local: () => local, session: () => session, databases: none })
    expect(local.names()).toEqual(['hub/b/recent', 'hub/ab/scope', 'hub.last-account'])
    expect(session.names()).toEqual(left)
  })

  test('lets nothing be kept again by what was made before', async () => {
    const session = new Kept([])
    const stores: Stores = { local: () => new Kept([]), session: () => session, databases: none }
    const keeps = () => keptInTab(() => session, 'writes.1', 'a')
    const before = keeps()
    forgetHere(['b'], false, stores)
    expect(before.write([])).toBe(true)
    forgetHere(['a'], true, stores)
    expect(before.write([])).toBe(false)
    expect(keeps().write([])).toBe(true)
    const again = keeps()
    await forgetEverything(stores)
    expect(again.write([])).toBe(false)
    expect(session.names()).toEqual([])
  })
})
