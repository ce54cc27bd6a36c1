import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { bin, command, fail, root, say } from './run.mjs'

/**
 * A Chromium, Chrome or Edge that starts: $HUB_BROWSER, $CHROME_PATH, the system's, or Playwright's own download.
 *
 * @returns {Promise<string | undefined>} its path
 */
export async function findBrowser() {
  for (const variable of ['HUB_BROWSER', 'CHROME_PATH']) {
    const named = process.env[variable]
    if (named === undefined || named === '') continue
    if (starts(named)) return named
    fail(`${variable} is ${named}, which does not start. Mend or unset it.`)
  }
  return systemBrowsers().find(starts) ?? (await downloadedBrowser())
}

/** Finds a browser and gets one when there is none: Playwright's download first, then, as root, the distribution's. */
export async function ensureBrowser() {
  const found = (await findBrowser()) ?? (await download()) ?? (await installFromDistribution())
  if (found !== undefined) return found
  return fail(
    [
      'The end-to-end tests need a browser and none was found. One of these helps:',
      '  - install Chrome, Edge or Chromium (Debian, Ubuntu: apt-get install chromium), or',
      '  - npx playwright install --with-deps chromium, or',
      '  - set HUB_BROWSER to the path of a Chromium, Chrome or Edge.',
    ].join('\n'),
  )
}

function systemBrowsers() {
  const { PATH = '', HOME = '', ProgramFiles, LOCALAPPDATA } = process.env
  if (process.platform === 'win32') {
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(
      (x) => x !== undefined,
    )
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return names.flatMap((name) =>
      ['', HOME].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
  }
  // The first is Chromium without a window of its own: to open the hub takes it two thirds of the processor time.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ]
  return names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
}

async function downloadedBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return starts(path) ? path : undefined
}

/** Whether it runs at all: a file can be there without its libraries, or as a stub that asks for another package. */
function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false
  // On Windows --version opens a window.
  if (process.platform === 'win32') return true
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** Playwright's download. It is given up when nothing arrives for a while: without a network it would try for long. */
async function download() {
  say('No browser found: downloading the one of Playwright …')
  const done = await new Promise((resolve) => {
    const child = spawn(process.execPath, [bin('@playwright/test', 'playwright'), 'install', 'chromium'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    })
    const giveUp = () => {
      // It downloads in a process of its own: end the whole group.
      if (process.platform === 'win32' || child.pid === undefined) child.kill()
      else process.kill(-child.pid, 'SIGKILL')
    }
    let silence = setTimeout(giveUp, 30_000)
    const limit = setTimeout(giveUp, 300_000)
    const onData = (/** @type {Buffer} */ data) => {
      process.stdout.write(data)
      clearTimeout(silence)
      silence = setTimeout(giveUp, 30_000)
    }
    child.stdout.on('data', onData)
    child.stderr.on('data', onData)
    process.once('SIGINT', giveUp)
    child.on('close', (code) => {
      clearTimeout(silence)
      clearTimeout(limit)
      process.off('SIGINT', giveUp)
      resolve(code === 0)
    })
  })
  const path = done ? await downloadedBrowser() : undefined
  if (path === undefined) say('That browser could not be downloaded, or does not start here.')
  return path
}

/** Only as root, who may install packages anyway. Never by sudo: that is the person's decision. */
async function installFromDistribution() {
  const isRoot = process.getuid?.() === 0
  const hasApt = (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'apt-get')))
  if (!isRoot || !hasApt) return undefined
  say('Installing a Chromium of this distribution (apt-get, as root) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await command('apt-get', ['update', '-q'], { env })
  if (updated !== 0) return undefined
  // The first is not in every distribution.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await command('apt-get', ['install', '-y', '-q', '--no-install-recommends', name, 'fonts-liberation'], {
      env,
    })
    const found = systemBrowsers().find(starts)
    if (found !== undefined) return found
  }
  return undefined
}
