// npm run emulator: the ARM emulator over TLS. Built anew at each start, since Node 20 does not run TypeScript.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { fail, root, say } from './run.mjs'

await ensureInstalled()
const { build } = await import('vite')
const outDir = join(root, 'node_modules', '.cache', 'emulator')
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'src/emulator/server.ts', outDir, emptyOutDir: true, target: 'node20', minify: false },
})

/** @type {typeof import('../src/emulator/server.ts')} */
const { run } = await import(pathToFileURL(join(outDir, 'server.js')).href)
try {
  const server = await run(process.argv.slice(2), say)
  const stop = () => void server.close().then(() => process.exit(0))
  process.on('SIGINT', stop).on('SIGTERM', stop)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
