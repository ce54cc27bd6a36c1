import { find } from '../../network/find.ts'
import { networkTypeOfId } from '../../network/table.ts'
import { bodyOf } from '../../network/view.ts'
import { living } from '../../store/living.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { isObject, objectAt, textAt } from '../../wire/read.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { isThere } from '../group-of.ts'
import { nameOf, parseId } from '../ids.ts'
import { resultUrl } from '../operation-results.ts'
import { startOperation } from '../operations.ts'
import { deltaOf } from './delta.ts'
import { addressOf } from './place.ts'
import { invalidDeployment, preflight } from './preflight.ts'
import { readRequest, type Asked } from './request.ts'
import { allResources, allSecrets, type Prepared, type PreparedResource } from './template/prepare.ts'
import { withoutSecrets } from './template/secrets.ts'

/** How long a what-if takes (assumed). */
const SECONDS = 8

/**
 * POST …/whatIf: 202 with `Location` only, and there 200 `{ status, properties: { changes }, error? }` at the end (ARM contract
 * 7.6). A template that cannot be read is refused at once. The answer is that of the moment of the question.
 */
export function whatIf(exchange: Exchange): Answer {
  const address = addressOf(exchange)
  if ('refusal' in address) return address.refusal
  const asked = readRequest(exchange, address)
  if ('refusal' in asked) return asked.refusal
  const details = preflight(exchange, asked.prepared)
  const settings = objectAt(objectAt(objectAt(exchange.body).properties).whatIfSettings)
  const idsOnly = settings.resultFormat === 'ResourceIdOnly'
  const result: JsonObject =
    details.length === 0
      ? { status: 'Succeeded', properties: { changes: changesOf(exchange, asked, idsOnly) } }
      : {
          status: 'Failed',
          error: objectAt(invalidDeployment(exchange, address.name, details).body).error,
        }
  const operation = startOperation(exchange, {
    seconds: SECONDS,
    location: '',
    announces: [],
    resultStatus: 200,
    retryAfter: 15,
    notifies: false,
    result,
  })
  const Location = resultUrl(exchange, operation.row.operationId)
  return { status: 202, headers: { ...operation.headers, Location } }
}

function changesOf(exchange: Exchange, { shown, prepared }: Asked, idsOnly: boolean): JsonObject[] {
  // A secret that a template wrote into something that is no secret can be read there.
  const secrets = allSecrets(prepared)
  const wanted = allResources(shown)
  const named = new Set(wanted.map(({ id }) => id.toLowerCase()))
  const ignored = groupsOf(shown)
    .flatMap((group) => exchange.model.under(`${group}/`))
    .filter((row) => !named.has(row.key) && row.key.split('/').length === 9)
    .flatMap((row): JsonObject[] => {
      const type = typeOf(row.id)
      if (living(row, exchange.now) === undefined || !exchange.may(`${type}/read`, row.id)) return []
      const before = { id: row.id, type, name: nameOf(row.id), location: row.location, tags: row.tags }
      return [change(row.id, 'Ignore', idsOnly, { before })]
    })
  return [...wanted.map((one) => changeOf(exchange, one, idsOnly)), ...ignored].map((one) => ({
    ...withoutSecrets(one, secrets),
    resourceId: one.resourceId,
  }))
}

function changeOf(exchange: Exchange, resource: PreparedResource, idsOnly: boolean): JsonObject {
  const { id, type, name, apiVersion, body } = resource
  const isGroup = id.split('/').length === 5
  if (!isGroup && networkTypeOfId(id) === undefined)
    return change(id, 'Unsupported', idsOnly, {
      unsupportedReason: `The resource type ${type} does not support what-if.`,
    })
  const known = isGroup ? groupAt(exchange, id) : resourceAt(exchange, id)
  const after: JsonObject = {
    apiVersion,
    id: textAt(known?.id) ?? id,
    type,
    name,
    ...objectAt(cleaned(body)),
  }
  if (known === undefined) return change(id, 'Create', idsOnly, { after })
  const before: JsonObject = { ...known, apiVersion }
  if (idsOnly) return change(textAt(known.id) ?? id, 'Deploy', idsOnly, {})
  const delta = deltaOf(before, { ...objectAt(cleaned(body)) })
  return change(textAt(known.id) ?? id, delta.length === 0 ? 'NoChange' : 'Modify', idsOnly, {
    before,
    after,
    ...(delta.length > 0 && { delta }),
  })
}

function change(resourceId: string, changeType: string, idsOnly: boolean, rest: JsonObject): JsonObject {
  return { resourceId, changeType, ...(!idsOnly && rest) }
}

function resourceAt(exchange: Exchange, id: string): JsonObject | undefined {
  const at = find(exchange, id)
  if (at === undefined) return undefined
  const body = objectAt(cleaned(bodyOf(exchange, at, 'get')))
  const { name: _last, id: known, type: _type, ...rest } = body
  return { id: known, type: typeOf(at.row.id), name: parseId(at.row.id)?.names.join('/'), ...rest }
}

function groupAt(exchange: Exchange, id: string): JsonObject | undefined {
  const [, , subscriptionId = '', , name = ''] = id.split('/')
  const group = exchange.model.group(subscriptionId, name)
  if (group === undefined || !isThere(group, exchange.now)) return undefined
  const { location, tags } = group
  return { id, type: 'Microsoft.Resources/resourceGroups', name: group.name, location, tags }
}

/** The resource groups that a deployment and those nested in it write to, in lower case. */
function groupsOf(shown: Prepared): string[] {
  const { place, resources } = shown
  const own =
    place.group === undefined
      ? []
      : [`/subscriptions/${place.subscriptionId}/resourcegroups/${place.group.name}`.toLowerCase()]
  return [
    ...new Set([
      ...own,
      ...resources.flatMap(({ nested }) => (nested === undefined ? [] : groupsOf(nested))),
    ]),
  ]
}

function typeOf(id: string): string {
  const parsed = parseId(id)
  return `${parsed?.namespace}/${parsed?.type}`
}

/** What nobody sets, and what is secret: neither is shown or compared. */
const LEFT_OUT = new Set([
  'etag',
  'provisioningState',
  'resourceGuid',
  'sharedKey',
  'radiusServerSecret',
  'authorizationKey',
  'serviceKey',
])

function cleaned(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleaned)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === undefined || LEFT_OUT.has(name) ? [] : [[name, cleaned(inner)]],
    ),
  )
}
