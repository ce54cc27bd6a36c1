import type { Answer } from './arm/answer.ts'
import type { Exchange } from './arm/exchange.ts'
import { mayOf } from './arm/rights.ts'
import { openEstate, type Estate, type ListedEstate } from './estates/estate.ts'
import { estateFromFile, type EstateFile } from './estates/from-file.ts'
import { estateToFile } from './estates/to-file.ts'
import { blobAt } from './network/blobs.ts'
import { STORE_VERSION, type Meta, type News, type OpenedFile, type Seen, type Store } from './store.ts'
import { loadEstate } from './store/load-estate.ts'
import { createModel, type Model } from './store/model.ts'
import type { Row } from './store/rows.ts'
import type { EmulatorState, Speed } from './wire/control.ts'
import type { EstateReport, FileProblem } from './wire/estate-file.ts'

export type Asked = Omit<Exchange, 'settings' | 'estate' | 'model' | 'may' | 'save'>
type Decide = (exchange: Exchange) => Answer

/** What goes on by itself, deployments that is: done when somebody asks, each thing at its own time. */
export interface Going {
  /** Whether something is to be done by `now`. */
  isDue(model: Model, now: number): boolean
  advance(within: { model: Model; now: number; exchangeOf: (asked: Asked) => Exchange }): void
}

export interface Memory {
  read(asked: Asked, decide: Decide): Promise<Answer>
  /** `decide` runs inside one transaction on the newest state; what it saves is written before the answer is given. */
  write<Result>(asked: Asked, decide: (exchange: Exchange) => Result): Promise<Result>
  reset(estate: string | undefined, now: number, epoch: string): Promise<void>
  settings(change: { speed?: Speed; pageSize?: number }, now: number): Promise<void>
  /** A new epoch with the estate in the file, if it is a good one and, where asked, no change is forgotten with the old one. */
  open(
    file: OpenedFile,
    unlessChanged: boolean,
    now: number,
    epoch: string,
  ): Promise<{ is: 'opened' } | { is: 'changed' } | { is: 'refused'; problems: FileProblem[] }>
  /** The estate as it is at `now`, as a file. */
  download(now: number): Promise<string>
  /** What a service wrote to an address of somebody's storage. */
  blob(url: string, now: number): Promise<string | undefined>
  describe(now: number): Promise<Omit<EmulatorState, 'faults'>>
}

/** What a new epoch begins with: a file, or a shipped estate by its name, the first when none is named. */
interface Wanted {
  file?: OpenedFile
  estate?: string
}

/** Where the rows of an epoch come from. */
interface Source {
  estate: Estate
  opened?: { file: OpenedFile; report: EstateReport }
}

interface Start {
  estates: readonly ListedEstate[]
  estate?: string
  speed?: Speed
  pageSize?: number
  newGuid: () => string
}

