import { afterEach, expect, test, vi } from 'vitest'
import { gathered, latest, nextFrame, sharedFrames, spaced } from './frame.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Frames by hand: `draw` is the browser's next frame, which takes `cost` milliseconds with all it makes the page draw. */
function byHand() {
  const frames: (() => void)[] = []
  const later: { work: () => void; milliseconds: number }[] = []
  let now = 0
  const batch = vi.fn((work: () => void) => work())
  const schedule = sharedFrames({
    soon: (work) => frames.push(work),
    batch,
    after: (work, milliseconds) => later.push({ work, milliseconds }),
    clock: () => now,
  })
  return {
    schedule,
    batch,
    frames,
    later,
    draw(cost: number) {
      frames.shift()?.()
      now += cost
      later.shift()?.work()
    },
  }
}

test('what waits for a frame goes with the same one, told once', () => {
  const { schedule, batch, draw, frames } = byHand()
  const done: number[] = []
  for (let n = 0; n < 3; n++) schedule(() => done.push(n))
  expect(frames).toHaveLength(1)
  draw(10)
  expect([done, batch.mock.calls.length, frames.length]).toEqual([[0, 1, 2], 1, 0])
  schedule(() => done.push(3))
  draw(10)
  expect(done).toEqual([0, 1, 2, 3])
})

test('an estate that arrives at once is taken in in several frames', () => {
  const { schedule, draw, frames } = byHand()
  let done = 0
  for (let n = 0; n < 50; n++) schedule(() => done++)
  draw(10)
  expect([done, frames.length]).toEqual([20, 1])
  draw(10)
  draw(10)
  expect([done, frames.length]).toEqual([50, 0])
})

test('after a dear frame the page has time for answers', () => {
  const { schedule, draw, frames, later } = byHand()
  for (let n = 0; n < 50; n++) schedule(() => undefined)
  draw(120)
  expect([frames.length, later.map(({ milliseconds }) => milliseconds)]).toEqual([0, [240]])
  later.shift()?.work()
  expect(frames).toHaveLength(1)
})

test('a tab hidden after the frame was asked for goes on without it, once', () => {
  vi.useFakeTimers()
  const frames = new Map<number, () => void>()
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
    frames.set(frames.size + 1, work)
    return frames.size
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
  const work = vi.fn()
  nextFrame(work)
  expect(frames.size).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(1)
  for (const draw of frames.values()) draw()
  expect(work).toHaveBeenCalledTimes(1)

  // Seen again, the frame comes first.
  nextFrame(work)
  for (const draw of frames.values()) draw()
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('what is gathered is passed on at once, then now and then, and wholly at the end', () => {
  vi.useFakeTimers()
  const passed: number[][] = []
  const { add, end } = gathered<number>(1_000, (items) => passed.push(items))
  add([1])
  add([2])
  add([3, 4])
  expect(passed).toEqual([[1]])
  vi.advanceTimersByTime(1_000)
  expect(passed).toEqual([[1], [2, 3, 4]])
  add([5])
  add([6])
  end()
  expect(passed).toEqual([[1], [2, 3, 4], [5, 6]])
  vi.advanceTimersByTime(5_000)
  expect(passed).toHaveLength(3)
  vi.useRealTimers()
})

test('what is gathered waits for whoever is at work, but not for ever', () => {
  vi.useFakeTimers()
  let rested = 0
  const passed: number[][] = []
  const { add } = gathered<number>(
    1_000,
    (items) => passed.push(items),
    () => rested,
  )
  add([1])
  vi.advanceTimersByTime(1_000)
  add([2])
  expect(passed).toEqual([])
  rested = 300
  vi.advanceTimersByTime(300)
  expect(passed).toEqual([[1, 2]])
  rested = 0
  add([3])
  vi.advanceTimersByTime(4_000)
  expect(passed).toHaveLength(1)
  vi.advanceTimersByTime(3_000)
  expect(passed).toEqual([[1, 2], [3]])
  vi.useRealTimers()
})

test('what is spaced comes at once, and again when its time has passed', () => {
  vi.useFakeTimers()
  const seen: number[] = []
  const draw = latest(spaced(400), (value: number) => seen.push(value))
  void draw.offer(1)
  vi.advanceTimersByTime(1)
  void draw.offer(2)
  void draw.offer(3)
  vi.advanceTimersByTime(300)
  expect(seen).toEqual([1])
  vi.advanceTimersByTime(100)
  expect(seen).toEqual([1, 3])
})
