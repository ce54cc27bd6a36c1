/**
 * The processor time of the page's longest task while `work` goes on. On a machine that does other things too it says
 * what a task costs, where its length only says how long the task was kept waiting.
 *
 * @template Result
 * @param {import('@playwright/test').Browser} browser
 * @param {() => Promise<Result>} work
 * @returns {Promise<{ result: Result, processor: number }>} milliseconds
 */
export async function longestProcessorTime(browser, work) {
  await browser.startTracing(undefined, { categories: ['toplevel'] })
  const result = await work()
  /** @type {{ traceEvents: { name: string, pid: number, tid: number, tdur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pages.has(`${pid} ${tid}`),
  )
  return { result, processor: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000 }
}
