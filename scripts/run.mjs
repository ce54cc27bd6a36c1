import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * The script behind a package's command, to be run by this Node itself: no shell, the same on every system.
 *
 * @param {string} name of the package
 * @param {string} [command] when it differs from the package's name
 */
export function bin(name, command = name) {
  const folder = join(root, 'node_modules', name)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const path = typeof bin === 'string' ? bin : bin[command]
  if (path === undefined) throw new Error(`${name} has no command ${command}`)
  return join(folder, path)
}

/**
 * Runs a script in this Node and resolves to its exit code. Its output streams through.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function node(script, args, options) {
  return command(process.execPath, [script, ...args], options)
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function command(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    // Ctrl+C reaches the child too: wait for it to end. A signal sent to this process alone is passed on.
    const interrupt = () => setTimeout(() => child.kill('SIGINT'), 1000).unref()
    const end = () => child.kill('SIGTERM')
    process.on('SIGINT', interrupt).on('SIGTERM', end)
    const settle = () => process.off('SIGINT', interrupt).off('SIGTERM', end)
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settle()
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** @param {string} message */
export function say(message) {
  console.log(process.stdout.isTTY ? `\u001B[1m${message}\u001B[0m` : message)
}

/**
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
