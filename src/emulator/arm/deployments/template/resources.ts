import type { JsonObject } from '../../../wire/json.ts'
import { arrayAt, isObject, objectAt, objectsAt, textAt, without } from '../../../wire/read.ts'
import { evaluate, evaluateObject } from './evaluate.ts'
import { notBuiltYet, TemplateFault } from './fault.ts'
import { idBelow } from './resource-id.ts'
import { placeId, subscriptionId, type Scope } from './scope.ts'

/** A resource of a template, worked out. */
export interface TemplateResource {
  id: string
  /** `Microsoft.Network/virtualNetworks/subnets` */
  type: string
  /** `hub/GatewaySubnet` */
  name: string
  apiVersion: string
  /** As written, before anything is found for it. */
  dependsOn: string[]
  /** False when its `condition` leaves it out. */
  wanted: boolean
  /** What is PUT. */
  body: JsonObject
  /** Where it was found in the request. */
  path: string
}

/** Members that say something about the resource and are not sent. */
const ABOUT = [
  'type',
  'name',
  'apiVersion',
  'dependsOn',
  'condition',
  'comments',
  'metadata',
  'resources',
  'resourceGroup',
  'subscriptionId',
]

const DEPLOYMENTS = 'Microsoft.Resources/deployments'

export function isDeployment(type: string): boolean {
  return type.toLowerCase() === DEPLOYMENTS.toLowerCase()
}

/** The resources of a template, children written inside their parent too. Throws `TemplateFault`. */
export function resourcesOf(template: JsonObject, scope: Scope): TemplateResource[] {
  if (isObject(template.resources)) throw notBuiltYet('A template with symbolic names')
  if (!Array.isArray(template.resources))
    throw new TemplateFault("Required property 'resources' not found in JSON.", 'properties.template')
  const found = template.resources.flatMap((one, index) => {
    const path = `properties.template.resources[${index}]`
    if (isObject(one)) return read(one, scope, path)
    throw new TemplateFault('A resource of the template is not an object.', path)
  })
  const seen = new Set<string>()
  for (const { id, wanted, path } of found) {
    if (wanted && seen.has(id.toLowerCase()))
      throw new TemplateFault(`The resource '${id}' is defined multiple times in a template.`, path)
    if (wanted) seen.add(id.toLowerCase())
  }
  return found
}

function read(
  raw: JsonObject,
  scope: Scope,
  path: string,
  parent?: { type: string; name: string; wanted: boolean },
): TemplateResource[] {
  if (raw.copy !== undefined) throw notBuiltYet('A copy of resources')
  if (raw.scope !== undefined) throw notBuiltYet('A resource with a scope of its own')
  const required = (member: 'type' | 'name' | 'apiVersion'): string => {
    const value = textAt(evaluate(raw[member] ?? null, scope))
    if (value !== undefined && value !== '') return value
    throw new TemplateFault(`Required property '${member}' not found in JSON.`, path)
  }
  const [ownType, ownName, apiVersion] = [required('type'), required('name'), required('apiVersion')]
  const type = parent === undefined ? ownType : `${parent.type}/${ownType}`
  const name = parent === undefined ? ownName : `${parent.name}/${ownName}`
  const condition = raw.condition === undefined ? true : evaluate(raw.condition, scope)
  const wanted = condition === true && (parent?.wanted ?? true)
  const id = idOf(type, name, raw, scope, path)
  const children = objectsAt(raw.resources).flatMap((child, index) =>
    read(child, scope, `${path}.resources[${index}]`, { type, name, wanted }),
  )
  const resource: TemplateResource = {
    id,
    type,
    name,
    apiVersion,
    dependsOn: arrayAt(raw.dependsOn).flatMap((one) => textAt(evaluate(one, scope)) ?? []),
    wanted,
    body: wanted ? bodyOf(type, raw, scope) : {},
    path,
  }
  return [resource, ...children]
}

function idOf(type: string, name: string, raw: JsonObject, scope: Scope, path: string): string {
  const [, ...types] = type.split('/')
  const names = name.split('/')
  if (types.length !== names.length || names.includes(''))
    throw new TemplateFault(
      `The template resource '${name}' for type '${type}' has incorrect segment lengths. A nested resource type must have ` +
        'identical number of segments as its resource name. A root resource type must have segment length one greater than its ' +
        'resource name. Please see https://aka.ms/arm-syntax-resources for usage details.',
      path,
    )
  const { place } = scope
  const inSubscription =
    raw.subscriptionId === undefined ? undefined : textAt(evaluate(raw.subscriptionId, scope))
  const inGroup = raw.resourceGroup === undefined ? undefined : textAt(evaluate(raw.resourceGroup, scope))
  if (!isDeployment(type) && (inSubscription ?? inGroup) !== undefined)
    throw notBuiltYet(`A resourceGroup or subscriptionId on a resource of type ${type}`)
  const subscription =
    inSubscription === undefined ? subscriptionId(place) : `/subscriptions/${inSubscription}`
  if (/^microsoft\.resources\/resourcegroups$/i.test(type)) return `${subscription}/resourceGroups/${name}`
  if (inGroup !== undefined) return idBelow(`${subscription}/resourceGroups/${inGroup}`, type, names)
  return idBelow(inSubscription === undefined ? placeId(place) : subscription, type, names)
}

function bodyOf(type: string, raw: JsonObject, scope: Scope): JsonObject {
  const sent = without(raw, ABOUT)
  if (!isDeployment(type)) return evaluateObject(sent, scope)
  const { template: _inner, ...properties } = objectAt(sent.properties)
  const evaluated = evaluateObject({ ...sent, properties }, scope)
  return {
    ...evaluated,
    properties: { ...objectAt(evaluated.properties), template: innerTemplate(raw, scope) },
  }
}

/** A nested template is its own with the scope `inner`, and works with what the outer one knows otherwise. */
function innerTemplate({ properties }: JsonObject, scope: Scope): JsonObject | undefined {
  const { template, expressionEvaluationOptions } = objectAt(properties)
  if (!isObject(template)) return undefined
  const option = textAt(objectAt(expressionEvaluationOptions).scope) ?? 'outer'
  if (option.toLowerCase() === 'inner') return template
  return escaped(evaluateObject(without(template, ['parameters', 'variables']), scope))
}

/** What was worked out is not an expression any more, whatever it begins with. */
function escaped(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inner === undefined ? inner : escapedJson(inner)]),
  )
}

function escapedJson(value: NonNullable<JsonObject[string]> | null): typeof value {
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value
  if (Array.isArray(value)) return value.map(escapedJson)
  return isObject(value) ? escaped(value) : value
}
