import { isJsonObject, type Json } from '../../lib/json.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import { provisioningReasons } from '../status/provisioning.ts'

/**
 * How a planned resource stands to what is there: nothing yet; already as planned, by an earlier run; as planned and failed;
 * as planned and still being written; or another of the same name.
 */
export type Standing = 'missing' | 'done' | 'failed' | 'running' | 'other'

export function standingOf({ id, body }: Pick<PlannedResource, 'id' | 'body'>, estate: Estate): Standing {
  const found = estate.resources.get(keyOf(id))
  if (!found) return 'missing'
  if (!covers(found.body, body)) return 'other'
  const [reason] = provisioningReasons(found.provisioningState)
  if (reason?.verdict === 'inProgress') return 'running'
  return reason?.verdict === 'attention' ? 'failed' : 'done'
}

/** Whether what is there has all that is planned: Azure fills in more, and leaves out what says nothing. */
function covers(found: Json | undefined, planned: Json | undefined): boolean {
  if (found === undefined || found === null) return saysNothing(planned)
  if (isJsonObject(planned))
    return (
      isJsonObject(found) && Object.entries(planned).every(([member, value]) => covers(found[member], value))
    )
  if (Array.isArray(planned))
    return (
      Array.isArray(found) &&
      found.length === planned.length &&
      planned.every((one, index) => covers(found[index], one))
    )
  return plain(found) === plain(planned)
}

function saysNothing(planned: Json | undefined): boolean {
  if (Array.isArray(planned)) return planned.length === 0
  if (isJsonObject(planned)) return Object.values(planned).every(saysNothing)
  return planned === undefined || planned === null || planned === false || planned === 'Default'
}

/** Ids, regions and enum values compare without case and blanks. */
function plain(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? value.toLowerCase().replaceAll(' ', '') : value
}
