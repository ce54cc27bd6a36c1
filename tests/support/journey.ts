import { createRequire } from 'node:module'
import { configure } from '@testing-library/react'
import { flushSync } from 'react-dom'
import { afterEach, beforeAll } from 'vitest'
import { closeRequestLog } from '../../src/app/request-log/open.ts'
import { leave } from './page.ts'

/** Before each file of journeys: its files share the app's modules, so what holds for all of them is said here. */

/** React's own queue. It serves what is least urgent last, so then the rest is drawn. */
const { unstable_scheduleCallback: schedule, unstable_IdlePriority: IDLE } = createRequire(import.meta.url)(
  'scheduler',
) as { unstable_scheduleCallback(priority: number, run: () => void): void; unstable_IdlePriority: number }
const drawn = () => new Promise<void>((resolve) => schedule(IDLE, resolve))

configure({
  // Whole pages on a busy machine: slow is not wrong.
  asyncUtilTimeout: 60_000,
  // The library waits for React by what only its development build has.
  eventWrapper(happens) {
    let result: unknown
    flushSync(() => {
      result = happens()
    })
    return result
  },
  async asyncWrapper(happens) {
    const result = await happens()
    await drawn()
    return result
  },
})

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
