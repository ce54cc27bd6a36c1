import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CACHE, CLOUDS, inlineScriptHashes, securityHeaders } from '../../deploy/headers.mjs'
import { hostAnswer, readStaticWebApp, writeHostFiles, type StaticWebApp } from '../../deploy/host-files.mjs'
import { root } from '../../scripts/run.mjs'

const narrow = join(root, 'deploy/narrow.mjs')
const folder = mkdtempSync(join(tmpdir(), 'hub-host-'))
const index = join(folder, 'index.html')

beforeAll(() => copyFileSync(join(root, 'index.html'), index))
afterAll(() => rmSync(folder, { recursive: true }))

async function written(base = '/'): Promise<StaticWebApp> {
  await writeHostFiles(folder, { base })
  const config = await readStaticWebApp(folder)
  if (config === undefined) throw new Error('nothing was written')
  return config
}

function directives(config: StaticWebApp): Map<string, string[]> {
  const policy = config.globalHeaders['Content-Security-Policy'] ?? ''
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('the policy', () => {
  // The example and its hash are those of W3C's Content Security Policy Level 3, section 8.3.
  const HELLO = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"

  test.each([
    ["<script>alert('Hello, world.');</script>", [HELLO]],
    ["<SCRIPT type='module'>alert('Hello, world.');</SCRIPT\n>", [HELLO]],
    ["<!-- <script>no()</script> --><script>alert('Hello, world.');</script>", [HELLO]],
    ['<script type="module" async src="/assets/index.js"></script>', []],
    ['<p>nothing</p>', []],
  ])('hashes the scripts in %s', (html, hashes) => {
    expect(inlineScriptHashes(html)).toEqual(hashes)
  })

  test('lets the one script in index.html run, none besides, and no text become one', async () => {
    const policy = directives(await written())
    const [, text = ''] = /<script>([\s\S]*?)<\/script>/.exec(readFileSync(index, 'utf8')) ?? []
    expect(text).toContain('hubConfig')
    expect(policy.get('script-src')).toEqual(["'self'", ...inlineScriptHashes(`<script>${text}</script>`)])
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
  })

  test('follows index.html when that changes', async () => {
    const before = directives(await written()).get('script-src')
    writeFileSync(index, readFileSync(index, 'utf8').replace('<script>', '<script>// changed\n'))
    expect(directives(await written()).get('script-src')).not.toEqual(before)
  })

  test('allows each cloud its ARM for requests and its authority for requests and frames', () => {
    const { arm, authority } = CLOUDS['us-government']
    const policy = securityHeaders([CLOUDS['us-government']], [])['Content-Security-Policy']
    expect(policy).toContain(`; connect-src 'self' ${arm[0]} ${authority[0]};`)
    expect(policy).toContain(`; frame-src 'self' ${authority[0]};`)
  })
})

const FILES = ['index.html', 'config.json', 'favicon.svg', 'assets/index-1.js']

describe.each(['/', '/hub/'])('the rules below %s', (base) => {
  test.each([
    ['', 'index.html', CACHE.others],
    ['index.html', 'index.html', CACHE.others],
    ['resources', 'index.html', CACHE.others],
    ['resource', 'index.html', CACHE.others],
    ['create/site-to-site/where', 'index.html', CACHE.others],
    ['resource/subscriptions/a/resourceGroups/b/providers/c/d/branch-01.js', 'index.html', CACHE.others],
    ['resource/config.json', 'index.html', CACHE.others],
    ['resource/assets/a.js/', 'index.html', CACHE.others],
    ['config.json', 'config.json', CACHE.others],
    ['favicon.svg', 'favicon.svg', CACHE.others],
    ['assets/index-1.js', 'assets/index-1.js', CACHE.assets],
    ['assets/index-0.js', undefined, CACHE.assets],
  ])('answer %s with %s', async (path, file, cache) => {
    const answer = hostAnswer(await written(base), base + path, (wanted) =>
      FILES.some((name) => base + name === wanted),
    )
    expect(answer.file).toBe(file && base + file)
    expect(answer.headers['Cache-Control']).toBe(cache)
    expect(answer.headers['Content-Security-Policy']).toContain("default-src 'none'")
  })

  test('answer 404 when config.json is missing, never a page', async () => {
    expect(hostAnswer(await written(base), `${base}config.json`, () => false).file).toBeUndefined()
  })
})

test('Static Web Apps takes the file: at most 20 KB, wildcards at the end', async () => {
  const config = await written('/hub/')
  expect(JSON.stringify(config, undefined, 2).length).toBeLessThan(20_000)
  const patterns = [...config.routes.map(({ route }) => route), ...config.navigationFallback.exclude]
  expect(patterns.filter((pattern) => /\*./.test(pattern))).toEqual([])
})

test('nginx sends the same headers, with errors too, and knows when files may be kept', async () => {
  const { globalHeaders } = await written()
  const { 'Cache-Control': cache, ...headers } = globalHeaders
  const lines = readFileSync(join(folder, 'nginx-headers.conf'), 'utf8').trim().split('\n').slice(1)
  expect(lines).toEqual(
    Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
  )
  const conf = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
  expect(conf).toContain(`default "${cache}";`)
  expect(conf).toContain(`"${CACHE.assets}";`)
})

describe('narrowing', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [narrow, '--dist', folder, ...args], { encoding: 'utf8' })

  test('leaves one cloud, the scripts and the base', async () => {
    const before = directives(await written('/hub/'))
    execFileSync(process.execPath, [narrow, '--dist', folder, '--cloud', 'china'])
    const config = await readStaticWebApp(folder)
    const policy = config ? directives(config) : undefined
    const { arm, authority } = CLOUDS.china
    expect(policy?.get('connect-src')).toEqual(["'self'", ...arm, ...authority])
    expect(policy?.get('frame-src')).toEqual(["'self'", ...authority])
    expect(policy?.get('script-src')).toEqual(before.get('script-src'))
    expect(config?.navigationFallback.rewrite).toBe('/hub/index.html')
  })

  test('takes a cloud of its own by its addresses', async () => {
    await written()
    const endpoints = ['--arm-endpoint', 'https://arm.local.azurestack.external/x', '--authority-host']
    expect(run('--cloud', 'custom', ...endpoints, 'https://login.example:8443/').status).toBe(0)
    const config = await readStaticWebApp(folder)
    const allowed = ["'self'", 'https://arm.local.azurestack.external', 'https://login.example:8443']
    expect(config && directives(config).get('connect-src')).toEqual(allowed)
  })

  test.each([
    [['--cloud', 'mars'], '--cloud is unknown: mars.'],
    [['--cloud', 'constructor'], '--cloud is unknown: constructor.'],
    [[], '--cloud is missing.'],
    [['--cloud', 'custom'], '--arm-endpoint must be'],
    [['--cloud', 'custom', '--arm-endpoint', 'http://arm.example'], '--arm-endpoint must be'],
    [
      ['--cloud', 'custom', '--arm-endpoint', 'https://a', '--authority-host', 'https://b;script-src'],
      '--authority-host must be',
    ],
    [['--cloud', 'public', '--dist', join(folder, 'nowhere')], 'is not a built folder'],
  ])('refuses %j', (args, problem) => {
    const { status, stderr } = run(...args)
    expect(stderr).toContain(problem)
    expect(status).toBe(2)
  })
})
