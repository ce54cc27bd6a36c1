// A page that nothing watches but what is asked of it here. Playwright's own pages report every console line, request and
// script to it, with the stack of each, which costs the first row 0.4 s.

/**
 * @typedef {object} Visitor
 * @property {(rate: number) => Promise<void>} slowDown how many times slower the page's main thread runs
 * @property {(url: string, before: () => void) => Promise<void>} go loads it; `before` runs in it before anything else
 * @property {<T>(inPage: () => T | Promise<T>) => Promise<T>} evaluate
 * @property {() => Promise<number>} heap bytes, after clearing up
 * @property {() => Promise<void>} leave
 */

/**
 * A fresh profile of this browser.
 *
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Visitor>}
 */
export async function newVisitor(browser) {
  const own = await browser.newBrowserCDPSession()
  const { browserContextId } = await own.send('Target.createBrowserContext')
  const size = { width: 1440, height: 900 }
  const { targetId } = await own.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    ...size,
  })
  const { sessionId } = await own.send('Target.attachToTarget', { targetId, flatten: false })
  /** @type {Map<number, (answer: { result?: any, error?: { message: string } }) => void>} */
  const waiting = new Map()
  let last = 0
  own.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message)
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })

  /** @returns {Promise<any>} what the protocol says of the method */
  async function send(/** @type {string} */ method, /** @type {object} */ params = {}) {
    last += 1
    const id = last
    const { result, error } = await new Promise((resolve) => {
      waiting.set(id, resolve)
      void own.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params }),
      })
    })
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  return {
    slowDown: (rate) => send('Emulation.setCPUThrottlingRate', { rate }),
    async go(url, before) {
      await send('Page.enable')
      await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(before)})()` })
      await send('Page.navigate', { url })
    },
    async evaluate(inPage) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression: `(${String(inPage)})()`,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async heap() {
      await send('HeapProfiler.collectGarbage')
      const { usedSize } = await send('Runtime.getHeapUsage')
      return usedSize
    },
    async leave() {
      await own.send('Target.disposeBrowserContext', { browserContextId })
      await own.detach()
    },
  }
}
