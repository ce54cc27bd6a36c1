import type { Changes, Meta, News, OpenedFile, Seen, Store } from '../store.ts'
import type { Row } from './rows.ts'

const META = 'meta'
const ROWS = 'rows'
const FILE = 'file'
const ALL = [META, ROWS, FILE]

/** Of the database's layout; what is in the records is `STORE_VERSION`. */
const LAYOUT = 2

interface StoredRow {
  key: string
  revision: number
  row: Row
}

/**
 * The store of the demo: IndexedDB holds the truth, and the workers of all tabs read its revision before every answer. Rejects
 * when the browser refuses IndexedDB (private windows of some): the caller falls back to memory.
 */
export async function openIndexedDbStore(name: string): Promise<Store> {
  let opened: IDBDatabase | undefined = await open(name)
  watch(opened)

  /** The browser may close a database at any time, when site data is cleared for example: then it is opened anew. */
  async function database(): Promise<IDBDatabase> {
    if (opened === undefined) {
      opened = await open(name)
      watch(opened)
    }
    return opened
  }

  function watch(one: IDBDatabase): void {
    const forget = () => {
      if (opened === one) opened = undefined
    }
    one.onclose = forget
    // Another tab brings a newer layout and waits for this one to let go.
    one.onversionchange = () => {
      one.close()
      forget()
    }
  }

  return {
    persisted: true,
    async read(seen) {
      return newsFor((await database()).transaction(ALL, 'readonly'), seen)
    },
    async transact(seen, decide) {
      const transaction = (await database()).transaction(ALL, 'readwrite')
      return new Promise((resolve, reject) => {
        transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'))
        // Everything happens inside request callbacks: a transaction ends when it has nothing to wait for.
        newsFor(transaction, seen)
          .then((news) => {
            const changes = decide(news)
            const meta = write(transaction, news.meta, changes)
            transaction.oncomplete = () => resolve({ result: changes.result, seen: seenOf(meta) })
          })
          .catch((error: unknown) => {
            reject(error)
            try {
              transaction.abort()
            } catch {
              // It is over already, aborted by what failed.
            }
          })
      })
    },
  }
}

function write(transaction: IDBTransaction, old: Meta | undefined, changes: Changes<unknown>) {
  const { meta: given, rows = [], file } = changes
  let meta = given ?? old
  if (given !== undefined && given.epoch !== old?.epoch) {
    transaction.objectStore(ROWS).clear()
    transaction.objectStore(FILE).clear()
    if (file !== undefined) transaction.objectStore(FILE).put(file, FILE)
  }
  if (meta !== undefined && rows.length > 0) {
    meta = { ...meta, revision: meta.revision + 1 }
    for (const row of rows) {
      const stored: StoredRow = { key: row.key, revision: meta.revision, row }
      transaction.objectStore(ROWS).put(stored)
    }
  }
  if (meta !== undefined && meta !== old) transaction.objectStore(META).put(meta, META)
  return meta
}

async function newsFor(transaction: IDBTransaction, seen: Seen | undefined): Promise<News> {
  const meta = await settled<Meta | undefined>(transaction.objectStore(META).get(META))
  if (meta === undefined) return { meta, rows: [] }
  const known = seen !== undefined && seen.epoch === meta.epoch
  const since = known ? seen.revision : -1
  if (since === meta.revision) return { meta, rows: [] }
  const newer = IDBKeyRange.lowerBound(since, true)
  const stored = await settled<StoredRow[]>(transaction.objectStore(ROWS).index('revision').getAll(newer))
  const rows = stored.map((one) => one.row)
  if (known || !meta.fromFile) return { meta, rows }
  const file = await settled<OpenedFile | undefined>(transaction.objectStore(FILE).get(FILE))
  return { meta, rows, ...(file && { file }) }
}

function seenOf(meta: Meta | undefined): Seen | undefined {
  return meta === undefined ? undefined : { epoch: meta.epoch, revision: meta.revision }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, LAYOUT)
    let refused = false
    request.onupgradeneeded = () => {
      const { result } = request
      const missing = (store: string) => !result.objectStoreNames.contains(store)
      if (missing(META)) result.createObjectStore(META)
      if (missing(FILE)) result.createObjectStore(FILE)
      if (missing(ROWS))
        result.createObjectStore(ROWS, { keyPath: 'key' }).createIndex('revision', 'revision')
    }
    // A tab with an older version of the app keeps the old layout open; waiting for it would leave the page empty.
    request.onblocked = () => {
      refused = true
      reject(new Error('Another tab holds an older layout of the database.'))
    }
    request.onsuccess = () => (refused ? request.result.close() : resolve(request.result))
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'))
  })
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'))
  })
}
