import AxeBuilder from '@axe-core/playwright'
import { test as base, expect as strict, type BrowserContext, type Page } from '@playwright/test'

/** A whole estate is read before a page is done, and machines that test are busy: slow is not wrong. */
export const expect = strict.configure({ timeout: 20_000 })

/** What every page must be free of: errors on the console, uncaught errors, requests to another host. */
export interface Guard {
  /** Lets errors pass whose text matches, in this test only. Say why: the reason is kept in the report. */
  allow(error: RegExp, reason: string): void
  /** Watches a further context of this test, as `context` is watched. */
  watch(context: BrowserContext): void
}

interface Fixtures {
  guard: Guard
}

/** Playwright's `test`, with the guard in force in every test whether it asks for it or not. */
export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use, testInfo) => {
      const origin = new URL(baseURL ?? '').origin
      const problems: string[] = []
      const allowed: RegExp[] = []

      const watch = (watched: BrowserContext) => {
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
          if (!isLocal && url.origin !== origin) problems.push(`request to another host: ${request.url()}`)
        })
        watched.on('page', (page) =>
          page.on('websocket', (socket) => problems.push(`request to another host: ${socket.url()}`)),
        )
      }

      watch(context)
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

/** Runs axe on the page as it is now, with every WCAG 2.2 A and AA rule and axe's best practices. */
export async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
  )
  expect(found, 'axe finds nothing').toEqual([])
}

/** For tests that run once for a person whose system is light and once for dark: `page.emulateMedia({ colorScheme })`. */
export const colorSchemes = ['light', 'dark'] as const

/** `axe` on the page as it is now, in light and in dark. */
export async function axeLightAndDark(page: Page) {
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme })
    await test.step(colorScheme, () => axe(page))
  }
}
