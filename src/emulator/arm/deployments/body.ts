import { numberOf } from '../../clock.ts'
import { locationName } from '../locations.ts'
import type { DeploymentRow, DeploymentStep } from '../../store/rows.ts'
import type { JsonObject } from '../../wire/json.ts'
import { stateOf } from './schedule.ts'

/** A deployment as ARM answers it (ARM contract 12.3). Nothing in it is secret. */
export function deploymentBody(row: DeploymentRow, now: number): JsonObject {
  const { end, steps, location, tags } = row
  const body: JsonObject = { id: row.id, name: row.name, type: 'Microsoft.Resources/deployments' }
  if (location !== undefined) body.location = location
  if (tags !== undefined) body.tags = tags
  const done = steps.filter((step) => isDone(step, now))
  body.properties = {
    templateHash: templateHash(row.template),
    parameters: row.parameters,
    mode: 'Incremental',
    provisioningState: stateOf(row, now),
    timestamp: iso(end?.at ?? lastChange(row, now)),
    duration: duration((end?.at ?? now) - row.startedAt),
    correlationId: row.correlationId,
    providers: providersOf(steps),
    dependencies: steps
      .filter((step) => step.waitsFor.length > 0)
      .map((step) => ({
        dependsOn: step.waitsFor.flatMap((key) => steps.find((one) => one.key === key) ?? []).map(named),
        ...named(step),
      })),
    ...(end?.outputs && { outputs: end.outputs }),
    ...(end?.state === 'Succeeded' && { outputResources: done.map(({ id }) => ({ id })) }),
    ...(end?.error && { error: end.error }),
  }
  return body
}

function isDone({ state }: DeploymentStep, now: number): boolean {
  return state.is === 'begun' && state.failure === undefined && state.endsAt <= now
}

function lastChange({ steps, startedAt, beginsAt }: DeploymentRow, now: number): number {
  const times = steps.flatMap(({ state }) => {
    if (state.is === 'waiting') return []
    return state.is === 'begun' && state.endsAt <= now ? [state.endsAt] : [state.at]
  })
  return Math.max(startedAt, ...(beginsAt <= now ? [beginsAt] : []), ...times)
}

type Named = Pick<DeploymentStep, 'id' | 'type' | 'name'>

/** As operations and dependencies name a resource. */
export function named({ id, type, name }: Named): JsonObject {
  return { id, resourceType: type, resourceName: name }
}

/** The types of a deployment by their namespace, and where they are put. */
export function providersOf(resources: readonly { type: string; location?: string }[]): JsonObject[] {
  const namespaces = new Map<string, Map<string, Set<string>>>()
  for (const { type, location } of resources) {
    const [namespace = '', ...rest] = type.split('/')
    const types = namespaces.get(namespace) ?? new Map<string, Set<string>>()
    const locations = types.get(rest.join('/')) ?? new Set()
    if (location !== undefined) locations.add(locationName(location))
    namespaces.set(namespace, types.set(rest.join('/'), locations))
  }
  return [...namespaces].map(([namespace, types]) => ({
    namespace,
    resourceTypes: [...types].map(([resourceType, locations]) => ({
      resourceType,
      locations: [...locations],
    })),
  }))
}

/** A number as text, the same for the same template; Azure's own is another. */
export function templateHash(template: JsonObject): string {
  const text = JSON.stringify(template)
  return String(1_000_000_000 + numberOf(text, 1_000_000_000)) + String(numberOf(`${text} `, 1_000_000_000))
}

export function iso(at: number): string {
  return new Date(at).toISOString()
}

/** ISO 8601: `PT46M17.743S`. */
export function duration(milliseconds: number): string {
  const seconds = (milliseconds % 60_000) / 1000
  const minutes = Math.floor(milliseconds / 60_000)
  const hours = Math.floor(minutes / 60)
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes % 60}M` : ''}${seconds}S`
}
