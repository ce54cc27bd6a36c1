// What the build leaves beside index.html for the host: rules and headers, made from what was built.
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CACHE, CLOUDS, inlineScriptHashes, securityHeaders } from './headers.mjs'

/** Its name is given by Azure Static Web Apps. `npm start` follows it too. */
const STATIC_WEB_APP = 'staticwebapp.config.json'

/** deploy/nginx.conf includes it. */
const NGINX_HEADERS = 'nginx-headers.conf'

/**
 * The part of staticwebapp.config.json that is used here. `*` stands at the end of a route, the first that fits counts.
 *
 * @typedef {{
 *   routes: { route: string, rewrite?: string, headers?: Record<string, string> }[],
 *   navigationFallback: { rewrite: string, exclude: string[] },
 *   globalHeaders: Record<string, string>,
 *   trailingSlash: 'auto',
 * }} StaticWebApp
 */

/**
 * Writes both files into a built folder, over those that are there.
 *
 * @param {string} folder the build's output
 * @param {{ base: string, clouds?: import('./headers.mjs').CloudHosts[] }} options `base` begins and ends with a slash;
 *   without `clouds` all that are known by name
 */
export async function writeHostFiles(folder, { base, clouds = Object.values(CLOUDS) }) {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const headers = securityHeaders(clouds, inlineScriptHashes(html))
  const config = JSON.stringify(staticWebApp(base, headers), undefined, 2)
  await writeFile(join(folder, STATIC_WEB_APP), `${config}\n`)
  await writeFile(join(folder, NGINX_HEADERS), nginxHeaders(headers))
}

/**
 * @param {string} folder
 * @returns {Promise<StaticWebApp | undefined>} what `writeHostFiles` left there; nothing where nothing is built
 */
export async function readStaticWebApp(folder) {
  const text = await readFile(join(folder, STATIC_WEB_APP), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

/**
 * @param {string} base
 * @param {Record<string, string>} headers
 * @returns {StaticWebApp}
 */
function staticWebApp(base, headers) {
  const index = `${base}index.html`
  return {
    routes: [
      // Before anything looks at the end of a name: a resource may be called branch-01.js.
      { route: `${base}resource/*`, rewrite: index },
      { route: `${base}assets/*`, headers: { 'Cache-Control': CACHE.assets } },
    ],
    // config.json above all: a page in its place must not pass for an answer.
    navigationFallback: { rewrite: index, exclude: [`${base}config.json`, `${base}assets/*`] },
    globalHeaders: { ...headers, 'Cache-Control': CACHE.others },
    trailingSlash: 'auto',
  }
}

/**
 * Cache-Control is nginx.conf's own: it depends on the address.
 *
 * @param {Record<string, string>} headers
 */
function nginxHeaders(headers) {
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`)
  return `# Written by the build and by deploy/narrow.mjs: change deploy/headers.mjs instead.\n${lines.join('\n')}\n`
}

/**
 * What the host does with an address, by the rules it was given.
 *
 * @param {StaticWebApp} config
 * @param {string} path without the query
 * @param {(path: string) => boolean} exists whether a file is deployed there
 * @returns {{ file: string | undefined, headers: Record<string, string> }} no file: 404
 */
export function hostAnswer({ routes, navigationFallback, globalHeaders }, path, exists) {
  const rule = routes.find(({ route }) => fits(route, path))
  const headers = { ...globalHeaders, ...rule?.headers }
  const asked = rule?.rewrite ?? (path.endsWith('/') ? `${path}index.html` : path)
  if (exists(asked)) return { file: asked, headers }
  const fallback = navigationFallback.exclude.some((route) => fits(route, path))
    ? undefined
    : navigationFallback.rewrite
  return { file: fallback, headers }
}

/**
 * @param {string} route
 * @param {string} path
 */
function fits(route, path) {
  return route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route
}

/**
 * Writes the host's files at the end of a build.
 *
 * @returns {import('vite').Plugin}
 */
export function hostFiles() {
  let base = '/'
  let folder = ''
  return {
    name: 'host-files',
    apply: 'build',
    configResolved(config) {
      base = config.base
      folder = resolve(config.root, config.build.outDir)
    },
    // Not earlier: only now is index.html what will be served.
    closeBundle: { sequential: true, order: 'post', handler: () => writeHostFiles(folder, { base }) },
  }
}
