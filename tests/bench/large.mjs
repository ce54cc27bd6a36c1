// The estate of 10,000 resources: opening it, reading it, and the list over it.

/** @typedef {Record<string, number | undefined>} Sample */

const PATIENCE = 300_000
const TYPED = 'lyon-07'

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
 * One visit in a fresh profile.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {number} rate how many times slower the page's main thread runs once the estate is read
 * @returns {Promise<Sample>}
 */
export async function measureLarge(browser, origin, rate) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(reach)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  try {
    await page.goto(`${origin}/resources`)
    await page.locator('[role=row][data-index]').first().waitFor({ timeout: PATIENCE })
    const open = await page.evaluate(async () => {
      const start = performance.now()
      await window.hubLarge.ask({ control: { do: 'reset', estate: 'large' } })
      return performance.now() - start
    })

    await page.goto(`${origin}/resources`)
    const began = Date.now()
    await page.waitForFunction(
      () => /^10000(?!.*reading)/.test(document.querySelector('main [role=status]')?.textContent ?? ''),
      undefined,
      { timeout: PATIENCE, polling: 500 },
    )
    const read = (Date.now() - began) / 1_000
    const loadTask = await page.evaluate(() => window.hubLarge.longestTask())
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')

    await session.send('Emulation.setCPUThrottlingRate', { rate })
    await page.waitForTimeout(2_000)
    await page.evaluate(() => window.hubLarge.longestTask())
    const keys = []
    await page.locator('input[data-search]').focus()
    for (const key of TYPED) {
      const measured = page.evaluate(() => window.hubLarge.keystroke())
      await page.waitForTimeout(100)
      await page.keyboard.press(key)
      keys.push(await withPatience(measured, 5_000))
    }
    const keyTask = await page.evaluate(() => window.hubLarge.longestTask())
    await page.locator('input[data-search]').fill('')
    await page.waitForTimeout(1_000 * rate)
    await page.evaluate(() => window.hubLarge.longestTask())
    const frame = await page.evaluate(() => window.hubLarge.scroll(120, 700))
    const scrollTask = await page.evaluate(() => window.hubLarge.longestTask())
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })

    const requests = await page.evaluate(async () => {
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
    })
    const known = keys.filter((value) => value !== undefined)
    return {
      open,
      read,
      loadTask,
      heap: usedSize / 2 ** 20,
      key: known.toSorted((a, b) => a - b)[Math.floor(known.length / 2)],
      worstKey: known.length > 0 ? Math.max(...known) : undefined,
      keyTask,
      frame,
      scrollTask,
      requests,
    }
  } finally {
    await context.close()
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
  return Promise.race([
    measured,
    new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds)),
  ])
}

/** @type {[title: string, key: string, digits: number, bars: [string, string]][]} */
export const LARGE_ROWS = [
  ['large: key to painted list, median, ms', 'key', 0, ['', '']],
  ['large: key to painted list, worst, ms', 'worstKey', 0, ['', '']],
  ['large: longest task while typing, ms (0: none over 50)', 'keyTask', 0, ['50', '']],
  ['large: worst frame while scrolling, ms', 'frame', 0, ['', '']],
  ['large: longest task while scrolling, ms (0: none over 50)', 'scrollTask', 0, ['50', '']],
  ['large: longest task while reading it at 1×, ms', 'loadTask', 0, ['100', '']],
  ['large: read completely at 1×, s', 'read', 1, ['', '']],
  ['large: opened in the worker, ms', 'open', 0, ['', '']],
  ['large: page heap, MiB', 'heap', 0, ['', '']],
  ['large: emulator, requests a second', 'requests', 0, ['', '']],
]
