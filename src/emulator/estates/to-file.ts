import { ENVELOPE } from '../arm/envelope.ts'
import { isThere } from '../arm/group-of.ts'
import { nameOf } from '../arm/ids.ts'
import { networkTypeOfId } from '../network/table.ts'
import { isBusy, living, type Living } from '../store/living.ts'
import type { Model } from '../store/model.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { without } from '../wire/read.ts'
import type { Estate, RunningOperation } from './estate.ts'
import { pastOf } from './file-past.ts'

/**
 * The estate as it is at `now`, with every change, as a file that `estateFromFile` opens to the same answers. Children stand
 * beside their parents; what is under way goes on when it is opened, and what is being deleted is left out. Keys are in
 * it: it is the emulator's whole memory. The same state and time give the same text.
 */
export function estateToFile(estate: Estate, model: Model, now: number): string {
  const resources: JsonObject[] = []
  const running: RunningOperation[] = []
  for (const row of model.everything()) {
    const at = living(row, now)
    if (at === undefined || (isBusy(row, now) && row.write?.shows === 'Deleting')) continue
    resources.push(itemOf(at, isBusy(row, now)))
    running.push(...runningOf(row, model, now))
  }
  const groups = estate.subscriptions.flatMap(({ subscriptionId }) => model.groups(subscriptionId))
  const past = pastOf(model)
  const file = {
    description: estate.description,
    tenant: estate.tenant,
    subscriptions: estate.subscriptions.map(({ subscriptionId, displayName, state, quotaId, tags }) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      displayName,
      state,
      subscriptionPolicies: { quotaId },
      tags,
    })),
    resourceGroups: groups
      .filter((group) => group.goneAt === undefined && isThere(group, now))
      .map(({ subscriptionId, name, location, tags }) => ({
        id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
        name,
        type: 'Microsoft.Resources/resourceGroups',
        location,
        tags,
      })),
    resources,
    ...(running.length > 0 && { running }),
    ...(past.length > 0 && { past }),
    ...accessOf(estate),
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** Who may do what, where the estate says it. */
function accessOf({ people, roleAssignments, locks, policies }: Estate): object {
  const access = Object.fromEntries(
    Object.entries({ people, roleAssignments, locks, policies }).filter(([, list]) => list !== undefined),
  )
  return Object.keys(access).length === 0 ? {} : { access }
}

function itemOf({ row, etag, state, properties, inside }: Living, busy: boolean): JsonObject {
  const type = networkTypeOfId(row.id)
  const { body } = row
  if (body !== undefined && (type === undefined || body.properties === undefined)) return body
  return {
    id: row.id,
    name: nameOf(row.id),
    type: type === undefined ? undefined : `Microsoft.Network/${type.type}`,
    etag,
    location: row.location,
    tags: row.tags,
    kind: row.flavour,
    sku: row.sku,
    zones: row.zones,
    identity: row.identity,
    extendedLocation: row.extendedLocation,
    ...without(body ?? {}, ENVELOPE),
    properties: {
      provisioningState: busy ? row.state : state,
      resourceGuid: type?.hasGuid ? row.guid : undefined,
      ...properties,
    },
    emulator: Object.keys(inside).length === 0 ? undefined : inside,
  }
}

/** The write under way with what it brings, and each later change of its own. */
function runningOf(row: ResourceRow, model: Model, now: number): RunningOperation[] {
  const { write } = row
  const busy = write !== undefined && isBusy(row, now)
  const ahead = row.due.filter((due) => due.at > now)
  const withWrite = busy ? ahead.filter((due) => due.at <= write.endsAt) : []
  const later = ahead.filter((due) => !withWrite.includes(due))
  const own: RunningOperation[] = []
  if (busy) {
    const startedAt = model.operation(write.operationId)?.startedAt ?? now
    own.push({
      resourceId: row.id,
      startedSecondsAgo: (now - startedAt) / 1000,
      durationSeconds: (write.endsAt - startedAt) / 1000,
      shows: 'resource',
      ...(withWrite.length > 0 && {
        effect: withWrite.reduce<JsonObject>((merged, due) => ({ ...merged, ...due.merge }), {}),
      }),
      ...(withWrite.some((due) => due.inside !== undefined) && {
        inside: withWrite.reduce<JsonObject>((merged, due) => ({ ...merged, ...due.inside }), {}),
      }),
      ...(write.endsIn === 'Failed' && { endsIn: write.endsIn }),
    })
  }
  return [
    ...own,
    ...later.map((due) => ({
      resourceId: row.id,
      startedSecondsAgo: 0,
      durationSeconds: (due.at - now) / 1000,
      effect: due.merge,
      ...(due.inside !== undefined && { inside: due.inside }),
      shows: 'router' as const,
    })),
  ]
}
