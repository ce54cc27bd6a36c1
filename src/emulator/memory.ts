import type { Answer } from './arm/answer.ts'
import type { Exchange } from './arm/exchange.ts'
import { openEstate, type Estate, type ListedEstate } from './estates/estate.ts'
import { STORE_VERSION, type Meta, type News, type Seen, type Store } from './store.ts'
import { loadEstate } from './store/load-estate.ts'
import { createModel, type Model } from './store/model.ts'
import type { Row } from './store/rows.ts'
import type { Speed } from './wire/control.ts'

type Asked = Omit<Exchange, 'settings' | 'estate' | 'model' | 'save'>
type Decide = (exchange: Exchange) => Answer

export interface Memory {
  read(asked: Asked, decide: Decide): Promise<Answer>
  /** `decide` runs inside one transaction on the newest state; what it saves is written before the answer is given. */
  write(asked: Asked, decide: Decide): Promise<Answer>
  reset(estate: string | undefined, now: number, epoch: string): Promise<void>
  settings(change: { speed?: Speed; pageSize?: number }, now: number): Promise<void>
  describe(now: number): Promise<{
    estate: string
    speed: Speed
    pageSize: number
    estates: { name: string; description: string }[]
    persisted: boolean
  }>
}

interface Start {
  estates: readonly ListedEstate[]
  estate?: string
  speed?: Speed
  pageSize?: number
  newGuid: () => string
}

/** What one emulator holds of the store: the model of the current epoch, kept up to date before every answer. */
export function createMemory(start: Start, store: Store): Memory {
  let current: { meta: Meta; estate: Estate; model: Model } | undefined

  function listedAs(name: string | undefined): ListedEstate {
    const estate = start.estates.find((one) => one.name === name) ?? start.estates[0]
    if (estate === undefined) throw new Error('An emulator needs at least one estate.')
    return estate
  }

  function freshMeta(estate: string | undefined, now: number, epoch: string): Meta {
    return {
      version: STORE_VERSION,
      estate: listedAs(estate ?? start.estate).name,
      epoch,
      loadedAt: now,
      speed: current?.meta.speed ?? start.speed ?? 'fast',
      pageSize: current?.meta.pageSize ?? start.pageSize ?? 100,
      revision: 0,
    }
  }

  function seen(): Seen | undefined {
    return current === undefined ? undefined : { epoch: current.meta.epoch, revision: current.meta.revision }
  }

  /** Takes in what is new: a new epoch means the estate again and the stored rows over it. */
  function learn({ meta, rows }: News): void {
    if (meta === undefined) return
    const fresh = current?.meta.epoch !== meta.epoch
    if (current === undefined || fresh) {
      const estate = openEstate(listedAs(meta.estate))
      current = { meta, estate, model: createModel(loadEstate(estate, meta.loadedAt)) }
    }
    // An answer that was under way while a write went through: the model is past it already.
    if (meta.revision < current.meta.revision) return
    const known = meta.revision === current.meta.revision && !fresh
    current.meta = meta
    if (!known) for (const row of rows) current.model.put(row)
  }

  function usable(news: News): boolean {
    return current !== undefined || news.meta?.version === STORE_VERSION
  }

  /** Something to answer from: what the store holds, or a first epoch. */
  async function ready(now: number) {
    const news = await store.read(seen())
    if (usable(news)) learn(news)
    else await begin('unless begun', undefined, now, start.newGuid())
    if (current === undefined) throw new Error('The emulator has no estate.')
    return current
  }

  /** A new epoch. Two tabs may open at once: then the first one's stands, unless somebody asked for a reset. */
  async function begin(
    when: 'always' | 'unless begun',
    estate: string | undefined,
    now: number,
    epoch: string,
  ): Promise<void> {
    const meta = freshMeta(estate, now, epoch)
    await store.transact(seen(), (news) => {
      const begun = when === 'unless begun' && news.meta?.version === STORE_VERSION
      learn(begun ? news : { meta, rows: [] })
      return begun ? { result: undefined } : { meta, result: undefined }
    })
  }

  function exchangeOf(asked: Asked, save: (row: Row) => void): Exchange {
    if (current === undefined) throw new Error('The emulator has no estate.')
    const { meta, estate, model } = current
    return { ...asked, settings: { speed: meta.speed, pageSize: meta.pageSize }, estate, model, save }
  }

  return {
    async read(asked, decide) {
      await ready(asked.now)
      return decide(
        exchangeOf(asked, () => {
          throw new Error('A read must not write.')
        }),
      )
    },
    async write(asked, decide) {
      await ready(asked.now)
      try {
        const { result, seen: after } = await store.transact(seen(), (news) => {
          learn(news)
          const rows: Row[] = []
          const exchange = exchangeOf(asked, (row) => {
            rows.push(row)
            current?.model.put(row)
          })
          return { result: decide(exchange), rows }
        })
        if (current !== undefined && after !== undefined)
          current.meta = { ...current.meta, revision: after.revision }
        return result
      } catch (error) {
        // The model may be ahead of the store: begin again from what is stored.
        current = undefined
        throw error
      }
    },
    reset: (estate, now, epoch) => begin('always', estate ?? current?.meta.estate, now, epoch),
    async settings(change, now) {
      await ready(now)
      await store.transact(seen(), (news) => {
        learn(news)
        if (current === undefined) return { result: undefined }
        const meta = {
          ...current.meta,
          speed: change.speed ?? current.meta.speed,
          pageSize: change.pageSize ?? current.meta.pageSize,
        }
        current.meta = meta
        return { meta, result: undefined }
      })
    },
    async describe(now) {
      const { meta } = await ready(now)
      return {
        estate: meta.estate,
        speed: meta.speed,
        pageSize: meta.pageSize,
        estates: start.estates.map(({ name, description }) => ({ name, description })),
        persisted: store.persisted,
      }
    },
  }
}
