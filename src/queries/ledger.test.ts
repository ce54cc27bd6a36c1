import { describe, expect, it } from 'vitest'
import type { OnStep, WriteEnd, Writes } from '../azure/write.ts'
import { gateway } from '../../tests/support/resources.ts'
import { type Tab, tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { keptList } from './kept-list.ts'
import { createLedger } from './ledger.ts'
import { browserLocks } from './tab-locks.ts'
import { DONE, edit, error } from './write-queue.fixture.ts'

const FORBIDDEN: WriteEnd = { is: 'unreachable', error: error('forbidden') }
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A tab that looks again when the test wakes it; `set.look` is what it then finds. */
function openTab(browser = tabsOfOneBrowser(), locksOf = (tab: Tab) => tab.locks) {
  const tab = browser.open()
  const set: { look: (onStep?: OnStep) => Promise<WriteEnd> } = { look: () => Promise.resolve(FORBIDDEN) }
  const signals: (AbortSignal | undefined)[] = []
  const ends: string[] = []
  const writes: Writes = {
    send: () => Promise.reject(new Error('not asked for')),
    look: () => Promise.reject(new Error('not asked for')),
    resume: (_write, _record, { signal } = {}) => (signals.push(signal), set.look()),
    watch: (_noted, { onStep } = {}) => set.look(onStep),
  }
  const ledger = createLedger({
    writes: () => Promise.resolve(writes),
    kept: keptList(() => tab.storage, 'operations.1', 'ann', tab.heard),
    locks: locksOf(tab),
    name: 'ann',
    needsSignIn: () => false,
    onEnd: ({ key }, { is }) => ends.push(`${key} ${is}`),
    onTimed: () => undefined,
    clock: () => 1_000,
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('woken')))),
  })
  const carry = (key: string, end: WriteEnd) =>
    ledger.carry(key, edit('gw'), () => Promise.resolve(end), {
      signal: new AbortController().signal,
      onWait: () => undefined,
    })
  const state = () => ledger.getSnapshot().find(({ key }) => key === 'k')?.state
  return { browser, ledger, set, signals, ends, carry, state, close: tab.close }
}

describe('an operation that can no longer be read', () => {
  it('is not known after some rounds, and what waits for it goes', async () => {
    const { ledger, carry, state } = openTab()
    const first = carry('k', FORBIDDEN)
    const second = carry('next', DONE)
    for (let round = 1; round < 5; round++) {
      await settled()
      expect(state()).toMatchObject({ is: 'running', heldUp: { kind: 'forbidden' } })
      ledger.wake()
    }
    expect(await first).toMatchObject({ is: 'unknown', error: { kind: 'forbidden' } })
    expect(state()).toMatchObject({ is: 'unknown', error: { kind: 'forbidden' } })
    expect(await second).toMatchObject({ is: 'done' })
  })

  it('is followed on where the network is away in between', async () => {
    const { ledger, set, carry, state } = openTab()
    void carry('k', FORBIDDEN)
    for (let round = 1; round < 12; round++) {
      await settled()
      const look: WriteEnd = round % 4 === 0 ? { is: 'unreachable', error: error('network') } : FORBIDDEN
      set.look = () => Promise.resolve(look)
      ledger.wake()
    }
    await settled()
    expect(state()).toMatchObject({ is: 'running' })
  })
})

it('what others began is held up no longer than it cannot be read', async () => {
  const { ledger, set } = openTab()
  ledger.subscribe(() => undefined)
  ledger.note([gateway('gw', { provisioningState: 'Updating' })])
  const state = () => ledger.getSnapshot()[0]?.state
  await settled()
  expect(state()).toHaveProperty('heldUp')
  set.look = (onStep) => (onStep?.('running'), new Promise(() => undefined))
  ledger.wake()
  await settled()
  expect(state()).toEqual({ is: 'running', step: 'running' })
})

describe('following that is stopped', () => {
  it('lets what waits for it go, at once', async () => {
    const { ledger, carry, state } = openTab()
    const first = carry('k', { is: 'unreachable', error: error('network') })
    const second = carry('next', DONE)
    await settled()
    ledger.stop('k')
    expect(state()).toMatchObject({ is: 'unknown', error: { kind: 'network' } })
    expect(await first).toMatchObject({ is: 'unknown' })
    expect(await second).toMatchObject({ is: 'done' })
  })

  it('is over while it is just being looked at, from another tab too, and does not come back', async () => {
    const { browser, carry, close } = openTab()
    void carry('k', { is: 'unreachable', error: error('network') })
    await settled()
    close()
    const follower = openTab(browser)
    let tell: (end: WriteEnd) => void = () => undefined
    follower.set.look = () => new Promise((resolve) => (tell = resolve))
    follower.ledger.subscribe(() => undefined)
    const other = openTab(browser)
    other.ledger.subscribe(() => undefined)
    await settled()
    other.ledger.stop('k')
    await settled()
    expect(follower.ends).toEqual(['k unknown'])
    expect([follower, other].map((one) => one.ledger.hasSeenEnd('k'))).toEqual([true, false])
    expect(follower.signals[0]?.aborted).toBe(true)
    tell(DONE)
    await settled()
    expect(other.state()).toMatchObject({ is: 'unknown' })
  })

  it('is only of what is held up', async () => {
    const { ledger, state } = openTab()
    void ledger.carry('k', edit('gw'), () => new Promise(() => undefined), {
      signal: new AbortController().signal,
      onWait: () => undefined,
    })
    await settled()
    ledger.stop('k')
    expect(state()).toMatchObject({ is: 'running' })
  })
})

it('what is forgotten, as of an estate that was reset, does not come back when it ends, in any tab', async () => {
  const { browser, ledger, carry, state } = openTab()
  const first = carry('k', { is: 'unreachable', error: error('network') })
  await settled()
  const other = openTab(browser)
  other.ledger.subscribe(() => undefined)
  expect(state()).toMatchObject({ is: 'running' })
  other.ledger.forgetAll()
  ledger.wake()
  await settled()
  ledger.wake()
  await settled()
  expect(other.ledger.getSnapshot()).toEqual([])
  void first.catch(() => undefined)
})

describe.each([
  ['has no locks', () => browserLocks(undefined)],
  [
    'refuses locks',
    () => browserLocks({ request: () => Promise.reject(new Error('blocked')) } as unknown as LockManager),
  ],
])('where the browser %s', (_, locks) => {
  it('what another tab may be sending is left to it, and what a left page of this tab sent is followed', async () => {
    const { browser, ledger, close } = openTab()
    void ledger.carry('k', edit('gw'), (onStep) => (onStep('sending'), new Promise(() => undefined)), {
      signal: new AbortController().signal,
      onWait: () => undefined,
    })
    await settled()
    close()
    const next = openTab(browser, locks)
    next.set.look = () => Promise.resolve(DONE)
    next.ledger.subscribe(() => undefined)
    await settled()
    expect(next.state()).toMatchObject({ is: 'running', step: 'sending' })
    expect(await next.ledger.endOf('k')).toMatchObject({ is: 'succeeded' })
  })
})
