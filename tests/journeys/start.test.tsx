import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const openSession = vi.fn(() =>
  Promise.resolve({ ok: false, error: { kind: 'auth', code: 'BrowserUnfit', message: 'No.', details: [] } }),
)
const start = vi.fn()
const signInLoaded = vi.fn()

vi.mock('../../src/azure/sign-in/open-session.ts', () => {
  signInLoaded()
  return { openSession }
})
vi.mock('../../src/app/app.tsx', () => ({ start }))
vi.mock('../../src/azure/network-sdk.ts', () => ({}))
vi.mock('../../src/features/hub/hub-route.tsx', () => ({}))

const workers: string[] = []

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>'
  vi.resetModules()
  vi.clearAllMocks()
  workers.length = 0
  vi.stubGlobal(
    'Worker',
    class {
      constructor(url: URL) {
        workers.push(url.href)
      }
      addEventListener() {}
      postMessage() {}
    },
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  delete window.hubConfig
})

async function begun(config: object) {
  window.hubConfig = Promise.resolve(
    new Response(JSON.stringify(config), { headers: { 'content-type': 'application/json' } }),
  )
  await import('../../src/main.tsx')
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(1))
}

it('starts the emulator in the demo, and loads nothing of signing in', async () => {
  await begun({})
  expect(workers).toHaveLength(1)
  expect(signInLoaded).not.toHaveBeenCalled()
  expect(start).toHaveBeenCalledWith(expect.objectContaining({ setup: { is: 'demo' }, opened: undefined }))
})

it('opens a session on Azure before the app starts, and starts no emulator', async () => {
  await begun({ clientId: '11111111-aaaa-4bbb-8ccc-222222222222' })
  expect(workers).toEqual([])
  expect(openSession).toHaveBeenCalledWith(
    expect.objectContaining({
      redirectUri: `${window.location.origin}/`,
      tenantId: 'organizations',
      cloud: expect.objectContaining({ name: 'public' }),
    }),
    expect.any(Function),
  )
  expect(start).toHaveBeenCalledWith(expect.objectContaining({ emulation: undefined }))
})

it('starts neither where something is set up wrongly', async () => {
  await begun({ clientId: 'mine' })
  expect(workers).toEqual([])
  expect(signInLoaded).not.toHaveBeenCalled()
  expect(start).toHaveBeenCalledWith(
    expect.objectContaining({ setup: expect.objectContaining({ is: 'problem' }) }),
  )
})
