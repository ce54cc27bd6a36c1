import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { changesOf, type ResourceChange } from '../model/deployments/changes.ts'
import type { Deployment, DeploymentOperation } from '../model/deployments/deployment.ts'
import type { HubError } from '../model/errors.ts'
import { parseArmId, typeOfId } from '../model/paths.ts'
import type { PlannedGroup } from '../model/plan/plan.ts'
import { groupId } from '../model/plan/requests.ts'
import { errorFromOperation, unreadableAnswer } from './arm-error.ts'
import type { Ask } from './ask.ts'
import { deploymentFromWire, operationFromWire } from './from-wire/deployment.ts'
import type { Operations } from './operations.ts'
import type { Raw } from './raw.ts'
import { withSecretsNamed } from './secrets.ts'

export interface DeploymentRequest {
  /** `…/resourceGroups/<group>/providers/Microsoft.Resources/deployments/<name>` */
  id: string
  template: JsonObject
  /** Values of its secure parameters, by name. They go into the body that is sent and nowhere else. */
  secrets: Readonly<Record<string, string>>
}

/** `unanswered`: the answer was lost, and whether there is such a deployment is known to `read` alone. */
export type DeploymentStart = { is: 'begun' } | { is: 'unanswered'; error: HubError }

/** Deployments at a resource group, always incremental (ARM contract 7.6, 12.3). Errors that wrap others have them in `inner`. */
export interface Deployments {
  /** Asks whether Azure would take it. Nothing is created, and no secret is sent: a made-up one takes the place of each. */
  validate(
    request: Omit<DeploymentRequest, 'secrets'>,
    signal?: AbortSignal,
  ): Promise<Result<undefined, HubError>>
  /** What it would do. No secret is sent either. */
  whatIf(
    request: Omit<DeploymentRequest, 'secrets'>,
    signal?: AbortSignal,
  ): Promise<Result<ResourceChange[], HubError>>
  /** Whether there is a resource of this id. What may not be read is an error. */
  isThere(id: string, signal?: AbortSignal): Promise<Result<boolean, HubError>>
  start(request: DeploymentRequest, signal?: AbortSignal): Promise<Result<DeploymentStart, HubError>>
  read(id: string, signal?: AbortSignal): Promise<Result<Deployment, HubError>>
  /** Until it is time to read again. */
  wait(signal?: AbortSignal): Promise<void>
  /** Of nested deployments too, in place of the operations that they are themselves. */
  operations(id: string, signal?: AbortSignal): Promise<Result<DeploymentOperation[], HubError>>
  /** Azure begins nothing more of it; what runs goes on. Fine when it was over already. */
  cancel(id: string, signal?: AbortSignal): Promise<Result<undefined, HubError>>
  /** Makes a resource group, unless there is one: then it is left as it is. */
  makeGroup(group: PlannedGroup, signal?: AbortSignal): Promise<Result<'made' | 'wasThere', HubError>>
}

/** Nested deployments inside nested ones that are looked into. */
const MOST_DEEP = 3

