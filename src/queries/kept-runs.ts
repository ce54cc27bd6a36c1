import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import type { DeploymentOperation, DeploymentState } from '../model/deployments/deployment.ts'
import type { PlanRun, RunOrigin, RunResource } from '../model/deployments/run.ts'
import { jsonOfError, readError } from './kept-errors.ts'
import { jsonOfState, readState } from './kept-operations.ts'

export function jsonOfRun(run: PlanRun): JsonObject {
  const { key: _, ...rest } = run
  return {
    ...rest,
    state: jsonOfState(run.state),
    origin: { ...run.origin },
    groups: run.groups.map((group) => ({ ...group })),
    resources: run.resources.map((one) => ({ ...one, dependsOn: [...one.dependsOn] })),
    uses: [...run.uses],
    created: run.created && [...run.created],
    turn: run.turn && { ...run.turn },
    operations: run.operations.map(({ error, ...one }) => ({
      ...one,
      ...(error && { error: jsonOfError(error) }),
    })),
  }
}

/** Storage is anybody's: what does not have the shape is passed over. */
export function readRun(key: string, value: unknown): PlanRun | undefined {
  if (!isJsonObject(value)) return undefined
  const { id, name, startedAt, correlationId } = value
  if (typeof id !== 'string' || typeof name !== 'string' || typeof startedAt !== 'number') return undefined
  const state = readState(value.state)
  const origin = readOrigin(value.origin)
  if (!state || !origin) return undefined
  return {
    key,
    id,
    name,
    startedAt,
    by: 'deployment',
    state,
    origin,
    groups: objects(value.groups).flatMap(({ subscriptionId, name: group, location }) =>
      typeof subscriptionId === 'string' && typeof group === 'string' && typeof location === 'string'
        ? { subscriptionId, name: group, location }
        : [],
    ),
    resources: objects(value.resources).flatMap(readResource),
    uses: texts(value.uses),
    ...(Array.isArray(value.created) && { created: texts(value.created) }),
    operations: objects(value.operations).flatMap(readDeploymentOperation),
    ...(typeof correlationId === 'string' && { correlationId }),
    ...turnIn(value.turn),
    ...(value.canceling === true && { canceling: true as const }),
  }
}

function turnIn(value: Json | undefined): Pick<PlanRun, 'turn'> {
  if (!isJsonObject(value)) return {}
  const { is, behind } = value
  if (is === 'taken') return { turn: { is } }
  return is === 'waiting' ? { turn: { is, ...(typeof behind === 'string' && { behind }) } } : {}
}

function readOrigin(value: Json | undefined): RunOrigin | undefined {
  if (!isJsonObject(value)) return undefined
  const { wizard, draft, step } = value
  if (wizard !== 'site-to-site' && wizard !== 'expressroute' && wizard !== 'branch') return undefined
  return {
    wizard,
    ...(typeof draft === 'string' && { draft }),
    ...(step === 'ordered' && { step: 'ordered' as const }),
  }
}

function readResource({ id, type, settings, dependsOn }: JsonObject): RunResource[] {
  if (typeof id !== 'string' || typeof type !== 'string') return []
  return [{ id, type, settings: typeof settings === 'string' ? settings : '', dependsOn: texts(dependsOn) }]
}

const STATES: readonly DeploymentState[] = ['running', 'succeeded', 'failed', 'canceled']

function readDeploymentOperation(value: JsonObject): DeploymentOperation[] {
  const { targetId, at, took } = value
  const state = STATES.find((one) => one === value.state)
  if (typeof targetId !== 'string' || !state) return []
  const error = readError(value.error)
  return [
    {
      targetId,
      state,
      ...(typeof at === 'number' && { at }),
      ...(typeof took === 'number' && { took }),
      ...(error && { error }),
    },
  ]
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
