// The estate of 10,000 resources: opening it, reading it, and the list over it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { longestProcessorTime } from './tasks.mjs'
import { newVisitor } from './visitor.mjs'

/** @typedef {Record<string, number | undefined>} Sample */

const PATIENCE = 300_000
const TYPED = 'lyon-07'

/** Runs in the page. */
const LIST_IS_WHOLE = () =>
  /^10000(?!.*reading)/.test(document.querySelector('main [role=status]')?.textContent ?? '')

/**
 * Runs in the page before anything of the app: keeps hold of the worker that answers for Azure, and of long tasks.
 */
function reach() {
  /** @type {Worker | undefined} */
  let emulator
  /** @type {Map<number, (answer: unknown) => void>} */
  const waiting = new Map()
  /** @type {number[]} */
  const tasks = []
  let last = 0
  window.Worker = new Proxy(Worker, {
    construct(make, [url, options]) {
      emulator = new make(url, options)
      emulator.addEventListener('message', ({ data }) => waiting.get(data.id)?.(data))
      return emulator
    },
  })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))

  window.hubLarge = {
    ask: (question) =>
      new Promise((resolve) => {
        // The app counts up from one.
        last -= 1
        waiting.set(last, resolve)
        emulator?.postMessage({ ...question, id: last })
      }),
    longestTask() {
      const longest = Math.max(0, ...tasks)
      tasks.length = 0
      return longest
    },
    /** Milliseconds from the next key in the search field until the list that it leaves is painted. */
    async keystroke() {
      const field = document.querySelector('input[data-search]')
      const grid = document.querySelector('[role=grid]')
      const pressed = new Promise((resolve) =>
        field?.addEventListener('keydown', () => resolve(performance.now()), { once: true }),
      )
      const changed = new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          watcher.disconnect()
          resolve(undefined)
        })
        if (grid) watcher.observe(grid, { attributes: true, attributeFilter: ['aria-rowcount'] })
      })
      const start = Number(await pressed)
      await changed
      return Number(await painted()) - start
    },
    async scroll(frames, pixels) {
      let worst = 0
      let before = Number(await painted())
      for (let n = 0; n < frames; n++) {
        window.scrollBy(0, pixels)
        const now = Number(await new Promise(requestAnimationFrame))
        if (n > 0) worst = Math.max(worst, now - before)
        before = now
      }
      return worst
    },
    /** Requests a second that the worker answers, eight on their way at once. */
    async requests(paths) {
      const start = performance.now()
      const left = paths.values()
      const lane = async () => {
        for (const path of left) {
          const url = `https://management.azure.com${path}`
          await this.ask({
            request: { url, method: 'GET', headers: { authorization: 'Bearer demo' }, body: '' },
          })
        }
      }
      await Promise.all(Array.from({ length: 8 }, lane))
      return (1_000 * paths.length) / (performance.now() - start)
    },
  }
}

/**
 * One visit in a fresh profile, and another one that opens it as a file.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {number} rate how many times slower the page's main thread runs once the estate is read
 * @returns {Promise<Sample>}
 */
export async function measureLarge(browser, origin, rate) {
  return { ...(await visited(browser, origin, rate)), ...(await asFile(browser, origin)) }
}

/** @type {typeof measureLarge} */
async function visited(browser, origin, rate) {
  const visitor = await newVisitor(browser)
  const longestTask = () => visitor.evaluate(() => window.hubLarge.longestTask())
  try {
    await visitor.go(`${origin}/resources`, reach)
    await visitor.until(() => document.querySelector('[role=row][data-index]') !== null, PATIENCE / 1_000)
    const open = await visitor.evaluate(OPEN)

    const { result: read, processor: loadWork } = await longestProcessorTime(browser, async () => {
      const began = Date.now()
      await visitor.go(`${origin}/resources`)
      await pause(1_000)
      await visitor.until(LIST_IS_WHOLE, PATIENCE / 1_000)
      return (Date.now() - began) / 1_000
    })
    const loadTask = await longestTask()
    const heap = await visitor.heap()

    await visitor.slowDown(rate)
    await pause(2_000)
    await visitor.evaluate(() => {
      const field = document.querySelector('input[data-search]')
      if (field instanceof HTMLElement) field.focus()
    })
    await longestTask()
    const { result: keys, processor: keyWork } = await longestProcessorTime(browser, async () => {
      const keys = []
      for (const key of TYPED) {
        const measured = visitor.evaluate(() => window.hubLarge.keystroke())
        await pause(100)
        await visitor.press(key)
        keys.push(await withPatience(measured, 5_000))
      }
      return keys
    })
    const keyTask = await longestTask()
    for (const _ of TYPED) await visitor.press('Backspace')
    await pause(1_000 * rate)
    const wheel = await scrolled(150)
    const jump = await scrolled(700)
    await visitor.slowDown(1)

    const requests = await visitor.evaluate(REQUESTS)
    const known = keys.filter((value) => value !== undefined)
    return {
      open,
      read,
      loadTask,
      loadWork,
      heap: heap / 2 ** 20,
      key: known.toSorted((a, b) => a - b)[Math.floor(known.length / 2)],
      worstKey: known.length > 0 ? Math.max(...known) : undefined,
      keyTask,
      keyWork,
      wheelFrame: wheel.frame,
      wheelTask: wheel.task,
      wheelWork: wheel.work,
      frame: jump.frame,
      scrollTask: jump.task,
      scrollWork: jump.work,
      requests,
    }
  } finally {
    await visitor.leave()
  }

  /** @param {number} pixels a frame */
  async function scrolled(pixels) {
    await visitor.evaluate(() => window.scrollTo(0, 0))
    await pause(1_000 * rate)
    await longestTask()
    const { result: frame, processor: work } = await longestProcessorTime(browser, () =>
      visitor.evaluate((pixels) => window.hubLarge.scroll(120, pixels), pixels),
    )
    return { frame, work, task: await longestTask() }
  }
}

