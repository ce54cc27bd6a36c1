import { readdir } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { hostAnswer, readStaticWebApp } from '../deploy/host-files.mjs'

/**
 * Serves the built app by the rules and with the headers that ship beside it, so that whatever is tried or tested here
 * is tried under them.
 *
 * @returns {import('vite').Plugin}
 */
export function shippedHost() {
  return {
    name: 'shipped-host',
    async configurePreviewServer({ config, middlewares }) {
      const folder = resolve(config.root, config.build.outDir)
      const rules = await readStaticWebApp(folder)
      if (rules === undefined) return
      const files = await filesBelow(folder, config.base)
      middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        if (!path.startsWith(config.base)) {
          next()
          return
        }
        const { file, headers } = hostAnswer(rules, path, (wanted) => files.has(wanted))
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        if (file === undefined) {
          response
            .writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-cache' })
            .end('Not found')
          return
        }
        request.url = file
        next()
      })
    },
  }
}

/**
 * @param {string} folder
 * @param {string} base
 */
async function filesBelow(folder, base) {
  const names = await readdir(folder, { recursive: true })
  return new Set(names.map((name) => base + name.replaceAll(sep, '/')))
}
