import type { Meta, News, Seen, Store } from '../store.ts'
import type { Row } from './rows.ts'

const META = 'meta'
const ROWS = 'rows'

interface StoredRow {
  key: string
  revision: number
  row: Row
}

/**
 * The store of the demo: IndexedDB holds the truth, a BroadcastChannel tells other tabs' workers that it moved on. Rejects
 * when the browser refuses IndexedDB (private windows of some): the caller falls back to memory.
 */
export async function openIndexedDbStore(name: string): Promise<Store> {
  const database = await open(name)
  const channel = new BroadcastChannel(name)
  // Until somebody announces a change, what was last read is the truth.
  let moved = true
  let known: Seen | undefined
  channel.onmessage = () => {
    moved = true
  }

  return {
    persisted: true,
    async read(seen) {
      if (!moved && seen?.epoch === known?.epoch && seen?.revision === known?.revision) {
        return { meta: undefined, rows: [] }
      }
      moved = false
      const transaction = database.transaction([META, ROWS], 'readonly')
      const news = await newsFor(transaction, seen)
      known = seenOf(news.meta)
      return news
    },
    transact(seen, decide) {
      return new Promise((resolve, reject) => {
        const transaction = database.transaction([META, ROWS], 'readwrite')
        transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'))
        // Everything happens inside request callbacks: a transaction ends when it has nothing to wait for.
        newsFor(transaction, seen)
          .then((news) => {
            const changes = decide(news)
            const meta = write(transaction, news.meta, changes.meta, changes.rows ?? [])
            transaction.oncomplete = () => {
              const after = seenOf(meta)
              if (meta !== news.meta) {
                known = after
                channel.postMessage(after)
              }
              resolve({ result: changes.result, seen: after })
            }
          })
          .catch((error: unknown) => {
            reject(error)
            transaction.abort()
          })
      })
    },
  }
}

function write(transaction: IDBTransaction, old: Meta | undefined, given: Meta | undefined, rows: Row[]) {
  let meta = given ?? old
  if (given !== undefined && given.epoch !== old?.epoch) transaction.objectStore(ROWS).clear()
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
  const since = seen !== undefined && seen.epoch === meta.epoch ? seen.revision : -1
  if (since === meta.revision) return { meta, rows: [] }
  const newer = IDBKeyRange.lowerBound(since, true)
  const stored = await settled<StoredRow[]>(transaction.objectStore(ROWS).index('revision').getAll(newer))
  return { meta, rows: stored.map((one) => one.row) }
}

function seenOf(meta: Meta | undefined): Seen | undefined {
  return meta === undefined ? undefined : { epoch: meta.epoch, revision: meta.revision }
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(META)
    request.result.createObjectStore(ROWS, { keyPath: 'key' }).createIndex('revision', 'revision')
  }
  return settled(request)
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'))
  })
}
