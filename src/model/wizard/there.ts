import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
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
  // Tags are for finding things: others add and remove them, and a resource stays what it is.
  const { tags: _, ...planned } = body
  if (!covers(found.body, planned)) return 'other'
  const [reason] = provisioningReasons(found.provisioningState)
  if (reason?.verdict === 'inProgress') return 'running'
  return reason?.verdict === 'attention' ? 'failed' : 'done'
}

/** Whether what is there has all that is planned: Azure fills in more, and leaves out what says nothing. */
export function covers(found: Json | undefined, planned: Json | undefined): boolean {
  if (found === undefined || found === null) return saysNothing(planned)
  if (isJsonObject(planned))
    return (
      isJsonObject(found) &&
      Object.entries(planned).every(
        ([member, value]) => covers(found[member], value) || coversPrefix(found, member, value),
      )
    )
  if (Array.isArray(planned)) {
    if (!Array.isArray(found)) return false
    if (isPlainTexts(planned) && isPlainTexts(found)) {
      // Azure gives zones and prefixes in an order of its own.
      const [there, wanted] = [new Set(found.map(plain)), new Set(planned.map(plain))]
      return there.size === wanted.size && [...wanted].every((one) => there.has(one))
    }
    return found.length === planned.length && planned.every((one, index) => covers(found[index], one))
  }
  return plain(found) === plain(planned)
}

/** A subnet has its only prefix as `addressPrefix`, or as a list of one (ARM contract 9.1). */
function coversPrefix(found: JsonObject, member: string, planned: Json | undefined): boolean {
  switch (member) {
    case 'addressPrefix':
      return covers(found.addressPrefixes, planned === undefined ? planned : [planned])
    case 'addressPrefixes':
      return Array.isArray(planned) && planned.length === 1 && covers(found.addressPrefix, planned[0])
    default:
      return false
  }
}

function isPlainTexts(list: readonly Json[]): boolean {
  return list.every((one) => typeof one === 'string')
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
