import { test as base, expect as strict, type BrowserContext } from '@playwright/test'

/** A whole estate is read before a page is done, and machines that test are busy: slow is not wrong. */
export const expect = strict.configure({ timeout: 45_000 })

/** What every page must be free of: errors on the console, uncaught errors, what the policy blocks, requests to another host. */
export interface Guard {
  /** Lets errors pass whose text matches, in this test only. Say why: the reason is kept in the report. */
  allow(error: RegExp, reason: string): void
  /** Watches a further context of this test, as `context` is watched. */
  watch(context: BrowserContext): Promise<void>
}

interface Fixtures {
  /** Origins a page may send requests to: the app's own, unless a fixture says otherwise. */
  origins: readonly string[]
  guard: Guard
}

/** Runs in the page: what the shipped policy blocks is an uncaught error, whether Chromium says it on the console or not. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    reportError(
      new Error(`blocked by the content security policy: ${violatedDirective} ${blockedURI} ${sample}`),
    ),
  )
}

/** Playwright's `test`, with the guard in force in every test whether it asks for it or not. */
export const test = base.extend<Fixtures>({
  origins: async ({ baseURL }, give) => give([new URL(baseURL ?? '').origin]),
  guard: [
    async ({ context, origins }, use, testInfo) => {
      const problems: string[] = []
      const allowed: RegExp[] = []

      const watch = async (watched: BrowserContext) => {
        await watched.addInitScript(reportViolations)
        watched.on('console', (message) => {
          if (message.type() === 'error')
            problems.push(`console error: ${message.text()} (${message.location().url})`)
        })
        watched.on('weberror', (error) =>
          problems.push(`uncaught: ${error.error().stack ?? error.error().message}`),
        )
        watched.on('request', (request) => {
          const url = new URL(request.url())
          const isLocal = url.protocol === 'data:' || url.protocol === 'blob:'
          if (!isLocal && !origins.includes(url.origin))
            problems.push(`request to another host: ${request.url()}`)
        })
        watched.on('page', (page) =>
          page.on('websocket', (socket) => problems.push(`request to another host: ${socket.url()}`)),
        )
      }

      await watch(context)
      await use({
        allow(error, reason) {
          allowed.push(error)
          testInfo.annotations.push({ type: 'allowed error', description: `${error.source}: ${reason}` })
        },
        watch,
      })

      const left = problems.filter((problem) => !allowed.some((error) => error.test(problem)))
      expect.soft(left, 'no console errors, no uncaught errors, no request to another host').toEqual([])
    },
    { auto: true },
  ],
})
