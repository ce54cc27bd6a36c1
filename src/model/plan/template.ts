import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { withChanges } from '../edits/edit.ts'
import { keyOf, parentId, parseArmId } from '../paths.ts'
import { type Dependency, layoutOf, type NestedPart, type Part } from './layout.ts'
import type { Plan, PlannedResource, PlannedSecret } from './plan.ts'
import { withoutSecretMembers } from './requests.ts'

/** The api-version that an ARM path is asked with. */
export type VersionFor = (path: string) => string

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'

/**
 * The ARM template of a plan, for a deployment at its resource group. New resource groups are not in it: they have to be there before.
 * Secrets are `securestring` parameters; nested deployments for other groups are evaluated inside and get theirs handed through (Azure
 * Resource Manager templates: syntax, deploy to multiple resource groups, scope of expressions in nested templates).
 * @param options.name of the deployment, which begins the names of nested ones
 */
export function templateOf(plan: Plan, versionFor: VersionFor, options: { name?: string } = {}): JsonObject {
  const layout = layoutOf(plan, options.name)
  const { outer, nested } = layout
  const inPart = (part: Part) => (resource: PlannedResource) => {
    const dependsOn = layout.dependenciesOf(resource).map((one) => dependency(one, part))
    return resourceEntry(resource, part, plan, versionFor, dependsOn)
  }
  const nestedEntry = (part: NestedPart): JsonObject => ({
    type: 'Microsoft.Resources/deployments',
    apiVersion: versionFor(deploymentId(part)),
    name: part.name,
    subscriptionId: part.subscriptionId,
    resourceGroup: part.resourceGroup,
    ...(part.dependsOn.length > 0 && { dependsOn: part.dependsOn.map((one) => dependency(one, outer)) }),
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      parameters: Object.fromEntries(
        secretsOf(part.resources).map(({ parameter }) => [
          parameter,
          { value: `[parameters(${quoted(parameter)})]` },
        ]),
      ),
      template: templateWith(part.resources, part.resources.map(inPart(part))),
    },
  })
  return templateWith(plan.resources, [...nested.map(nestedEntry), ...outer.resources.map(inPart(outer))])
}

/** Names and words of the secrets that a plan's deployment takes as parameters; each once. */
export function parametersOf(plan: Plan): PlannedSecret[] {
  return secretsOf(plan.resources)
}

/** The id of a deployment at a resource group. */
export function deploymentId(at: { subscriptionId: string; resourceGroup: string; name: string }): string {
  return `/subscriptions/${at.subscriptionId}/resourceGroups/${at.resourceGroup}/providers/Microsoft.Resources/deployments/${at.name}`
}

/** Of the values by name, those that a plan's deployment takes: one that its template does not declare makes ARM refuse it whole. */
export function declaredValues(
  plan: Plan,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parametersOf(plan).flatMap(({ parameter }) => {
      const value = values[parameter]
      return value === undefined ? [] : [[parameter, value]]
    }),
  )
}

function templateWith(resources: readonly PlannedResource[], entries: JsonObject[]): JsonObject {
  return {
    $schema: SCHEMA,
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(
      secretsOf(resources).map(({ parameter, what }) => [
        parameter,
        { type: 'securestring', metadata: { description: escaped(what) } },
      ]),
    ),
    resources: entries,
  }
}

export function secretsOf(resources: readonly PlannedResource[]): PlannedSecret[] {
  const all = resources.flatMap(({ secrets = [] }) => secrets)
  return all.filter(({ parameter }, at) => all.findIndex((one) => one.parameter === parameter) === at)
}

function resourceEntry(
  resource: PlannedResource,
  part: Part,
  plan: Plan,
  versionFor: VersionFor,
  dependsOn: string[],
): JsonObject {
  const { id, type, body, secrets = [] } = resource
  const { name: _name, type: _type, id: _id, ...rest } = withoutSecretMembers(body)
  const planned = new Set(plan.resources.map((one) => keyOf(one.id)))
  const literal = withExpressions(rest, (text) =>
    isOrIsIn(text, planned) ? resourceIdOf(text, part) : escaped(text),
  )
  const members = withChanges(
    literal,
    secrets.map(({ path, parameter }) => ({ path, to: `[parameters(${quoted(parameter)})]` })),
  )
  return {
    type,
    apiVersion: versionFor(id),
    name: escaped(parseArmId(id)?.names.join('/') ?? id),
    ...members,
    ...(dependsOn.length > 0 && { dependsOn }),
  }
}

/** Also what lives inside, as a gateway's ip configuration. */
function isOrIsIn(text: string, planned: ReadonlySet<string>): boolean {
  for (let id: string | undefined = text; id !== undefined; id = parentId(id))
    if (planned.has(keyOf(id))) return parseArmId(text) !== undefined
  return false
}

function dependency(one: Dependency, part: Part): string {
  if (one.is === 'resource') return resourceIdOf(one.id, part)
  const { subscriptionId, resourceGroup, name } = one.part
  return call('resourceId', [subscriptionId, resourceGroup, 'Microsoft.Resources/deployments', name])
}

/** A reference to what the same plan creates, so that a template moved to another group takes its references along. */
function resourceIdOf(id: string, part: Part): string {
  const parts = parseArmId(id)
  if (!parts) return escaped(id)
  const { subscriptionId, resourceGroup, provider, types, names } = parts
  const same =
    subscriptionId.toLowerCase() === part.subscriptionId.toLowerCase() &&
    resourceGroup.toLowerCase() === part.resourceGroup.toLowerCase()
  return call('resourceId', [
    ...(same ? [] : [subscriptionId, resourceGroup]),
    [provider, ...types].join('/'),
    ...names,
  ])
}

function call(name: string, args: readonly string[]): string {
  return `[${name}(${args.map(quoted).join(', ')})]`
}

/** A text inside an expression: an apostrophe is doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A text that would be taken for an expression gets another bracket before it. */
function escaped(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text
}

function withExpressions(value: JsonObject, text: (text: string) => string): JsonObject {
  const of = (inner: Json): Json => {
    if (typeof inner === 'string') return text(inner)
    if (Array.isArray(inner)) return inner.map(of)
    return isJsonObject(inner) ? withExpressions(inner, text) : inner
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === undefined ? [] : [[escaped(name), of(inner)] as const],
    ),
  )
}
