import { vi } from 'vitest'
import { CLOUDS } from '../../model/clouds.ts'
import { fakeApplication, type FakeApplication, fakePage, fakeStores } from './fake-application.ts'
import type { Forget } from './gone.ts'
import { createSession } from './session.ts'

interface Setting {
  application?: FakeApplication
  page?: ReturnType<typeof fakePage>
  stores?: ReturnType<typeof fakeStores>
  clock?: () => number
}

/** A tab whose page was just loaded. */
export async function open({
  application = fakeApplication(),
  page = fakePage(),
  stores = fakeStores(),
  clock = () => 0,
}: Setting = {}) {
  const forget = vi.fn<Forget>(() => Promise.resolve())
  const session = await createSession({
    application,
    ownCredential: () =>
      Promise.resolve({ getToken: () => Promise.resolve({ token: 'own', expiresOnTimestamp: 3_600_000 }) }),
    cloud: CLOUDS.public,
    anyDirectory: true,
    remembered: stores,
    page,
    forget,
    clock,
  })
  return { session, application, page, stores, forget }
}
