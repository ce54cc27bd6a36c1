import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { hostFiles } from './deploy/host-files.mjs'
import { chunkGroups, chunkModules } from './scripts/chunks.mjs'
import { compressedPreview } from './scripts/compressed-preview.mjs'
import { firstRoute, onAzure, preloadFirstRoute } from './scripts/first-route.mjs'
import { leanSdk } from './scripts/lean-sdk.mjs'
import { shippedHost } from './scripts/shipped-host.mjs'

/** It puts others in the place of the app's modules, and loads them anew for each test: nobody can share them with it. */
const REPLACES_MODULES = 'tests/journeys/start.test.tsx'

/** Whole pages on a busy machine: chance alone shall fail nothing. npm test names each test that needed it, and its first failure. */
const RETRY = 1

export default defineConfig({
  plugins: [
    react(),
    leanSdk(),
    preloadFirstRoute(firstRoute),
    chunkModules(),
    hostFiles(),
    shippedHost(),
    compressedPreview(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    // Eleven kilobytes in all: one file that is there from the start, instead of seven that the first page waits for.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups({ entry: 'src/main.tsx', first: firstRoute, later: onAzure }) },
      },
    },
    // The SDK is one module of this size; npm test holds the bytes until the first row (scripts/bundle-budget.mjs).
    chunkSizeWarningLimit: 1300,
  },
  test: {
    maxWorkers: 2,
    // Slow is not wrong: a busy machine takes several times as long.
    testTimeout: 30_000,
    // A page drawn makes much that is thrown away at once; with little room for it, clearing up took a tenth of the time.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/{contract,layers}/**/*.test.ts'],
          // What is tested here keeps nothing in its modules: the files of a worker share them, which takes half the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/support/jsdom.ts'],
          // As above: the component library is loaded once for each worker, not for each file.
          isolate: false,
        },
      },
      {
        extends: true,
        // With React as people get it: what its development build adds takes a quarter of the time. Parts are drawn with that.
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'journeys',
          env: { NODE_ENV: 'production' },
          environment: 'jsdom',
          include: ['tests/journeys/**/*.test.tsx'],
          exclude: [REPLACES_MODULES],
          setupFiles: ['tests/support/jsdom.ts', 'tests/support/journey.ts'],
          // As above: the app is loaded once for each worker, and tests/support/journey.ts leaves each page.
          isolate: false,
          testTimeout: 240_000,
          retry: RETRY,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys-alone',
          environment: 'jsdom',
          include: [REPLACES_MODULES],
          setupFiles: ['tests/support/jsdom.ts'],
          retry: RETRY,
        },
      },
      {
        extends: true,
        test: {
          name: 'device',
          environment: 'node',
          include: ['tests/device/**/*.test.ts'],
          globalSetup: ['tests/device/say-missing.ts'],
          // Daemons start in a second, on a busy machine in many.
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
