import { networkTypeOfId } from '../network/table.ts'
import { living } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import type { Exchange } from './exchange.ts'
import { parseId } from './ids.ts'

/** A resource of the group that cannot go, and the body of its refusal. */
interface Held {
  row: ResourceRow
  refusal: Json
}

/**
 * Which of the top-level resources cannot be deleted: each is asked for itself, as the recording shows it for the network
 * and the address of a gateway in the same group. The gateway itself goes; a second deletion succeeds. What only its own
 * children hold goes with them (assumed).
 */
export function heldIn(exchange: Exchange, rows: ResourceRow[]): Held[] {
  return rows.flatMap((row) => {
    const at = living(row, exchange.now)
    const answer = at === undefined ? undefined : networkTypeOfId(row.id)?.holds?.(at, exchange)
    if (answer?.body === undefined || JSON.stringify(answer.body).includes(`${row.id}/`)) return []
    return [{ row, refusal: answer.body }]
  })
}

/** Capitals, and each refusal as JSON in a text (recorded behaviour 3). */
export function deletionBlocked(group: string, held: Held[], trackingId: string): JsonObject {
  const names = held.map(({ row }) => {
    const id = parseId(row.id)
    return `${id?.namespace}/${id?.type}/${id?.names.join('/')}`
  })
  return {
    Error: {
      Code: 'ResourceGroupDeletionBlocked',
      Target: null,
      Message:
        `Deletion of resource group '${group}' failed as resources with identifiers '${names.join(',')}' could not be deleted. ` +
        `The provisioning state of the resource group will be rolled back. The tracking Id is '${trackingId}'. Please check ` +
        'audit logs for more details.',
      Details: held.map(({ row, refusal }) => ({
        Code: null,
        Target: row.id,
        Message: JSON.stringify(refusal),
        Details: null,
        AdditionalInfo: null,
      })),
      AdditionalInfo: null,
    },
  }
}