/** What one emulator holds of the store: the model of the current epoch, kept up to date before every answer. */
export function createMemory(start: Start, store: Store, going: Going): Memory {
  let current: { meta: Meta; from: Source; model: Model; changed: boolean } | undefined
  let lastRead: { text: string; name: string; as: EstateFile } | undefined

  function listedAs(name: string | undefined): ListedEstate {
    const estate = start.estates.find((one) => one.name === name) ?? start.estates[0]
    if (estate === undefined) throw new Error('An emulator needs at least one estate.')
    return estate
  }

  /** Opening looks at a file before it is stored and again after: read once, it is the same estate. */
  function readFile({ text, name }: OpenedFile): EstateFile {
    if (lastRead?.text !== text || lastRead.name !== name)
      lastRead = { text, name, as: estateFromFile(text, name) }
    return lastRead.as
  }

  /** Undefined when the file cannot be read any more. */
  function sourceOf({ meta, file }: News): Source | undefined {
    if (meta === undefined) return undefined
    if (!meta.fromFile) return { estate: openEstate(listedAs(meta.estate)) }
    const read = file && readFile(file)
    if (file === undefined || read?.is !== 'estate') return undefined
    const estate: Estate = file.readOnly ? { ...read.estate, readOnly: true } : read.estate
    return { estate, opened: { file, report: read.report } }
  }

  function freshMeta(wanted: Wanted, now: number, epoch: string): Meta {
    return {
      version: STORE_VERSION,
      estate: wanted.file?.name ?? listedAs(wanted.estate ?? start.estate).name,
      fromFile: wanted.file !== undefined,
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
  function learn(news: News): void {
    const { meta, rows } = news
    if (meta === undefined) return
    const fresh = current?.meta.epoch !== meta.epoch
    if (current === undefined || fresh) {
      const from = sourceOf(news)
      if (from === undefined) throw new Error('The opened estate file cannot be read any more.')
      current = { meta, from, model: createModel(loadEstate(from.estate, meta.loadedAt)), changed: false }
    }
    // An answer that was under way while a write went through: the model is past it already.
    if (meta.revision < current.meta.revision) return
    const known = meta.revision === current.meta.revision && !fresh
    current.meta = meta
    if (!known) for (const row of rows) put(row)
  }

  /** An operation or its entry in the log alone, as of a question, changes nothing that a new epoch would forget. */
  function put(row: Row): void {
    if (current === undefined) return
    current.model.put(row)
    if (row.kind === 'resource' || row.kind === 'group' || row.kind === 'deployment') current.changed = true
  }

  function usable(news: News): boolean {
    if (news.meta?.version !== STORE_VERSION) return current !== undefined
    return news.meta.epoch === current?.meta.epoch || sourceOf(news) !== undefined
  }

  /** Something to answer from, up to date: what goes on by itself has happened. */
  async function ready(now: number) {
    const known = await begun(now)
    if (!going.isDue(known.model, now)) return known
    await transacted(now, () => undefined)
    return begun(now)
  }

  /** What the store holds, or a first epoch. */
  async function begun(now: number) {
    const news = await store.read(seen())
    if (usable(news)) learn(news)
    else await begin('unless begun', {}, now, start.newGuid())
    if (current === undefined) throw new Error('The emulator has no estate.')
    return current
  }

  /** A new epoch. Two tabs may open at once: then the first one's stands, unless somebody asked for a reset. */
  async function begin(
    when: 'always' | 'unless begun',
    wanted: Wanted,
    now: number,
    epoch: string,
  ): Promise<void> {
    const meta = freshMeta(wanted, now, epoch)
    const { file } = wanted
    await store.transact(seen(), (news) => {
      const begun = when === 'unless begun' && news.meta?.version === STORE_VERSION && usable(news)
      learn(begun ? news : { meta, rows: [], file })
      return begun ? { result: undefined } : { meta, file, result: undefined }
    })
  }

  function exchangeOf(asked: Asked, save: (row: Row) => void): Exchange {
    if (current === undefined) throw new Error('The emulator has no estate.')
    const { meta, from, model } = current
    const settings = { speed: meta.speed, pageSize: meta.pageSize }
    const { estate } = from
    return { ...asked, settings, estate, model, may: mayOf({ estate, caller: asked.caller }), save }
  }

  /**
   * One transaction on the newest state. What is due by now is done first: nobody else does it then, and what `decide` sees is
   * the state of this moment.
   */
  async function transacted<Result>(
    now: number,
    decide: (save: (row: Row) => void) => Result,
  ): Promise<Result> {
    try {
      const { result, seen: after } = await store.transact(seen(), (news) => {
        learn(news)
        const rows: Row[] = []
        const save = (row: Row): void => {
          rows.push(row)
          put(row)
        }
        if (current !== undefined && going.isDue(current.model, now))
          going.advance({ model: current.model, now, exchangeOf: (asked) => exchangeOf(asked, save) })
        return { result: decide(save), rows }
      })
      if (current !== undefined && after !== undefined)
        current.meta = { ...current.meta, revision: after.revision }
      return result
    } catch (error) {
      // The model may be ahead of the store: begin again from what is stored.
      current = undefined
      throw error
    }
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
      await begun(asked.now)
      return transacted(asked.now, (save) => decide(exchangeOf(asked, save)))
    },
    async reset(estate, now, epoch) {
      const file = current?.from.opened?.file
      const again = estate === undefined || estate === current?.meta.estate
      await begin('always', again && file ? { file } : { estate: estate ?? current?.meta.estate }, now, epoch)
    },
    async open(file, unlessChanged, now, epoch) {
      const read = readFile(file)
      if (read.is === 'refused') return read
      if (unlessChanged && (await ready(now)).changed) return { is: 'changed' }
      await begin('always', { file }, now, epoch)
      return { is: 'opened' }
    },
    async download(now) {
      const { from, model } = await ready(now)
      // Nothing can have changed in it.
      if (from.opened && from.estate.readOnly) return from.opened.file.text
      return estateToFile(from.estate, model, now)
    },
    async blob(url, now) {
      const { from, model } = await ready(now)
      return blobAt(
        model,
        from.estate.subscriptions.map((one) => one.subscriptionId),
        url,
      )
    },
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
      const { meta, from, changed } = await ready(now)
      const { snapshot, readOnly = false } = from.estate
      const opened = from.opened && {
        readOnly,
        report: from.opened.report,
        ...(snapshot && {
          snapshot: { takenAt: snapshot.takenAt, scope: snapshot.scope, cut: snapshot.cut },
        }),
      }
      return {
        ...(opened && { opened }),
        estate: meta.estate,
        speed: meta.speed,
        pageSize: meta.pageSize,
        estates: start.estates.map(({ name, description }) => ({ name, description })),
        persisted: store.persisted,
        changed,
      }
    },
  }
}
