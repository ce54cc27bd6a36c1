import type { Model } from '../store/model.ts'
import type { FileProblem } from '../wire/estate-file.ts'
import type { Json } from '../wire/json.ts'
import { isObject, numberAt, textAt } from '../wire/read.ts'
import type { PastActivity } from './estate.ts'

const METHODS = ['PUT', 'PATCH', 'POST', 'DELETE'] as const

/** The `past` member of a downloaded estate: what the activity log knows, each at its time. */
export function pastOf(model: Model): PastActivity[] {
  return model.activities().flatMap((row) => {
    const method = METHODS.find((one) => one === row.method)
    if (method === undefined) return []
    const { scope, action, caller, status, failure, correlationId, startedAt, endsAt } = row
    return {
      scope,
      action,
      method,
      caller,
      when: { at: startedAt },
      status,
      ...(endsAt !== undefined && { seconds: (endsAt - startedAt) / 1000 }),
      ...(failure !== undefined && { failure }),
      correlationId,
    }
  })
}

/** Undefined when the file says nothing of it: that is not the same as nothing. */
export function pastIn(value: Json | undefined): {
  value: PastActivity[] | undefined
  problems: FileProblem[]
} {
  if (value === undefined) return { value, problems: [] }
  if (!Array.isArray(value)) return { value: [], problems: [{ where: 'past', what: 'Not an array' }] }
  const past: PastActivity[] = []
  const problems: FileProblem[] = []
  for (const [index, one] of value.entries()) {
    const activity = activityIn(one)
    if (activity === undefined)
      problems.push({
        where: `past[${index}]`,
        what: 'It needs scope, action, method, caller (name, objectId), when (at, in milliseconds) and status',
      })
    else past.push(activity)
  }
  return { value: past, problems }
}

function activityIn(value: Json): PastActivity | undefined {
  if (!isObject(value) || !isObject(value.caller) || !isObject(value.when)) return undefined
  const scope = textAt(value.scope)
  const action = textAt(value.action)
  const method = METHODS.find((one) => one === value.method)
  const [name, objectId] = [textAt(value.caller.name), textAt(value.caller.objectId)]
  const [tenantId, appId] = [textAt(value.caller.tenantId), textAt(value.caller.appId)]
  const at = numberAt(value.when.at)
  const status = numberAt(value.status)
  if (!scope?.startsWith('/subscriptions/') || action === undefined || method === undefined) return undefined
  if (name === undefined || objectId === undefined || at === undefined || status === undefined)
    return undefined
  const seconds = numberAt(value.seconds)
  const correlationId = textAt(value.correlationId)
  return {
    scope,
    action,
    method,
    caller: {
      name,
      objectId,
      ...(tenantId !== undefined && { tenantId }),
      ...(appId !== undefined && { appId }),
    },
    when: { at },
    status,
    ...(seconds !== undefined && { seconds }),
    ...(isObject(value.failure) && {
      failure: { code: textAt(value.failure.code) ?? '', message: textAt(value.failure.message) ?? '' },
    }),
    ...(correlationId !== undefined && { correlationId }),
  }
}
