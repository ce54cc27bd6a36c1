import { ENVELOPE } from '../arm/envelope.ts'
import { apiVersionOf, type Exchange } from '../arm/exchange.ts'
import { nameOf, parentId } from '../arm/ids.ts'
import { isBusy, type Living } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { find, livingIn } from './find.ts'
import type { Embedded, NetworkType, Purpose } from './network-type.ts'
import { networkTypeOf, networkTypeOfId } from './table.ts'
import { asOf } from './versions.ts'

/**
 * The resource as ARM writes it for one purpose: envelope in ARM's order, derived members, inlined children, and without
 * what a LIST leaves out.
 */
export function bodyOf(exchange: Exchange, at: Living, purpose: Purpose): JsonObject {
  const type = networkTypeOfId(at.row.id)
  const { body } = at.row
  if (type === undefined) return body ?? { id: at.row.id }
  // As it was read: what nobody can ask anew is not worked out anew, and what was not read is not made up.
  if (body !== undefined && (exchange.estate.readOnly || body.properties === undefined)) return body
  return envelope(type, at.row, etagOf(exchange, at), propertiesOf(exchange, type, at, purpose))
}

/** An inlined child has the etag of the parent (recorded behaviour 2.4). */
export function etagOf(exchange: Exchange, at: Living): string {
  const parent = inliningParent(exchange, at.row)
  return parent === undefined ? at.etag : etagOf(exchange, parent)
}

/** The parent that shows this row inside itself. */
export function inliningParent(exchange: Exchange, row: ResourceRow): Living | undefined {
  const parent = parentId(row.id)
  if (parent === undefined) return undefined
  const own = networkTypeOfId(row.id)
  if (!networkTypeOfId(parent)?.inlines?.some((inlined) => inlined.type === own?.type)) return undefined
  return find(exchange, parent)
}

/** Its own state, or the parent's while the parent is being written. */
function stateOf(exchange: Exchange, at: Living): Living['state'] {
  if (isBusy(at.row, exchange.now)) return at.state
  const parent = inliningParent(exchange, at.row)
  return parent !== undefined && isBusy(parent.row, exchange.now) ? parent.state : at.state
}

function propertiesOf(exchange: Exchange, type: NetworkType, at: Living, purpose: Purpose): JsonObject {
  const properties: JsonObject = {
    provisioningState: stateOf(exchange, at),
    ...(type.hasGuid && { resourceGuid: at.row.guid }),
    ...at.properties,
    ...type.derive?.(at, exchange),
  }
  for (const inlined of type.inlines ?? []) {
    const child = networkTypeOf(inlined.type)
    const collection = `${at.row.key}/${nameOf(inlined.type)}`
    if (child === undefined) continue
    properties[inlined.member] = livingIn(exchange, collection).map((one) => bodyOf(exchange, one, 'inline'))
  }
  for (const embedded of type.embeds ?? []) embed(exchange, type, at, embedded, properties)
  const presented = asOf(
    type.present?.(properties, purpose, at, exchange) ?? properties,
    type.since,
    apiVersionOf(exchange),
  )
  return purpose === 'list' || purpose === 'inline' ? without(presented, type.listOmits ?? []) : presented
}

/** Writes the sub-resources of one kind out in `properties`, with ids, etags and states of their own. */
function embed(
  exchange: Exchange,
  type: NetworkType,
  at: Living,
  embedded: Embedded,
  properties: JsonObject,
): void {
  const { member, within } = embedded
  const holder = within === undefined ? properties : objectAt(properties[within])
  if (holder[member] === undefined) return
  const written = embeddedBodies(exchange, type, at, embedded, objectsAt(holder[member]))
  if (within === undefined) properties[member] = written
  else properties[within] = { ...holder, [member]: written }
}

function embeddedBodies(
  exchange: Exchange,
  type: NetworkType,
  at: Living,
  embedded: Embedded,
  items: JsonObject[],
): JsonObject[] {
  return items.map((item) => {
    const name = textAt(item.name) ?? 'default'
    const head: JsonObject = {
      name,
      id: `${at.row.id}/${embedded.segment}/${name}`,
      etag: etagOf(exchange, at),
    }
    const tail: JsonObject = {
      properties: { provisioningState: stateOf(exchange, at), ...objectAt(item.properties) },
    }
    const typed = { type: `Microsoft.Network/${type.type}/${embedded.segment}` }
    const whole = embedded.typeAt === 'end' ? { ...head, ...tail, ...typed } : { ...head, ...typed, ...tail }
    // An opened file may know members nobody here does.
    return at.row.body === undefined ? whole : { ...item, ...whole }
  })
}

function envelope(type: NetworkType, row: ResourceRow, etag: string, properties: JsonObject): JsonObject {
  const body: JsonObject = { name: nameOf(row.id), id: row.id, etag }
  const named = `Microsoft.Network/${type.type}`
  if (type.typeAt === 'afterEtag') body.type = named
  if (row.location !== undefined) body.location = row.location
  if (row.tags !== undefined) body.tags = row.tags
  if (row.extendedLocation !== undefined) body.extendedLocation = row.extendedLocation
  if (row.flavour !== undefined) body.kind = row.flavour
  if (row.zones !== undefined) body.zones = row.zones
  if (row.identity !== undefined) body.identity = row.identity
  body.properties = properties
  if (type.typeAt === 'end') body.type = named
  if (row.sku !== undefined) body.sku = row.sku
  return row.body === undefined ? body : { ...body, ...without(row.body, ENVELOPE) }
}
