import type { Meta, News, OpenedFile, Seen, Store } from '../store.ts'
import type { Row } from './rows.ts'

/** A store that is gone with the page. Two emulators given the same one see each other's writes. */
export function createMemoryStore(): Store {
  let meta: Meta | undefined
  let file: OpenedFile | undefined
  const rows = new Map<string, { row: Row; revision: number }>()

  function newsFor(seen: Seen | undefined): News {
    const known = seen !== undefined && seen.epoch === meta?.epoch
    const since = known ? seen.revision : -1
    return {
      meta,
      rows: [...rows.values()].filter((one) => one.revision > since).map((one) => one.row),
      ...(!known && file && { file }),
    }
  }

  return {
    persisted: false,
    async read(seen) {
      return newsFor(seen)
    },
    async transact(seen, decide) {
      const changes = decide(newsFor(seen))
      if (changes.meta !== undefined) {
        if (changes.meta.epoch !== meta?.epoch) {
          rows.clear()
          file = changes.file
        }
        meta = changes.meta
      }
      if (meta !== undefined && changes.rows !== undefined && changes.rows.length > 0) {
        meta = { ...meta, revision: meta.revision + 1 }
        for (const row of changes.rows) rows.set(row.key, { row, revision: meta.revision })
      }
      return {
        result: changes.result,
        seen: meta === undefined ? undefined : { epoch: meta.epoch, revision: meta.revision },
      }
    },
  }
}
