import { configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { closeRequestLog } from '../../src/app/request-log/open.ts'
import { leave } from './page.ts'

/** Before each file of journeys: its files share the app's modules, so what holds for all of them is said here. */

// Whole pages on a busy machine: slow is not wrong.
configure({ asyncUtilTimeout: 60_000 })

/** What the app loads when it is asked for: turning its modules into scripts takes long on a busy machine, so it has a time of its own. */
beforeAll(
  () =>
    Promise.all([
      import('../../src/azure/network-sdk.ts'),
      import('../../src/features/hub/hub-route.tsx'),
      import('../../src/features/resources/resources-route.tsx'),
      import('../../src/features/resource/resource-route.tsx'),
      import('../../src/app/demo/DemoPanel.tsx'),
      import('../../src/app/palette/Palette.tsx'),
      import('../../src/app/request-log/RequestLogPanel.tsx'),
      import('../../src/app/scope/ScopePanel.tsx'),
    ]),
  300_000,
)

afterEach(() => {
  // Whether it is open outlives a page; nothing of a test outlives it.
  closeRequestLog()
  leave()
})