/** Runs in the page: opens the estate; milliseconds. */
const OPEN = async () => {
  const start = performance.now()
  await window.hubLarge.ask({ control: { do: 'reset', estate: 'large' } })
  return performance.now() - start
}

/** Runs in the page: requests a second. */
const REQUESTS = async () => {
  const body = (/** @type {any} */ answer) => JSON.parse(answer.response.body)
  const version = 'api-version=2025-05-01'
  const url = 'https://management.azure.com/subscriptions?api-version=2022-12-01'
  const headers = { authorization: 'Bearer demo' }
  const first = body(await window.hubLarge.ask({ request: { url, method: 'GET', headers, body: '' } }))
  const paths = first.value.flatMap((/** @type {{ id: string }} */ { id }) =>
    ['virtualNetworks', 'vpnSites', 'vpnGateways', 'virtualHubs', 'expressRouteCircuits'].map(
      (type) => `${id}/providers/Microsoft.Network/${type}?${version}`,
    ),
  )
  return window.hubLarge.requests(paths)
}

/**
 * The estate as a file, in a page of Playwright's, which can hand over a file.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @returns {Promise<Sample>}
 */
async function asFile(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addInitScript(reach)
    const page = await context.newPage()
    await page.goto(`${origin}/resources`)
    await page.locator('[role=row][data-index]').first().waitFor({ timeout: PATIENCE })
    await page.evaluate(OPEN)
    await page.goto(`${origin}/resources`)
    await page.waitForFunction(LIST_IS_WHOLE, undefined, { timeout: PATIENCE, polling: 500 })
    const { result: file, processor: fileWork } = await longestProcessorTime(browser, () => openFile(page))
    return { ...file, fileWork }
  } finally {
    await context.close()
  }
}

/**
 * Downloads the estate by the demo's own button and opens that file by the demo's own field, as a person would.
 *
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Sample>} seconds until the list says that all of it is there, and the longest task meanwhile
 */
async function openFile(page) {
  await page.getByRole('button', { name: 'Demo controls' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE }),
    page.getByRole('button', { name: 'Download estate' }).click(),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'))
  const path = join(folder, 'opened.json')
  await download.saveAs(path)
  await page.evaluate(() => window.hubLarge.longestTask())
  const began = Date.now()
  await page.getByLabel('Open estate file', { exact: true }).setInputFiles(path, { timeout: PATIENCE })
  await page.locator('header').getByText('opened.json on an embedded').first().waitFor({
    state: 'attached',
    timeout: PATIENCE,
  })
  await page.waitForFunction(LIST_IS_WHOLE, undefined, { timeout: PATIENCE, polling: 100 })
  rmSync(folder, { recursive: true })
  return {
    file: (Date.now() - began) / 1_000,
    fileTask: await page.evaluate(() => window.hubLarge.longestTask()),
  }
}

/**
 * A key that leaves as many rows as before changes nothing that could be waited for.
 *
 * @param {Promise<number>} measured
 * @param {number} milliseconds
 * @returns {Promise<number | undefined>}
 */
function withPatience(measured, milliseconds) {
  return Promise.race([measured, pause(milliseconds, undefined)])
}

/**
 * The processor is slowed down for what is done on the read estate only: a figure of before is of 1× in either column, and is
 * printed once.
 *
 * @typedef {[title: string, key: string, digits: number, bars: [string, string], at?: '1× only']} Figure
 */

/** @type {Figure[]} */
export const LARGE_ROWS = [
  ['large: key to painted list, median, ms', 'key', 0, ['', '']],
  ['large: key to painted list, worst, ms', 'worstKey', 0, ['', '']],
  ['large: longest task while typing, ms (0: none over 50)', 'keyTask', 0, ['50', '']],
  ['large: of it processor time, ms', 'keyWork', 0, ['50', '']],
  ['large: worst frame, scrolling 9,000 pixels a second, ms', 'wheelFrame', 0, ['', '']],
  ['large: longest task meanwhile, ms (0: none over 50)', 'wheelTask', 0, ['50', '']],
  ['large: of it processor time, ms', 'wheelWork', 0, ['50', '']],
  ['large: worst frame, scrolling a screen a frame, ms', 'frame', 0, ['', '']],
  ['large: longest task meanwhile, ms (0: none over 50)', 'scrollTask', 0, ['', '']],
  ['large: of it processor time, ms', 'scrollWork', 0, ['', '']],
  ['large: longest task while reading it, ms', 'loadTask', 0, ['100', ''], '1× only'],
  ['large: of it processor time, ms', 'loadWork', 0, ['100', ''], '1× only'],
  ['large: read completely, s', 'read', 1, ['', ''], '1× only'],
  ['large: opened in the worker, ms', 'open', 0, ['', ''], '1× only'],
  ['large: its file opened until the list says so, s', 'file', 1, ['', ''], '1× only'],
  ['large: longest task while its file opens, ms', 'fileTask', 0, ['', ''], '1× only'],
  ['large: of it processor time, ms', 'fileWork', 0, ['', ''], '1× only'],
  ['large: page heap, MiB', 'heap', 0, ['', '']],
  ['large: emulator, requests a second', 'requests', 0, ['', ''], '1× only'],
]
