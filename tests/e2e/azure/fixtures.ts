import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { root } from '../../../scripts/run.mjs'
import { expect, test as base } from '../fixtures.ts'
import { everythingKept } from '../kept.ts'
import { startWorld, type World } from './world.ts'

/**
 * Playwright's `test` on the app that signs in for real: its host, its OpenID provider and its Azure, anew in each worker.
 * After each test no token may be found anywhere but in the tab's session storage.
 */
export const test = base.extend<{ azure: World }, { world: World }>({
  world: [
    // Playwright reads the names of what is asked for from the braces.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      const world = await startWorld(join(root, 'node_modules', '.cache', 'proof', String(parallelIndex)))
      await use(world)
      await world.close()
    },
    { scope: 'worker' },
  ],
  /** The worker's world as it is at first. */
  azure: [
    async ({ world, context }, use) => {
      await world.reset()
      const said = listen(context)
      await use(world)
      const tokens = [...new Set(world.tokens.flatMap(({ given }) => given))]
      const places = { ...said, ...(await keptByPages(context, world.app)) }
      for (const [place, texts] of Object.entries(places)) {
        const found = tokens.filter((token) => texts.some((text) => text.includes(token)))
        expect.soft(found, `no token in ${place}`).toEqual([])
      }
    },
    { auto: true },
  ],
  origins: async ({ world: { app, arm, authority } }, give) => give([app, arm, authority]),
  baseURL: async ({ world }, give) => give(world.app),
})

/** What pages say and where they go, from now on. */
function listen(context: BrowserContext): Record<'console' | 'addresses asked for', string[]> {
  const said = { console: [] as string[], 'addresses asked for': [] as string[] }
  context.on('console', (message) => said.console.push(message.text()))
  context.on('request', (request) => said['addresses asked for'].push(request.url()))
  return said
}

async function keptByPages(context: BrowserContext, app: string): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {}
  for (const page of context.pages().filter((one) => one.url().startsWith(app))) {
    const { sessionStorage: _, ...places } = await everythingKept(page)
    for (const [place, text] of Object.entries(places)) kept[place] = [...(kept[place] ?? []), text]
  }
  return kept
}
