/**
 * Runs in the page before anything of the app. The app marks `hub:first-row` and `hub:detail`; where a mark is missing,
 * the first row's link in the document stands for it.
 */
export function observe() {
  /** @type {number | undefined} */
  let rowSeen
  /** @type {{ start: number, duration: number }[]} */
  const tasks = []
  let layoutShift = 0

  const row = () => document.querySelector('main [role="row"] a[href], main tbody tr a[href]')
  const watcher = new MutationObserver(() => {
    if (row() === null) return
    rowSeen = performance.now()
    watcher.disconnect()
  })
  watcher.observe(document, { childList: true, subtree: true })

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('hadRecentInput' in entry && 'value' in entry && entry.hadRecentInput === false) {
        layoutShift += Number(entry.value)
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })

  const mark = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime
  const firstRow = () => performance.getEntriesByName('hub:first-row')[0]?.startTime ?? rowSeen

  window.hubBench = {
    firstRow,
    visit() {
      const shown = firstRow() ?? Number.NaN
      return {
        firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
        firstRow: shown,
        longestTask: Math.max(
          0,
          ...tasks.filter(({ start }) => start < shown).map(({ duration }) => duration),
        ),
        layoutShift,
      }
    },
    /** Of the page itself: the worker that plays Azure loads its own. */
    scripts() {
      return performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js') && !name.includes('worker'))
        .map((entry) => ({
          path: new URL(entry.name).pathname,
          at: entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0,
        }))
    },
    async click() {
      const link = row()
      if (!(link instanceof HTMLElement)) return undefined
      const before = mark('hub:detail')
      const start = performance.now()
      link.click()
      while (performance.now() - start < 10_000) {
        const shown = mark('hub:detail')
        if (shown !== undefined && shown !== before) return shown - start
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return undefined
    },
  }
}
