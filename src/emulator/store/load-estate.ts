import { guidOf } from '../clock.ts'
import type { Estate, EstateResource, RunningOperation } from '../estates/estate.ts'
import { nameOf } from '../arm/ids.ts'
import { networkTypeOf, networkTypeOfId } from '../network/table.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { isObject, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { loadPast } from './load-past.ts'
import { groupKey, operationKey, type OperationRow, type ResourceRow, type Row } from './rows.ts'

/**
 * The rows of an estate loaded at `loadedAt`. Pure: the same estate and time give the same rows, so that only what changed
 * needs to be stored.
 */
export function loadEstate(estate: Estate, loadedAt: number): Row[] {
  const groups = estate.resourceGroups.map<Row>((group) => ({
    kind: 'group',
    key: groupKey(group.subscriptionId, group.name),
    ...group,
  }))
  const resources = estate.resources.flatMap((resource) => rowsOf(resource, loadedAt))
  const operations: OperationRow[] = []
  for (const running of estate.running) {
    const index = resources.findIndex((row) => row.key === running.resourceId.toLowerCase())
    const row = resources[index]
    if (row === undefined) continue
    const operation = operationOf(running, loadedAt)
    if (running.shows === 'resource') operations.push(operation)
    resources[index] = withRunning(row, running, operation)
  }
  return [...groups, ...resources, ...operations, ...loadPast(estate, loadedAt)]
}

/** The resource, and a row for each child that was written inside it after all. */
function rowsOf(resource: EstateResource, loadedAt: number): ResourceRow[] {
  const type = networkTypeOfId(resource.id)
  const inlines = type?.inlines ?? []
  const children = inlines.flatMap((inlined) =>
    objectsAt(resource.properties[inlined.member]).flatMap((child) =>
      childRows(resource, inlined.type, child, loadedAt),
    ),
  )
  const row: ResourceRow = {
    kind: 'resource',
    key: resource.id.toLowerCase(),
    id: resource.id,
    location: resource.location,
    tags: resource.tags,
    sku: resource.sku,
    zones: resource.zones,
    flavour: resource.kind,
    identity: resource.identity,
    extendedLocation: resource.extendedLocation,
    properties: without(
      resource.properties,
      inlines.map((inlined) => inlined.member),
    ),
    guid: resource.resourceGuid ?? guidOf(`guid:${resource.id.toLowerCase()}`),
    etag: resource.etag ?? `W/"${guidOf(`etag:${resource.id.toLowerCase()}`)}"`,
    state: resource.provisioningState ?? 'Succeeded',
    due: [],
    body: resource.body,
    inside: insideOf(resource, loadedAt),
  }
  return [row, ...children]
}

function childRows(parent: EstateResource, type: string, child: JsonObject, loadedAt: number): ResourceRow[] {
  if (networkTypeOf(type) === undefined) return []
  const id = `${parent.id}/${nameOf(type)}/${textAt(child.name) ?? 'default'}`
  return rowsOf({ id, properties: without(objectAt(child.properties), ['provisioningState']) }, loadedAt)
}

function operationOf(running: RunningOperation, loadedAt: number): OperationRow {
  const operationId = guidOf(`running:${running.resourceId.toLowerCase()}:${running.shows}`)
  const startedAt = loadedAt - running.startedSecondsAgo * 1000
  return {
    kind: 'operation',
    key: operationKey(operationId),
    operationId,
    startedAt,
    endsAt: startedAt + running.durationSeconds * 1000,
    resultStatus: 200,
    announces: ['Azure-AsyncOperation'],
  }
}

function withRunning(row: ResourceRow, running: RunningOperation, operation: OperationRow): ResourceRow {
  const due =
    running.effect === undefined && running.inside === undefined
      ? row.due
      : [...row.due, { at: operation.endsAt, merge: running.effect ?? {}, inside: running.inside }]
  if (running.shows === 'router') return { ...row, due }
  const noun = networkTypeOfId(row.id)?.noun ?? 'Resource'
  return {
    ...row,
    due,
    nextEtag: { at: operation.endsAt, etag: `W/"${guidOf(`settled:${row.key}`)}"` },
    write: {
      operationId: operation.operationId,
      name: `Put${noun}Operation`,
      shows: 'Updating',
      endsAt: operation.endsAt,
      endsIn: running.endsIn ?? 'Succeeded',
    },
  }
}

/** Counters of a connection are as they were when it was loaded, and go on from there. */
function insideOf({ id, inside }: EstateResource, loadedAt: number): JsonObject | undefined {
  const told = inside === undefined ? undefined : inTime(inside, loadedAt)
  const type = networkTypeOfId(id)?.type
  const counts = type === 'connections' || type === 'vpnGateways/vpnConnections'
  return counts ? { asOfAt: loadedAt, ...told } : told
}

function inTime(inside: JsonObject, loadedAt: number): JsonObject {
  return Object.fromEntries(
    Object.entries(inside).map(([member, value]) =>
      member.endsWith('SecondsAgo') && typeof value === 'number'
        ? [member.replace(/SecondsAgo$/, 'At'), loadedAt - value * 1000]
        : [member, value === undefined ? value : valueInTime(value, loadedAt)],
    ),
  )
}

function valueInTime(value: Json, loadedAt: number): Json {
  if (Array.isArray(value)) return value.map((item) => valueInTime(item, loadedAt))
  return isObject(value) ? inTime(value, loadedAt) : value
}
