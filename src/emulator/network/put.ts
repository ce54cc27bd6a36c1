import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { orderedFailure } from '../arm/faults.ts'
import { groupToWrite } from '../arm/group-of.ts'
import { isLocation, locationName } from '../arm/locations.ts'
import { startOperation } from '../arm/operations.ts'
import { gatewayError, networkError } from '../arm/refusals.ts'
import { settled } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { Json } from '../wire/json.ts'
import { isObject, objectAt, textAt, without, withoutNulls } from '../wire/read.ts'
import { refuseWhileBusy } from './busy.ts'
import { refuseChildren, refuseDropping, replaceChildren } from './children.ts'
import { dueAfter } from './due.ts'
import { find } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { addressOf } from './path.ts'
import { tagsIn } from './tags.ts'
import { refuseName } from './validate/names.ts'
import { bodyOf, inliningParent } from './view.ts'

/**
 * PUT of one resource: 201 for a new one, 200 for an existing one, both with the whole resource reading `Updating` and
 * `Azure-AsyncOperation` as the only operation header (recorded behaviour 1.1). Refusals come in ARM's order: front end
 * first (group, location, parent), then the network provider.
 */
export function put(exchange: Exchange, type: NetworkType): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const { group } = writable
  const { body } = exchange
  if (!isObject(body)) {
    return gatewayError(
      400,
      'InvalidRequestContent',
      'The request content was invalid and could not be deserialized.',
    )
  }
  const address = addressOf(exchange, type, group)
  const before = find(exchange, address.id)
  const parent = address.parent === undefined ? undefined : find(exchange, address.parent)
  if (address.parent !== undefined && parent === undefined)
    return parentNotFound(exchange, type, address.parent)

  const location =
    parent?.row.location ?? rootLocation(exchange, address.id) ?? locationName(textAt(body.location) ?? '')
  const misplaced = parent === undefined ? refuseLocation(exchange, before?.row, location) : undefined
  if (misplaced !== undefined) return misplaced

  const sent = without(withoutNulls(objectAt(body.properties)), [
    'provisioningState',
    'resourceGuid',
    'etag',
    ...(type.readOnly ?? []),
  ])
  const draft: Draft = {
    exchange,
    id: before?.row.id ?? address.id,
    name: address.name,
    location,
    sent,
    body,
    before,
  }
  const missing = type.required?.find((member) => sent[member] === undefined)
  if (missing !== undefined) return missingMember(draft, missing)
  if (parent !== undefined && parent.state === 'Failed') return parentFailed(draft, parent.row)
  const refusal =
    refuseName(draft) ??
    type.refuse?.(draft) ??
    refuseChildren(type, draft) ??
    refuseDropping(exchange, type, draft.id, sent) ??
    refuseWhileBusy(exchange, draft.id)
  if (refusal !== undefined) return refusal
  return accept(type, draft)
}

function accept(type: NetworkType, draft: Draft): Answer {
  const { exchange, before } = draft
  const failure = orderedFailure(exchange) ?? type.fails?.(draft)
  const takes = before === undefined ? type.seconds.create : type.seconds.update
  const seconds = typeof takes === 'number' ? takes : takes(draft)
  const operation = startOperation(exchange, {
    seconds,
    location: draft.location,
    announces: ['Azure-AsyncOperation'],
    resultStatus: 200,
    retryAfter: type.retryAfter,
    notifies: type.notifies,
    failure,
  })
  const { endsAt, operationId } = operation.row
  const name = `Put${type.noun}Operation`
  const write = {
    operationId,
    name,
    shows: 'Updating',
    endsAt,
    endsIn: failure ? 'Failed' : 'Succeeded',
  } as const
  const filled = type.fill(draft)
  const inlined = (type.inlines ?? []).map((one) => one.member)
  const row: ResourceRow = {
    ...envelopeOf(type, draft),
    kind: 'resource',
    key: draft.id.toLowerCase(),
    id: draft.id,
    properties: without(filled, inlined),
    guid: before?.row.guid ?? exchange.newGuid(),
    etag: `W/"${exchange.newGuid()}"`,
    nextEtag: { at: endsAt, etag: `W/"${exchange.newGuid()}"` },
    state: before?.row.state ?? 'Succeeded',
    write,
    due: dueAfter(type, draft, endsAt, failure !== undefined),
    inside: type.inside?.(draft, endsAt, failure !== undefined) ?? before?.inside,
  }
  exchange.save(row)
  touchParent(exchange, row)
  replaceChildren(exchange, type, row, filled)
  type.alongside?.(draft, row, endsAt)
  const now = find(exchange, row.id)
  const answer = ok(now === undefined ? {} : bodyOf(exchange, now, 'put'), operation.headers)
  return { ...answer, status: before === undefined ? 201 : 200 }
}