export function createDeployments(raw: Raw, operations: Operations, ask: Ask): Deployments {
  const asked = async (
    { id, template }: Omit<DeploymentRequest, 'secrets'>,
    action: 'validate' | 'whatIf',
    signal?: AbortSignal,
  ): Promise<Result<Json | undefined, HubError>> => {
    const answer = await ask.action(
      { id, action, body: bodyOf(template, madeUp(template), action === 'whatIf') },
      signal,
    )
    if (!answer.ok) return answer
    const body = answer.value
    return isJsonObject(body) && isJsonObject(body.error)
      ? err(errorFromOperation(body, id, 'Failed'))
      : ok(body)
  }

  const read: Deployments['read'] = async (id, signal) => {
    const answer = await raw.request({ method: 'GET', path: id }, signal)
    if (!answer.ok) return answer
    const { body, status } = answer.value
    return isJsonObject(body) ? ok(deploymentFromWire(id, body)) : err(unreadableAnswer(status, id))
  }

  const operationsOf = async (
    id: string,
    depth: number,
    signal?: AbortSignal,
  ): Promise<Result<DeploymentOperation[], HubError>> => {
    const { subscriptionId, resourceGroup, names } = parseArmId(id) ?? {}
    // The one list of ARM that stands beside its resource, not below it (ARM contract 12.3).
    const path = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/deployments/${names?.[0]}/operations`
    const items = await raw.pages({ path, apiVersion: VERSION }, signal)
    if (!items.ok) return items
    const all: DeploymentOperation[] = []
    for (const operation of items.value.flatMap((item) => operationFromWire(item) ?? [])) {
      const isNested = /^microsoft\.resources\/deployments$/i.test(typeOfId(operation.targetId) ?? '')
      if (!isNested) all.push(operation)
      if (!isNested || depth === MOST_DEEP) continue
      const within = await operationsOf(operation.targetId, depth + 1, signal)
      if (within.ok) all.push(...within.value)
      // It has only just been begun, or its group is another account's to read.
      else if (within.error.kind !== 'notFound' && within.error.kind !== 'forbidden') return within
    }
    return ok(all)
  }

  return {
    async validate(request, signal) {
      const answer = await asked(request, 'validate', signal)
      return answer.ok ? ok(undefined) : answer
    },
    async whatIf(request, signal) {
      const answer = await asked(request, 'whatIf', signal)
      if (!answer.ok) return answer
      const { value } = answer
      return isJsonObject(value)
        ? ok(changesOf(withSecretsNamed('', value)))
        : err(unreadableAnswer(200, request.id))
    },
    async isThere(id, signal) {
      const answer = await raw.request({ method: 'GET', path: id }, signal)
      if (answer.ok) return ok(true)
      return answer.error.kind === 'notFound' ? ok(false) : answer
    },
    async start({ id, template, secrets }, signal) {
      const started = await operations.start(
        { method: 'PUT', id, body: bodyOf(template, secrets, false) },
        signal,
      )
      if (started.ok)
        return ok(
          started.value.state === 'unanswered'
            ? { is: 'unanswered', error: started.value.error }
            : { is: 'begun' },
        )
      // A failing service may have taken it; and what has failed already was begun.
      const { error } = started
      const mayBeThere = error.kind === 'server' || error.code === 'OperationFailed'
      return mayBeThere ? ok({ is: 'unanswered', error }) : started
    },
    read,
    wait: (signal) => operations.wait(undefined, signal),
    operations: (id, signal) => operationsOf(id, 0, signal),
    async cancel(id, signal) {
      const answer = await raw.request({ method: 'POST', path: `${id}/cancel` }, signal)
      if (answer.ok) return ok(undefined)
      const now = await read(id, signal)
      return now.ok && now.value.state !== 'running' ? ok(undefined) : answer
    },
    async makeGroup(group, signal) {
      const path = groupId(group)
      const there = await raw.request({ method: 'GET', path }, signal)
      // A PUT would take its tags away.
      if (there.ok) return ok('wasThere')
      if (there.error.kind !== 'notFound') return there
      const made = await raw.request({ method: 'PUT', path, body: { location: group.location } }, signal)
      return made.ok ? ok('made') : made
    },
  }
}

/** Of the list of operations, whose path names no provider. */
const VERSION = '2025-04-01'

function bodyOf(
  template: JsonObject,
  secrets: Readonly<Record<string, string>>,
  isWhatIf: boolean,
): JsonObject {
  return {
    properties: {
      mode: 'Incremental',
      template,
      parameters: Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, { value }])),
      ...(isWhatIf && { whatIfSettings: { resultFormat: 'FullResourcePayloads' } }),
    },
  }
}

/** Text that a pre-shared key may be (VPN Gateway reference 3.3), for each secure parameter. */
function madeUp(template: JsonObject): Record<string, string> {
  const declared = isJsonObject(template.parameters) ? template.parameters : {}
  return Object.fromEntries(Object.keys(declared).map((name) => [name, 'Asked-only-0000-not-a-key']))
}
