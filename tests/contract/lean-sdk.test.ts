import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as arm from '@azure/arm-network'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leanSdk } from '../../scripts/lean-sdk.mjs'
import {
  GETS,
  GROUP_LISTS,
  type GroupList,
  SUBSCRIPTION_LISTS,
  type SubscriptionList,
} from '../../src/azure/network-calls.ts'
import * as whole from '../../src/azure/network-sdk.ts'
import type { WireRequest } from '../../src/azure/transport.ts'
import { KINDS } from '../../src/model/resources/kinds.ts'
import { NETWORK, SUBSCRIPTION } from './emulator.ts'

type Module = Pick<typeof whole, 'createNetworkSdk'> & Pick<typeof arm, 'NetworkManagementClient'>

const ENDPOINT = 'https://management.azure.com'

describe('the network SDK as it is built', () => {
  let folder: string
  let lean: Module

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-lean-sdk-'))
    lean = await built(folder)
    // A build, on a machine that may have other things to do.
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  // Literals: Object.keys forgets the key types.
  const listed = Object.keys(SUBSCRIPTION_LISTS) as SubscriptionList[]
  const grouped = Object.keys(GROUP_LISTS) as GroupList[]
  const read = KINDS.filter(({ kind }) => GETS[kind])

  it.each(listed)('lists %s of a subscription as the whole one does', async (name) => {
    await same((sdk, take) => sdk.list(SUBSCRIPTION, name, take))
  })

  it.each(grouped)('lists %s of a group as the whole one does', async (name) => {
    const place = { subscriptionId: SUBSCRIPTION, resourceGroup: 'net' }
    await same((sdk, take) => sdk.listInGroup(place, name, take))
  })

  it.each(read)('reads one of $armType as the whole one does', async ({ armType }) => {
    const id = `${NETWORK}/${armType.replace('/', '/parent/')}/one`
    await same((sdk) => sdk.get(id) ?? Promise.reject(new Error('not known')))
  })

  it('sends no body that it cannot write', async () => {
    const sent: WireRequest[] = []
    const client = new lean.NetworkManagementClient(
      { getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }) },
      SUBSCRIPTION,
      {
        httpClient: {
          async sendRequest(request) {
            sent.push({ ...request, headers: {}, body: undefined })
            throw new Error('nothing was to be sent')
          },
        },
        retryOptions: { maxRetries: 0 },
      },
    )
    const writing = client.virtualWans.beginCreateOrUpdate('net', 'wan', { location: 'westeurope' })
    await expect(writing).rejects.toThrow(/no body shapes.*lean-sdk/)
    expect(sent).toEqual([])
  })

  /** Two pages or one body: that both ask the same and take the same from it. */
  async function same(ask: (sdk: whole.NetworkSdk, take: (items: unknown[]) => void) => Promise<unknown>) {
    const [ofWhole, ofLean] = [await run(whole, ask), await run(lean, ask)]
    expect(ofWhole.sent.length).toBeGreaterThan(0)
    expect(ofWhole.result).toMatchObject({ ok: true })
    expect(ofLean).toEqual(ofWhole)
  }
})

async function run(
  { createNetworkSdk }: Pick<Module, 'createNetworkSdk'>,
  ask: (sdk: whole.NetworkSdk, take: (items: unknown[]) => void) => Promise<unknown>,
) {
  const sent: string[] = []
  const sdk = createNetworkSdk({
    endpoint: ENDPOINT,
    send: async ({ method, url, headers }) => {
      sent.push(`${method} ${url} ${headers['accept']}`)
      const nextLink = sent.length === 1 ? `${ENDPOINT}/next?page=2` : undefined
      const value = [{ id: `${NETWORK}/things/${sent.length}`, properties: { some: { thing: 'kept' } } }]
      const headersBack = { 'content-type': 'application/json; charset=utf-8' }
      return { status: 200, headers: headersBack, body: JSON.stringify({ value, nextLink, name: 'one' }) }
    },
  })
  const taken: unknown[] = []
  const result = await ask(sdk, (items) => taken.push(...items))
  return { sent, taken, result }
}

/** Built as `vite build` does, with what it leaves out, to one file. */
async function built(folder: string): Promise<Module> {
  const entry = join(folder, 'entry.js')
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../${path}`, import.meta.url)))
  await writeFile(
    entry,
    `export { createNetworkSdk } from ${source('src/azure/network-sdk.ts')}
     export { NetworkManagementClient } from ${source('node_modules/@azure/arm-network/dist/browser/index.js')}`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanSdk()],
    build: { outDir: join(folder, 'out'), minify: false, lib: { entry, formats: ['es'], fileName: 'lean' } },
  })
  return import(/* @vite-ignore */ pathToFileURL(join(folder, 'out', 'lean.js')).href) as Promise<Module>
}