/** What PUT replaces outside `properties`: everything it may bring. */
function envelopeOf(type: NetworkType, { body, before, location, id }: Draft): Partial<ResourceRow> {
  const child = before?.row.location === undefined && id.split('/').length > 9
  return {
    location: child ? undefined : location,
    tags: tagsIn(body.tags),
    sku: type.fillSku?.(objectAt(body.sku), before) ?? (isObject(body.sku) ? body.sku : before?.row.sku),
    zones: zonesIn(body.zones) ?? before?.row.zones,
    identity: isObject(body.identity) ? body.identity : before?.row.identity,
    flavour: before?.row.flavour,
    extendedLocation: isObject(body.extendedLocation) ? body.extendedLocation : before?.row.extendedLocation,
  }
}

function zonesIn(value: Json | undefined): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  return value.flatMap((zone) => (typeof zone === 'string' ? [zone] : []))
}

/** A write to an inlined child changes the etag of the document it is part of (recorded behaviour 2.4). */
function touchParent(exchange: Exchange, row: ResourceRow): void {
  const parent = inliningParent(exchange, row)
  if (parent === undefined) return
  exchange.save({ ...settled(parent.row, exchange.now), etag: row.etag, nextEtag: row.nextEtag })
  touchParent(exchange, { ...parent.row, etag: row.etag, nextEtag: row.nextEtag })
}

/** A grandchild has no located parent: its operations run where the top-level resource is. */
function rootLocation(exchange: Exchange, id: string): string | undefined {
  const root = id.split('/').slice(0, 9).join('/')
  return root === id ? undefined : exchange.model.resource(root)?.location
}

/** What ARM itself refuses of a place. Codes of ARM contract 5; texts unverified. */
export function refuseLocation(
  exchange: Exchange,
  before: ResourceRow | undefined,
  location: string,
): Answer | undefined {
  if (location === '') {
    return gatewayError(400, 'LocationRequired', 'The location property is required for this definition.')
  }
  if (!isLocation(location)) {
    return gatewayError(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type 'Microsoft.Network/${segment(exchange, 6)}'.`,
    )
  }
  if (before?.location === undefined || locationName(before.location) === location) return undefined
  return gatewayError(
    409,
    'InvalidResourceLocation',
    `The resource '${segment(exchange, 7)}' already exists in location '${before.location}' in resource group ` +
      `'${segment(exchange, 3)}'. A resource with the same name cannot be created in location '${location}'. ` +
      'Please select a new resource name.',
  )
}

/** Not recorded; code and text as ARM is known to answer, unverified. */
function parentNotFound(exchange: Exchange, type: NetworkType, parent: string): Answer {
  return gatewayError(
    404,
    'ParentResourceNotFound',
    `Failed to perform 'write' on resource(s) of type '${type.type}', because the parent resource ` +
      `'${parent.slice(parent.indexOf('/providers/') + 11)}' could not be found in resource group '${segment(exchange, 3)}'.`,
  )
}

function parentFailed(draft: Draft, parent: ResourceRow): Answer {
  const operationId = parent.write?.operationId ?? parent.guid
  return networkError(
    400,
    'ParentResourceIsInFailedState',
    `PUT operation on child resource ${draft.id} is blocked because last operation (${operationId}) on parent resource ` +
      'failed leaving it in failed state. Run PUT operation on the parent, then retry operation on the child.',
  )
}

/** Which code the provider uses for a missing member is not recorded (ARM contract 5 lists it as unverified). */
function missingMember(draft: Draft, member: string): Answer {
  return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.', [
    {
      code: 'MissingJsonReferenceId',
      message: `Value for reference id is missing. Path properties.${member} of resource ${draft.id}.`,
    },
  ])
}
