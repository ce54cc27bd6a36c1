// A page that nothing watches but what is asked of it here. Playwright's own pages report every console line, request and
// script to it, with the stack of each, which costs the first row 0.4 s.

import { setTimeout } from 'node:timers/promises'

/**
 * @typedef {object} Visitor
 * @property {(rate: number) => Promise<void>} slowDown how many times slower the page's main thread runs
 * @property {(url: string, before?: () => void) => Promise<void>} go loads it; `before` runs in every page of it from then on, before anything else
 * @property {<T, A>(inPage: (given: A) => T | Promise<T>, given?: A) => Promise<T>} evaluate
 * @property {(inPage: () => boolean, seconds: number) => Promise<void>} until looks twice a second; fails after so many
 * @property {(key: string) => Promise<void>} press a letter, a digit, Minus or Backspace
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

  /** @type {Visitor['evaluate']} */
  async function evaluate(inPage, given) {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression: `(${String(inPage)})(${given === undefined ? '' : JSON.stringify(given)})`,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  return {
    slowDown: (rate) => send('Emulation.setCPUThrottlingRate', { rate }),
    async go(url, before) {
      await send('Page.enable')
      if (before) await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(before)})()` })
      await send('Page.navigate', { url })
    },
    evaluate,
    async until(inPage, seconds) {
      for (let looks = 0; !(await evaluate(inPage)); looks++) {
        if (looks > 2 * seconds) throw new Error(`Not so after ${seconds} s: ${String(inPage)}`)
        await setTimeout(500)
      }
    },
    async press(key) {
      const code =
        key === '-'
          ? 'Minus'
          : key.length > 1
            ? key
            : `${/\d/.test(key) ? 'Digit' : 'Key'}${key.toUpperCase()}`
      const event = {
        key,
        code,
        ...(key.length === 1 && { text: key }),
        windowsVirtualKeyCode: KEY_CODES[key] ?? key.toUpperCase().charCodeAt(0),
      }
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
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

/** Where the code of a key is not that of its letter. @type {Record<string, number>} */
const KEY_CODES = { '-': 189, Backspace: 8 }
