import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, fail, root, say } from './run.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked */

/** Installs the packages when they are missing or are not those of package-lock.json. */
export async function ensureInstalled() {
  requireNode()
  const reason = staleness()
  if (reason === undefined) return
  say(`Installing packages (${reason}) …`)
  // npm tells its scripts where it is itself; without it, npm is looked up (by a shell on Windows, where it is npm.cmd).
  const npm = process.env.npm_execpath
  const code =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? await command(process.execPath, [npm, 'ci'])
      : await command('npm', ['ci'], { shell: process.platform === 'win32' })
  if (code !== 0) fail('Packages could not be installed: see the output of npm ci above.')
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Node ${process.versions.node} is too old: this project needs Node 20.19 or newer (https://nodejs.org).`,
  )
}

/** Why the installed packages are not those of the lockfile; undefined when they are. */
function staleness() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return 'none installed yet'
  const wanted = packages(join(root, 'package-lock.json'))
  const installed = packages(installedFile)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const present = installed[path]
    if (present === undefined) {
      if (entry.optional !== true || fits(entry)) return `${path.replace('node_modules/', '')} is missing`
    } else if (present.version !== entry.version || present.integrity !== entry.integrity) {
      return `${path.replace('node_modules/', '')} changed`
    }
  }
  return undefined
}

/**
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function packages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/**
 * Whether a binary of one platform is this platform's. Those that depend on the C library are left to npm.
 *
 * @param {Locked} entry
 */
function fits({ os, cpu, libc }) {
  return (
    libc === undefined &&
    os?.includes(process.platform) === true &&
    (cpu === undefined || cpu.includes(process.arch))
  )
}
