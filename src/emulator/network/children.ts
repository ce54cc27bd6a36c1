import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { nameOf } from '../arm/ids.ts'
import { isBusy, living, settled } from '../store/living.ts'
import type { ResourceRow, RunningWrite } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { dueAfter } from './due.ts'
import { livingIn } from './find.ts'
import type { Draft, Inlined, NetworkType } from './network-type.ts'
import { networkTypeOf } from './table.ts'

/**
 * Children written inside their parent's body become rows of their own. A PUT replaces the whole document: children that
 * are not in it go (ARM contract 4). The exception is `absent: 'keeps'`.
 */
export function replaceChildren(
  exchange: Exchange,
  type: NetworkType,
  parent: ResourceRow,
  filled: JsonObject,
): void {
  for (const inlined of type.inlines ?? []) {
    const sent = filled[inlined.member]
    if (sent === undefined && inlined.absent === 'keeps') continue
    const kept = writeChildren(exchange, parent, inlined, objectsAt(sent))
    dropOthers(exchange, parent, inlined, kept)
  }
}

/** A child a PUT leaves out is deleted: what refuses its DELETE refuses the PUT, before anything is written. */
export function refuseDropping(
  exchange: Exchange,
  type: NetworkType,
  parent: string,
  sent: JsonObject,
): Answer | undefined {
  for (const inlined of type.inlines ?? []) {
    const items = sent[inlined.member]
    const child = networkTypeOf(inlined.type)
    if (child === undefined || (items === undefined && inlined.absent === 'keeps')) continue
    const collection = `${parent}/${nameOf(inlined.type)}`
    const kept = new Map(
      objectsAt(items).map((item) => [`${collection}/${nameIn(item, child)}`.toLowerCase(), item]),
    )
    for (const at of livingIn(exchange, collection)) {
      const item = kept.get(at.row.key)
      const refusal =
        item === undefined
          ? child.holds?.(at, exchange)
          : refuseDropping(exchange, child, at.row.id, objectAt(item.properties))
      if (refusal !== undefined) return refusal
    }
  }
  return undefined
}

/** What refuses the PUT of a child refuses that of the parent it is written in. */
export function refuseChildren(type: NetworkType, parent: Draft): Answer | undefined {
  for (const inlined of type.inlines ?? []) {
    const child = networkTypeOf(inlined.type)
    if (child === undefined) continue
    for (const item of objectsAt(parent.sent[inlined.member])) {
      const id = `${parent.id}/${nameOf(inlined.type)}/${nameIn(item, child)}`
      const draft = draftOf(parent.exchange, child, id, item, parent.location)
      const refusal = child.refuse?.(draft) ?? refuseChildren(child, draft)
      if (refusal !== undefined) return refusal
    }
  }
  return undefined
}

function draftOf(
  exchange: Exchange,
  type: NetworkType,
  wanted: string,
  item: JsonObject,
  location: string,
): Draft {
  const old = exchange.model.resource(wanted)
  const before = old === undefined ? undefined : living(old, exchange.now)
  const readOnly = ['provisioningState', 'resourceGuid', ...(type.readOnly ?? [])]
  return {
    exchange,
    id: before?.row.id ?? wanted,
    name: nameOf(wanted),
    location,
    sent: without(objectAt(item.properties), readOnly),
    body: item,
    before,
    inlined: true,
  }
}

function nameIn(item: JsonObject, type: NetworkType): string {
  const given = textAt(item.name) ?? 'default'
  return type.canonicalName?.(given) ?? given
}

function writeChildren(
  exchange: Exchange,
  parent: ResourceRow,
  inlined: Inlined,
  sent: JsonObject[],
): Set<string> {
  const type = networkTypeOf(inlined.type)
  const { write } = parent
  const kept = new Set<string>()
  if (type === undefined) return kept
  for (const item of sent) {
    const wanted = `${parent.id}/${nameOf(inlined.type)}/${nameIn(item, type)}`
    const draft = draftOf(exchange, type, wanted, item, parent.location ?? '')
    const { id, before } = draft
    const filled = type.fill(draft)
    const grandchildren = (type.inlines ?? []).map((one) => one.member)
    const row: ResourceRow = {
      kind: 'resource',
      key: id.toLowerCase(),
      id,
      properties: without(filled, grandchildren),
      guid: before?.row.guid ?? exchange.newGuid(),
      etag: parent.etag,
      nextEtag: parent.nextEtag,
      state: 'Succeeded',
      write,
      due: dueAfter(type, draft, write?.endsAt ?? exchange.now, write?.endsIn === 'Failed'),
      inside:
        type.inside?.(draft, write?.endsAt ?? exchange.now, write?.endsIn === 'Failed') ?? before?.inside,
    }
    exchange.save(row)
    kept.add(row.key)
    replaceChildren(exchange, type, row, filled)
  }
  return kept
}

function dropOthers(exchange: Exchange, parent: ResourceRow, inlined: Inlined, kept: Set<string>): void {
  for (const row of exchange.model.collection(`${parent.key}/${nameOf(inlined.type)}`)) {
    if (kept.has(row.key) || living(row, exchange.now) === undefined || parent.write === undefined) continue
    markDeleting(exchange, row, { ...parent.write, shows: 'Deleting' })
  }
}

/** The row and everything below it read `Deleting` until the write ends and are gone then. */
export function markDeleting(exchange: Exchange, row: ResourceRow, write: RunningWrite): void {
  const etag = `W/"${exchange.newGuid()}"`
  for (const one of [row, ...exchange.model.under(`${row.key}/`)]) {
    if (living(one, exchange.now) === undefined) continue
    const base = isBusy(one, exchange.now) ? one : settled(one, exchange.now)
    exchange.save({ ...base, etag, nextEtag: undefined, write })
  }
}
