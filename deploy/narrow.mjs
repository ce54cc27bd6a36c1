// node deploy/narrow.mjs --cloud us-government: the built app may reach this cloud only.
import { parseArgs } from 'node:util'
import { CLOUDS } from './headers.mjs'
import { readStaticWebApp, writeHostFiles } from './host-files.mjs'

const USAGE = `Narrows the headers in a built folder to one cloud.

  node deploy/narrow.mjs --cloud ${Object.keys(CLOUDS).join(' | ')}
  node deploy/narrow.mjs --cloud custom --arm-endpoint https://… --authority-host https://…

  --dist <folder>   the built folder, when it is not dist`

const OPTIONS = /** @type {const} */ ({
  cloud: { type: 'string' },
  'arm-endpoint': { type: 'string' },
  'authority-host': { type: 'string' },
  dist: { type: 'string', default: 'dist' },
})

/**
 * @param {string[]} args
 * @returns {{ hosts: import('./headers.mjs').CloudHosts, dist: string }}
 */
function read(args) {
  const { values } = parseArgs({ args, options: OPTIONS })
  const { cloud = '', dist } = values
  const named = new Map(Object.entries(CLOUDS)).get(cloud)
  if (named !== undefined) return { hosts: named, dist }
  if (cloud !== 'custom') throw new Error(`--cloud is ${cloud === '' ? 'missing' : `unknown: ${cloud}`}.`)
  const arm = [origin('--arm-endpoint', values['arm-endpoint'])]
  const authority = [origin('--authority-host', values['authority-host'])]
  return { hosts: { arm, authority }, dist }
}

const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/

/**
 * A policy knows origins, so a path is cut off. A host may hold characters that would end a directive or a line: not here.
 *
 * @param {string} option
 * @param {string} [value]
 */
function origin(option, value) {
  const origin = value !== undefined && URL.canParse(value) ? new URL(value).origin : ''
  if (!ORIGIN.test(origin)) throw new Error(`${option} must be an address that begins with https://.`)
  return origin
}

/** @param {string} problem */
function stop(problem) {
  console.error(`${problem}\n\n${USAGE}`)
  process.exit(2)
}

try {
  const { hosts, dist } = read(process.argv.slice(2))
  const shipped = await readStaticWebApp(dist)
  if (shipped === undefined) throw new Error(`${dist} is not a built folder: run npm run build first.`)
  const base = shipped.navigationFallback.rewrite.slice(0, -'index.html'.length)
  await writeHostFiles(dist, { base, clouds: [hosts] })
  console.log(`${dist} may now reach ${[...hosts.arm, ...hosts.authority].join(', ')} and itself.`)
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
