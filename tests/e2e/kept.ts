import type { Page } from '@playwright/test'

/** What Azure would keep: in the demo it is in the browser too. */
const EMULATOR_DATABASE = 'hybrid-connectivity-hub-emulator'

/** Everything that the page shows or keeps, as text by place. */
export function everythingKept(page: Page) {
  return page.evaluate(async (emulatorDatabase) => {
    const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const kept: unknown[] = []
    for (const name of databases.filter((one) => one !== emulatorDatabase)) {
      const database = await settled(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        kept.push(name, store, await settled(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const caches = await Promise.all(
      (await window.caches.keys()).map(async (name) => (await window.caches.open(name)).keys()),
    )
    return {
      dom: [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
      ].join('\n'),
      address: `${location.href} ${JSON.stringify(history.state)}`,
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      cookies: document.cookie,
      indexedDb: JSON.stringify(kept),
      caches: JSON.stringify(caches.map((requests) => requests.map(({ url }) => url))),
    }

    function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    }
  }, EMULATOR_DATABASE)
}
