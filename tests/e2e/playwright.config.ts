import { createServer, type AddressInfo } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.mjs'
import { bin, fail, root } from '../../scripts/run.mjs'

// Playwright reads this file again in each worker process: what is found once is handed on in the environment.
process.env.HUB_BROWSER ??= (await findBrowser()) ?? fail('No browser found: npm test gets one.')
process.env.HUB_E2E_PORT ??= String(await freePort())

const origin = `http://127.0.0.1:${process.env.HUB_E2E_PORT}`

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // Chance alone shall fail nothing. npm test names each test that needed it, and its first failure.
  retries: 1,
  timeout: 180_000,
  reporter: 'list',
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Drawn in software, a turning ring or a film of the page costs more than the page: tests see neither.
    contextOptions: { reducedMotion: 'reduce' },
    // A failure keeps a picture and what was on the page. A trace (--trace on) costs an eighth more, snapshots more than the tests.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.HUB_BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A page lives for seconds, and two of them share the processors: what the engine compiles anew beside it, to be faster
        // later, takes a fifth of all the processor time.
        '--js-flags=--single-threaded,--no-opt',
        // Whatever a page asks for, nothing leaves this machine. (The fixtures fail the test as well.)
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
  projects: [
    // Signs in: on localhost, over TLS, with a certificate of the test's own. It waits much, so one worker begins with it while
    // the other has pages to draw, and its servers start once.
    { name: 'azure', testMatch: 'azure/**/*.spec.ts', use: { ignoreHTTPSErrors: true }, workers: 1 },
    { name: 'demo', testIgnore: 'azure/**' },
  ],
  webServer: {
    command: `"${process.execPath}" "${bin('vite')}" preview --host 127.0.0.1 --strictPort --port ${process.env.HUB_E2E_PORT}`,
    cwd: root,
    url: origin,
    timeout: 30_000,
  },
})

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        server.close(() => resolve(port))
      })
  })
}
