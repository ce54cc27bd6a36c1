import { notifyManager } from '@tanstack/react-query'
import { restedFor } from './rested.ts'

/** Runs the work soon, once. */
export type Schedule = (work: () => void) => void

interface FrameOptions {
  /** Runs once, when the browser draws next. */
  soon: Schedule
  /** Runs the work so that what it changes is told once. */
  batch: (work: () => void) => void
  /** After what the work has made the page draw. */
  after: (work: () => void, milliseconds: number) => void
  clock: () => number
}

/** So many a frame; more waits for the next one. An estate's worth of them at once would be one long task. */
const AT_ONCE = 20
/** When more waits, a frame that cost more than this many milliseconds is followed by a rest of twice its cost, at most a second. */
const CHEAP = 50
const REST = 2
const LONGEST_REST = 1_000

/** What waits for a frame goes with the same one, so that the page is drawn once for all of it. */
export function sharedFrames({ soon, batch, after, clock }: FrameOptions): Schedule {
  let waiting: (() => void)[] = []
  let asked = false

  function ask() {
    asked = waiting.length > 0
    if (asked) soon(run)
  }

  function run() {
    const due = waiting.slice(0, AT_ONCE)
    waiting = waiting.slice(AT_ONCE)
    const began = clock()
    batch(() => {
      for (const work of due) work()
    })
    after(() => {
      const cost = clock() - began
      if (cost <= CHEAP || waiting.length === 0) ask()
      else after(ask, Math.min(LONGEST_REST, REST * cost))
    }, 0)
  }

  return (work) => {
    waiting.push(work)
    if (asked) return
    ask()
  }
}

/** Without a frame for so many milliseconds the work goes without one. */
const NO_FRAME = 100

/** With the next frame; in a hidden tab, also one hidden since it was asked for, and outside browsers, a little later. */
export const nextFrame: Schedule = sharedFrames({
  soon: (work) => {
    const hasFrames = typeof requestAnimationFrame === 'function' && !document.hidden
    const timer = setTimeout(() => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      work()
    }, NO_FRAME)
    const frame = hasFrames
      ? requestAnimationFrame(() => {
          clearTimeout(timer)
          work()
        })
      : undefined
  },
  batch: (work) => notifyManager.batch(work),
  after: (work, milliseconds) => setTimeout(work, milliseconds),
  clock: () => performance.now(),
})

/**
 * Passes on the latest of what is offered, at most once per schedule; nothing after `stop`. An offer is kept when it, or a
 * later one, has been passed on or will not be.
 */
export function latest<T>(
  schedule: Schedule,
  pass: (value: T) => void,
): { offer(value: T): Promise<void>; stop(): void } {
  let pending: { value: T } | undefined
  let kept: (() => void)[] = []
  let waiting = false
  let stopped = false

  function run() {
    waiting = false
    const due = pending
    const told = kept
    pending = undefined
    kept = []
    if (due && !stopped) pass(due.value)
    for (const tell of told) tell()
  }

  return {
    offer(value) {
      if (stopped) return Promise.resolve()
      pending = { value }
      return new Promise((resolve) => {
        kept.push(resolve)
        if (waiting) return
        waiting = true
        schedule(run)
      })
    },
    stop() {
      stopped = true
    },
  }
}

/**
 * At once, but no sooner than so many milliseconds after what it ran before, and than five times what that cost with all
 * it made the page draw.
 */
export function spaced(milliseconds: number, clock: () => number = () => performance.now()): Schedule {
  let next = -Infinity
  const run = (work: () => void) => {
    const began = clock()
    next = began + milliseconds
    work()
    setTimeout(() => (next = Math.max(next, clock() + FIVEFOLD * (clock() - began))))
  }
  return (work) => void setTimeout(run, Math.max(0, next - clock()), work)
}

const FIVEFOLD = 5

/** Lets the browser draw and answer keys first. A timer would wait longer, in a hidden tab for a second. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

/** While somebody types or scrolls, what can wait does, for at most so many milliseconds. */
const HELD_BACK = 5_000
/** Nobody is at work any more after so many milliseconds. */
const AT_REST = 300

/**
 * Passes on what was added, at once and then at most once in so many milliseconds, but not under the hands of who is at
 * work on the page; the rest at the end.
 */
export function gathered<T>(
  milliseconds: number,
  pass: (items: T[]) => void,
  rested: () => number = restedFor,
): { add(items: readonly T[]): void; end(): void } {
  let items: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let held = 0

  function flush() {
    if (items.length > 0) pass(items)
    items = []
  }

  function turn() {
    timer = undefined
    if (items.length === 0) return
    const wait = AT_REST - rested()
    if (wait > 0 && held < HELD_BACK) {
      held += wait
      timer = setTimeout(turn, wait)
      return
    }
    held = 0
    flush()
    timer = setTimeout(turn, milliseconds)
  }

  return {
    add(added) {
      items.push(...added)
      if (timer === undefined) turn()
    },
    end() {
      clearTimeout(timer)
      flush()
    },
  }
}
