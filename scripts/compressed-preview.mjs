import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const TYPES = new Map([
  ['js', 'text/javascript'],
  ['css', 'text/css'],
])

/**
 * Compresses the built scripts and style sheets once, when the preview starts, and lets the browser keep them, as a
 * host does. Compressing the megabyte of the SDK anew for each visitor would hold every other file back by a second.
 *
 * @returns {import('vite').Plugin}
 */
export function compressedPreview() {
  return {
    name: 'compressed-preview',
    configurePreviewServer({ config, middlewares }) {
      const assets = join(config.root, config.build.outDir, config.build.assetsDir)
      const prefix = `${config.base}${config.build.assetsDir}/`
      const compressed = compress(assets)
      middlewares.use((request, response, next) => {
        const name = request.url?.startsWith(prefix) === true ? request.url.slice(prefix.length) : ''
        const type = TYPES.get(name.split('.').at(-1) ?? '')
        const accepts = request.headers['accept-encoding']?.includes('gzip') === true
        if (type === undefined || !accepts || request.method !== 'GET') {
          next()
          return
        }
        void compressed.then((files) => {
          const body = files.get(name)
          if (body === undefined) {
            next()
            return
          }
          response.writeHead(200, {
            'Content-Type': type,
            'Content-Encoding': 'gzip',
            'Content-Length': body.length,
            'Cache-Control': 'public, max-age=31536000, immutable',
            Vary: 'Accept-Encoding',
          })
          response.end(body)
        })
      })
    },
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Map<string, Buffer>>} by file name; empty where nothing is built
 */
async function compress(folder) {
  const names = await readdir(folder).catch(() => [])
  const wanted = names.filter((name) => TYPES.has(name.split('.').at(-1) ?? ''))
  const files = wanted.map(async (name) => {
    const body = await promisify(gzip)(await readFile(join(folder, name)), { level: 9 })
    return /** @type {[string, Buffer]} */ ([name, body])
  })
  return new Map(await Promise.all(files))
}
