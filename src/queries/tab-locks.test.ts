import { describe, expect, test } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { browserLocks, holdAll } from './tab-locks.ts'

test('two that want the same names in another order never wait for each other', async () => {
  const browser = tabsOfOneBrowser()
  const [one, other] = [browser.open(), browser.open()]
  const order: string[] = []
  const turn = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve))
    order.push(`${name} ends`)
  }
  await Promise.all([
    holdAll(one.locks, ['a', 'b'], turn('one'), {}),
    holdAll(other.locks, ['b', 'a'], turn('other'), {}),
  ])
  expect(order).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
})

test('a closed tab frees what it held, and who waits can give up', async () => {
  const browser = tabsOfOneBrowser()
  const [one, other] = [browser.open(), browser.open()]
  const never = new Promise<never>(() => undefined)
  void one.locks.hold('a', () => never)
  const stop = new AbortController()
  const given = other.locks.hold('a', () => Promise.resolve(1), { signal: stop.signal })
  stop.abort()
  await expect(given).rejects.toThrow('Aborted')
  const got = other.locks.hold('a', () => Promise.resolve(2))
  one.close()
  expect(await got).toBe(2)
})

test('without locks a tab is alone', async () => {
  const locks = browserLocks(undefined)
  expect(locks.across).toBe(false)
  expect(await locks.hold('a', () => locks.hold('a', () => Promise.resolve(1)))).toBe(1)
})

describe('where the browser refuses locks', () => {
  const denied = () => {
    const request = () => Promise.reject(new DOMException('Storage is blocked.', 'SecurityError'))
    // Only what is asked for.
    return browserLocks({ request } as unknown as LockManager)
  }

  test.each([[{}], [{ onWait: () => undefined }]])('a tab is alone (%#)', async (options) => {
    const locks = denied()
    expect(locks.across).toBe(true)
    expect(await locks.hold('a', () => Promise.resolve(1), options)).toBe(1)
    expect(locks.across).toBe(false)
  })

  test('what is no longer wanted does not run', async () => {
    const stop = new AbortController()
    stop.abort(new Error('given up'))
    let ran = false
    const held = denied().hold('a', () => ((ran = true), Promise.resolve()), { signal: stop.signal })
    await expect(held).rejects.toThrow('Storage is blocked.')
    expect(ran).toBe(false)
  })
})

test('what fails under a lock runs once, and its fault is told', async () => {
  const request = (_name: string, _options: object, run: (lock: object) => Promise<unknown>) => run({})
  const locks = browserLocks({ request } as unknown as LockManager)
  let runs = 0
  const held = locks.hold('a', () => (runs++, Promise.reject(new Error('a fault'))))
  await expect(held).rejects.toThrow('a fault')
  expect([runs, locks.across]).toEqual([1, true])
})
