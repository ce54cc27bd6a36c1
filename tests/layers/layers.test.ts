import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bin, root } from '../../scripts/run.mjs'

/** A file, what it holds, and words of the one complaint that lint must have about it. */
type Planted = [path: string, text: string, complaint: RegExp]

const imports = (path: string) => `import * as x from '${path}'\nexport const y = x\n`

const violations: Planted[] = [
  // The rows of the table in CONTRIBUTING.md, one line for each folder that a folder must not import.
  ...['app', 'azure', 'components', 'emulator', 'features', 'model', 'queries', 'ui'].map((to): Planted => [
    `src/lib/to-${to}.ts`,
    imports(`../${to}/thing.ts`),
    /lib imports nothing/,
  ]),
  ...['app', 'azure', 'components', 'emulator', 'features', 'queries', 'ui'].map((to): Planted => [
    `src/model/status/to-${to}.ts`,
    imports(`../../${to}/thing.ts`),
    /model imports lib only/,
  ]),
  ...['app', 'components', 'features', 'queries', 'ui'].map((to): Planted => [
    `src/azure/to-${to}.ts`,
    imports(`../${to}/thing.ts`),
    /azure imports model and lib only/,
  ]),
  ...['app', 'components', 'features', 'ui'].flatMap((to): Planted[] => [
    [`src/queries/to-${to}.ts`, imports(`../${to}/thing.ts`), /queries import azure, model and lib only/],
    [`src/queries/use-${to}.ts`, imports(`../${to}/thing.ts`), /queries import azure, model and lib only/],
  ]),
  ...['app', 'azure', 'components', 'features', 'model', 'queries'].map((to): Planted => [
    `src/ui/to-${to}.ts`,
    imports(`../${to}/thing.ts`),
    /ui is free of the domain/,
  ]),
  ...['app', 'azure', 'features', 'queries'].map((to): Planted => [
    `src/components/list/to-${to}.ts`,
    imports(`../../${to}/thing.ts`),
    /components import ui, model/,
  ]),
  ...['app', 'azure'].map((to): Planted => [
    `src/features/hub/to-${to}.ts`,
    imports(`../../${to}/thing.ts`),
    /features import components/,
  ]),
  ['src/features/hub/sideways.ts', imports('../resources/thing.ts'), /feature never imports another/],
  [
    'src/features/hub/around.ts',
    imports('../../features/resources/thing.ts'),
    /feature never imports another/,
  ],
  [
    'src/features/hub/parts/sideways.ts',
    imports('../../resources/thing.ts'),
    /feature never imports another/,
  ],
  [
    'src/features/hub/parts/small/sideways.ts',
    imports('../../../resources/thing.ts'),
    /feature never imports another/,
  ],
  ...['app', 'azure', 'components', 'features', 'model', 'queries', 'ui'].map((to): Planted => [
    `src/emulator/arm/to-${to}.ts`,
    imports(`../../${to}/thing.ts`),
    /shares no rule with the app/,
  ]),
  ...['app', 'azure', 'components', 'features/hub', 'queries', 'ui'].map((from): Planted => [
    `src/${from}/to-emulator.ts`,
    imports(`${from.includes('/') ? '../..' : '..'}/emulator/thing.ts`),
    /Only src\/main.tsx .* may import the emulator/,
  ]),

  // The same by other ways of importing.
  ['src/lib/re-export.ts', "export { thing } from '../model/thing.ts'\n", /lib imports nothing/],
  ['src/lib/dynamic.ts', "export const load = () => import('../model/thing.ts')\n", /lib imports nothing/],
  [
    'src/lib/type.ts',
    "import type { Thing } from '../model/thing.ts'\nexport type T = Thing\n",
    /lib imports nothing/,
  ],
  [
    'src/lib/inline.ts',
    "export type T = import('../model/thing.ts').Thing\n",
    /import\(\)` type annotations/,
  ],

  // React where there is none.
  ...['lib', 'model', 'azure', 'queries', 'emulator'].map((from): Planted => [
    `src/${from}/react.ts`,
    imports('react'),
    /React|plain TypeScript|hooks/,
  ]),
  ...['lib', 'model', 'azure', 'emulator'].map((from): Planted => [
    `src/${from}/query.ts`,
    imports('@tanstack/react-query'),
    /React|plain TypeScript|hooks/,
  ]),
  ['src/queries/use-fluent.ts', imports('@fluentui/react-components'), /draw nothing/],
  ['src/ui/fetches.ts', imports('@tanstack/react-query'), /never fetch/],
  ['src/components/fetches.ts', imports('@tanstack/react-query'), /never fetch/],

  // The SDK at run time outside azure; in the emulator and main.tsx not even its types.
  ...['lib', 'model', 'queries', 'ui', 'components', 'features/hub', 'app'].map((from): Planted => [
    `src/${from}/sdk.ts`,
    imports('@azure/arm-network'),
    /Only src\/azure runs the Azure SDK/,
  ]),
  ['src/queries/use-sdk.ts', imports('@azure/arm-network'), /Only src\/azure runs the Azure SDK/],
  [
    'src/emulator/sdk.ts',
    "import type { Thing } from '@azure/arm-network'\nexport type T = Thing\n",
    /knows the wire, not the SDK/,
  ],
  ['src/main.tsx', imports('@azure/arm-network'), /main.tsx chooses the transport/],
  [
    'src/app/inline-type.ts',
    "import { type Thing } from '@azure/arm-network'\nexport type T = Thing\n",
    /side.effect|erased|`import type`/i,
  ],

  // Node, workers, requests, clock and randomness.
  ...['lib', 'model', 'azure', 'queries', 'ui', 'components', 'features/hub', 'app', 'emulator'].map(
    (from): Planted => [`src/${from}/node.ts`, imports('node:fs'), /Node.js builtin module/],
  ),
  ...['lib', 'model', 'azure', 'queries', 'ui', 'components', 'features/hub', 'app', 'emulator'].map(
    (from): Planted => [`src/${from}/worker.ts`, "export const w = new Worker('x')\n", /starts a worker/],
  ),
  ...['lib', 'model', 'queries', 'ui', 'components', 'features/hub', 'emulator'].map((from): Planted => [
    `src/${from}/request.ts`,
    "export const get = () => fetch('/x')\n",
    /requests|transport/i,
  ]),
  ...['lib', 'model', 'emulator'].flatMap((from): Planted[] => [
    [`src/${from}/clock.time.ts`, 'export const now = () => Date.now()\n', /clock is passed in/],
    [`src/${from}/random.ts`, 'export const any = () => Math.random()\n', /[Rr]andomness is passed in/],
  ]),
  ['src/model/browser.ts', 'export const title = () => document.title\n', /know no browser/],

  // Cycles, barrels, and what types cannot hold when they are bypassed.
  ['src/app/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = () => b\n", /Dependency cycle/],
  ['src/app/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = () => a\n", /Dependency cycle/],
  ['src/app/barrel.ts', "export * from './clean.ts'\n", /Barrel file/],
  ['src/app/any.ts', 'export const x = (y: any): string => y\n', /Unexpected `any`/],
  [
    'src/app/floating.ts',
    'const f = async () => {}\nexport const g = () => {\n  f()\n}\n',
    /Promises must be awaited/,
  ],
  [
    'src/app/hook.tsx',
    "import { useState } from 'react'\nexport const useX = (on: boolean) => {\n  if (on) useState(1)\n}\n",
    /called conditionally/,
  ],
  ['src/app/image.tsx', 'export const Image = () => <img src="x.png" />\n', /alt/],
]

/** What the table allows: lint must have nothing to say about these. */
const clean: [path: string, text: string][] = [
  ...['app', 'azure', 'components', 'emulator', 'features', 'model', 'queries', 'ui', 'lib'].map(
    (folder): [string, string] => [
      `src/${folder}/thing.ts`,
      'export const thing = 1\nexport type Thing = number\n',
    ],
  ),
  ['src/features/resources/thing.ts', 'export const thing = 1\n'],
  ['src/app/clean.ts', 'export const own = 1\n'],
  ...allowed('model', ['lib']),
  ...allowed('azure', ['model', 'lib']),
  ...allowed('queries', ['azure', 'model', 'lib']),
  ...allowed('ui', ['lib']),
  ...allowed('components', ['ui', 'model', 'lib']),
  ...allowed('features/clean', ['components', 'ui', 'queries', 'model', 'lib']),
  ...allowed('features/clean/parts', ['components', 'ui', 'queries', 'model', 'lib']),
  ...allowed('app', ['features/resources', 'components', 'ui', 'queries', 'azure', 'model', 'lib']),
  ...allowed('emulator', ['lib']),
  ['src/features/clean/parts/up.ts', imports('../own.ts')],
  ['src/features/clean/own.ts', 'export const own = 1\n'],
  ['src/azure/sdk.ts', imports('@azure/arm-network')],
  ['src/queries/type.ts', "import type { Thing } from '@azure/arm-network'\nexport type T = Thing\n"],
  ['src/queries/options.ts', imports('@tanstack/react-query')],
  ['src/queries/use-thing.ts', imports('react')],
  ['src/emulator/server.ts', imports('node:https')],
  ['src/model/thing.test.ts', imports('node:fs')],
  ['src/emulator/clock.ts', 'export const now = () => Date.now()\n'],
  ['tests/contract/thing.test.ts', imports('../../src/emulator/thing.ts')],
]

function allowed(from: string, to: string[]): [string, string][] {
  const up = from
    .split('/')
    .map(() => '..')
    .join('/')
  return to.map((folder) => [
    `src/${from}/allowed-${folder.replace('/', '-')}.ts`,
    imports(`${up}/${folder}/thing.ts`),
  ])
}

let folder = ''
const complaints = new Map<string, string[]>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-layers-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const compilerOptions = {
    strict: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, allowImportingTsExtensions: true, noEmit: true, types: [] },
    }),
  )
  for (const [path, text] of [...violations, ...clean]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const { filename, message, help } of lint()) {
    const path = filename.replaceAll('\\', '/')
    complaints.set(path, [...(complaints.get(path) ?? []), `${message} ${help ?? ''}`])
  }
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every file is planted once', () => {
  const paths = [...violations, ...clean].map(([path]) => path)
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
})

test.each(violations)('%s is refused', (path, _text, complaint) => {
  expect(complaints.get(path)?.join('\n') ?? 'no complaint').toMatch(complaint)
})

test.each(clean)('%s is allowed', (path) => {
  expect(complaints.get(path) ?? []).toEqual([])
})

interface Diagnostic {
  filename: string
  message: string
  help?: string
}

function lint(): Diagnostic[] {
  const args = [bin('oxlint'), '-f', 'json', 'src', 'tests']
  try {
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    // It exits non-zero, as it should: the answer is in what it printed.
    return (JSON.parse((error as { stdout: string }).stdout) as { diagnostics: Diagnostic[] }).diagnostics
  }
  throw new Error('lint found nothing to complain about in files full of violations')
}
