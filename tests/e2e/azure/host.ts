import { readFile, readdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type CloudHosts, inlineScriptHashes, securityHeaders } from '../../../deploy/headers.mjs'
import { hostAnswer, readStaticWebApp } from '../../../deploy/host-files.mjs'
import { root } from '../../../scripts/run.mjs'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The built app as a host serves it: by the rules and under the headers that ship beside it, narrowed to one cloud.
 * @param config what config.json holds when it is asked for
 */
export async function createHost(cloud: CloudHosts, config: () => object): Promise<Handler> {
  const folder = join(root, 'dist')
  const rules = await readStaticWebApp(folder)
  if (!rules) throw new Error('Nothing is built: run npm run build.')
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  rules.globalHeaders = {
    ...rules.globalHeaders,
    ...securityHeaders([cloud], inlineScriptHashes(index)),
  }
  const names = await readdir(folder, { recursive: true })
  const paths = new Map(names.map((name) => [`/${name.replaceAll(sep, '/')}`, join(folder, name)]))
  const compressed = new Map<string, Promise<Buffer>>()

  async function body(file: string): Promise<Buffer> {
    const kept = compressed.get(file) ?? readFile(paths.get(file) ?? '').then((read) => gzipSync(read))
    compressed.set(file, kept)
    return kept
  }

  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const { file, headers } = hostAnswer(rules, path, (wanted) => paths.has(wanted))
    // Said once, a browser would hold every port of localhost to it from then on.
    const { 'Strict-Transport-Security': _, ...others } = headers
    for (const [name, value] of Object.entries(others)) response.setHeader(name, value)
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
      return
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
    if (file === '/config.json') {
      response.end(JSON.stringify(config()))
      return
    }
    body(file).then(
      (content) => response.setHeader('Content-Encoding', 'gzip').end(content),
      () => response.writeHead(500).end(),
    )
  }
}
