import { vi } from 'vitest'
import { CLOUDS } from '../../model/clouds.ts'
import { account, fakeApplication, type FakeApplication, fakePage, fakeStores } from './fake-application.ts'
import type { Forget } from './gone.ts'
import { createSession } from './session.ts'

export const KIM = account('kim')

interface Setting {
  application?: FakeApplication
  page?: ReturnType<typeof fakePage>
  stores?: ReturnType<typeof fakeStores>
}

/** A session on a page, with what it was made of. */
export async function open({
  application = fakeApplication(),
  page = fakePage(),
  stores = fakeStores(),
}: Setting = {}) {
  const forget = vi.fn<Forget>(() => Promise.resolve())
  const session = await createSession({
    application,
    ownCredential: () =>
      Promise.resolve({ getToken: () => Promise.resolve({ token: 'own', expiresOnTimestamp: 3_600_000 }) }),
    cloud: CLOUDS.public,
    remembered: stores,
    page,
    forget,
  })
  return { session, application, page, stores, forget }
}
