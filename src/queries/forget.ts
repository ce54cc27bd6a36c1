import { endKept } from './kept-in-tab.ts'
import { ownedName } from './owned.ts'

/** What may outlive a sign-out: preferences of this browser, and the demo's, whose estate is made up. */
const OF_THE_BROWSER: ReadonlySet<string> = new Set([
  'hub.theme',
  'hub.navigation',
  'hub.keys',
  'hub.read-only',
  'hub.notify',
  'hub.sign-outs',
  'hub.estate',
  'hub.recent',
  'hub.scope',
])

/** Where a browser keeps things. Each throws where storage is denied, as the browser's own does. */
export interface Stores {
  local(): Storage
  session(): Storage
  databases(): Pick<IDBFactory, 'databases' | 'deleteDatabase'>
}

const BROWSER: Stores = {
  local: () => localStorage,
  session: () => sessionStorage,
  databases: () => indexedDB,
}

/** Empties what was kept of every account, preferences aside. What is denied keeps nothing, so no failure is left to tell. */
export async function forgetEverything(stores: Stores = BROWSER): Promise<void> {
  endKept()
  for (const storage of [stores.local, stores.session]) forgetIn(storage, isOfAnAccount)
  await forgetDatabases(stores)
}

/**
 * After a sign-out in another tab, which has emptied what all tabs share; this one may have written since.
 * @param owners account ids
 * @param wholeTab and what this tab keeps of anybody
 */
export function forgetHere(owners: readonly string[], wholeTab: boolean, stores: Stores = BROWSER): void {
  if (wholeTab) endKept()
  const isTheirs = (name: string) => owners.some((owner) => name.startsWith(ownedName('', owner)))
  forgetIn(stores.local, isTheirs)
  forgetIn(stores.session, wholeTab ? isOfAnAccount : isTheirs)
}

function isOfAnAccount(name: string): boolean {
  return name.startsWith('hub/') || (name.startsWith('hub.') && !OF_THE_BROWSER.has(name))
}

function forgetIn(storage: () => Storage, isMeant: (name: string) => boolean): void {
  try {
    const kept = storage()
    const names = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
    for (const name of names.filter(isMeant)) kept.removeItem(name)
  } catch {
    // Denied.
  }
}

async function forgetDatabases({ databases }: Stores): Promise<void> {
  try {
    const kept = databases()
    const names = (await kept.databases()).flatMap(({ name }) => name ?? [])
    await Promise.all(names.filter((name) => name.startsWith('hub/')).map((name) => deleted(kept, name)))
  } catch {
    // Denied, or none.
  }
}

/** Also when another tab has it open: the browser deletes it as soon as that one closes. */
function deleted(databases: Pick<IDBFactory, 'deleteDatabase'>, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = databases.deleteDatabase(name)
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve())
  })
}
