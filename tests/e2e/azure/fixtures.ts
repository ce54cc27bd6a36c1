import { join } from 'node:path'
import { root } from '../../../scripts/run.mjs'
import { test as base } from '../fixtures.ts'
import { startWorld, type World } from './world.ts'

/** Playwright's `test` on the app that signs in for real: its host, its OpenID provider and its Azure, anew in each worker. */
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
  azure: async ({ world }, use) => {
    await world.reset()
    await use(world)
  },
  origins: async ({ world: { app, arm, authority } }, use) => use([app, arm, authority]),
  baseURL: async ({ world }, use) => use(world.app),
})
