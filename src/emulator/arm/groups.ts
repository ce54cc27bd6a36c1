import { living } from '../store/living.ts'
import { groupKey, type GroupRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { isObject, textAt } from '../wire/read.ts'
import { markDeleting } from '../network/children.ts'
import { tagsIn } from '../network/tags.ts'
import { ok, type Answer } from './answer.ts'
import { query, segment, type Exchange } from './exchange.ts'
import { deletionBlocked, heldIn } from './group-deletion.ts'
import { groupOf, groupToWrite, isGoing, isThere } from './group-of.ts'
import { isLocation, locationName } from './locations.ts'
import { removeWithGroup } from './deployments/remove.ts'
import { resultUrl } from './operation-results.ts'
import { startOperation } from './operations.ts'
import { page } from './paging.ts'
import { gatewayError, groupBeingDeleted, groupNotFound } from './refusals.ts'
import { hasRoleAround } from './roles.ts'

const NAME = /^[\p{L}\p{N}_.()-]{1,90}$/u

/** GET S/resourcegroups, with the tag filter of ARM contract 12.2. */
export function listGroups(exchange: Exchange): Answer {
  const [, name, value] =
    /tagname eq '([^']*)'(?: and tagvalue eq '([^']*)')?/i.exec(query(exchange.url, '$filter') ?? '') ?? []
  const groups = exchange.model
    .groups(segment(exchange, 1))
    .filter((group) => isThere(group, exchange.now))
    .filter((group) => hasRoleAround(exchange.estate, exchange.caller, group.key))
    .filter((group) => name === undefined || hasTag(group, name, value))
  return page(
    exchange,
    groups.map((group) => groupBody(group, exchange.now)),
  )
}

/** GET, or HEAD as an existence check: 204 or 404 (ARM contract 4). */
export function getGroup(exchange: Exchange): Answer {
  const group = groupOf(exchange)
  if (group === undefined) return groupNotFound(segment(exchange, 3))
  return exchange.method === 'HEAD' ? { status: 204 } : ok(groupBody(group, exchange.now))
}

/** PUT: synchronous, 201 or 200 (ARM contract 7.6). */
export function putGroup(exchange: Exchange): Answer {
  const name = segment(exchange, 3)
  const before = groupOf(exchange)
  const body = isObject(exchange.body) ? exchange.body : {}
  const location = locationName(textAt(body.location) ?? '')
  if (location === '') {
    return gatewayError(400, 'LocationRequired', 'The location property is required for this definition.')
  }
  if (!isLocation(location)) {
    return gatewayError(
      400,
      'LocationNotAvailableForResourceGroup',
      `The provided location '${location}' is not available for resource group.`,
    )
  }
  if (!NAME.test(name) || name.endsWith('.')) {
    return gatewayError(400, 'InvalidResourceGroup', `The provided resource group name '${name}' is invalid.`)
  }
  if (before !== undefined && before.location !== location) {
    return gatewayError(
      409,
      'InvalidResourceGroupLocation',
      `Invalid resource group location '${location}'. The Resource group already exists in location '${before.location}'.`,
    )
  }
  if (before !== undefined && isGoing(before, exchange.now)) return groupBeingDeleted(name)
  const known = exchange.estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === segment(exchange, 1).toLowerCase(),
  )
  const subscriptionId = known?.subscriptionId ?? segment(exchange, 1)
  const row: GroupRow = {
    kind: 'group',
    key: groupKey(subscriptionId, name),
    subscriptionId,
    name: before?.name ?? name,
    location,
    tags: tagsIn(body.tags),
  }
  exchange.save(row)
  return { ...ok(groupBody(row, exchange.now)), status: before === undefined ? 201 : 200 }
}

export function patchGroup(exchange: Exchange): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const { group } = writable
  const tags = isObject(exchange.body) ? tagsIn(exchange.body.tags) : undefined
  const row: GroupRow = { ...group, tags: tags ?? group.tags }
  exchange.save(row)
  return ok(groupBody(row, exchange.now))
}

/**
 * DELETE: 202, `Location: …/operationresults/{token}` in lower case, no async header, 200 at the end (recorded behaviour 2.1,
 * ARM contract 7.6). Everything in the group goes with it; how long that takes is assumed. What is in use stays, and the
 * group with it: 409 at the end (recorded, net 2019, after 25 minutes).
 */
export function deleteGroup(exchange: Exchange): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const { group } = writable
  const inside = exchange.model
    .under(`${group.key}/`)
    .filter((row) => row.key.split('/').length === 9 && living(row, exchange.now) !== undefined)
  const held = heldIn(exchange, inside)
  const seconds = held.length > 0 ? 1500 : inside.length === 0 ? 20 : 900
  const operation = startOperation(exchange, {
    seconds,
    location: group.location,
    announces: [],
    resultStatus: 200,
    retryAfter: 15,
    notifies: false,
    blockedBy: held.length === 0 ? undefined : deletionBlocked(group.name, held, exchange.newGuid()),
  })
  const { endsAt, operationId } = operation.row
  const staying = new Set(held.map((one) => one.row.key))
  for (const row of inside.filter((one) => !staying.has(one.key))) {
    markDeleting(exchange, row, {
      operationId,
      name: 'DeleteResourceGroupOperation',
      shows: 'Deleting',
      endsAt,
      endsIn: 'Succeeded',
    })
  }
  if (held.length === 0) removeWithGroup(exchange, group.key, endsAt)
  exchange.save(held.length === 0 ? { ...group, goneAt: endsAt } : { ...group, blockedUntil: endsAt })
  return { status: 202, headers: { ...operation.headers, Location: resultUrl(exchange, operationId) } }
}

function hasTag(group: GroupRow, name: string, value: string | undefined): boolean {
  const tag = Object.entries(group.tags ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())
  return tag !== undefined && (value === undefined || tag[1] === value)
}

function groupBody(group: GroupRow, now: number): JsonObject {
  const body: JsonObject = {
    id: `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
  }
  if (group.tags !== undefined) body.tags = group.tags
  body.properties = { provisioningState: isGoing(group, now) ? 'Deleting' : 'Succeeded' }
  return body
}
