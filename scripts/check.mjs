// npm run check: types, lint with the import rules, format, unused code. All at once, each printed whole when it ends.
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { bin, root } from './run.mjs'
import { report } from './tally.mjs'

const checks = [
  // On threads of its own it reads the same types several times over, while the others need the cores.
  { name: 'types', script: bin('typescript', 'tsc'), args: ['--noEmit', '--singleThreaded'], mend: '' },
  {
    name: 'lint',
    script: bin('oxlint'),
    args: ['src', 'tests', 'scripts', 'deploy', 'vite.config.ts'],
    mend: '',
  },
  { name: 'format', script: bin('oxfmt'), args: ['--check'], mend: 'npm run format' },
  { name: 'unused', script: bin('knip'), args: ['--no-progress'], mend: '' },
]

/** @param {(typeof checks)[number]} check */
function run({ name, script, args, mend }) {
  return new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      if (code === 0) {
        console.log(`${name}: passed in ${seconds} s`)
      } else {
        console.log(`${name}: FAILED in ${seconds} s\n${output.trimEnd()}`)
        if (mend !== '') console.log(`To mend: ${mend}`)
      }
      resolve(code === 0)
    })
  })
}

const passed = await Promise.all(checks.map(run))
const failed = checks.filter((_, index) => passed[index] !== true)
report({
  passed: checks.length - failed.length,
  failed: failed.length,
  skipped: [],
  failures: failed.map(({ name }) => ({ file: '', name, reason: 'see above' })),
  retried: [],
})
process.exit(failed.length === 0 ? 0 : 1)
