// npm start: the product as it ships, built and served on this machine. Arguments go to `vite preview`.
import { ensureInstalled } from './install.mjs'
import { bin, fail, node, say } from './run.mjs'

await ensureInstalled()
const vite = bin('vite')

say('Building the app …')
const built = await node(vite, ['build', '--logLevel', 'warn'])
if (built === 130) process.exit(0)
if (built !== 0) fail('The build failed: see above.')

const args = process.argv.slice(2)
if (!args.some((arg) => arg.startsWith('--port'))) args.push('--port', '4173')
say('Ready. Open the address below in a browser; Ctrl+C stops.')
const code = await node(vite, ['preview', ...args])
process.exit(code === 130 || code === 143 ? 0 : code)
