import type { DeploymentRow } from '../../store/rows.ts'
import { objectAt, textAt } from '../../wire/read.ts'
import { tagsIn } from '../../network/tags.ts'
import type { Answer } from '../answer.ts'
import { apiVersionOf, type Exchange } from '../exchange.ts'
import { groupToWrite } from '../group-of.ts'
import { gatewayError } from '../refusals.ts'
import { scaled } from '../timing.ts'
import { deploymentBody } from './body.ts'
import { addressOf, type Address } from './place.ts'
import { deploymentOf } from './read.ts'
import { readRequest, type Asked } from './request.ts'
import { isActive } from './schedule.ts'
import { allSecrets } from './template/prepare.ts'

/** How long a deployment reads Accepted before its first resources begin (assumed). */
const ACCEPTED_SECONDS = 3

const NAME = /^[\w.()-]{1,64}$/

/**
 * PUT: 201 for a new deployment, 200 for one done again; it reads `Accepted`, and `Azure-AsyncOperation` is the only operation
 * header (ARM contract 7.6). What the template itself is wrong in is refused at once; what its resources are refused for comes
 * out while it runs.
 */
export function putDeployment(exchange: Exchange): Answer {
  const address = addressOf(exchange)
  if ('refusal' in address) return address.refusal
  const refusal = refuse(exchange, address)
  if (refusal !== undefined) return refusal
  const asked = readRequest(exchange, address)
  if ('refusal' in asked) return asked.refusal
  const before = deploymentOf(exchange, address.id)
  const row = rowOf(exchange, address, asked)
  exchange.save(row)
  return {
    status: before === undefined ? 201 : 200,
    headers: { 'Azure-AsyncOperation': statusUrl(exchange, row) },
    body: deploymentBody(row, exchange.now),
  }
}

/** Codes of ARM contract 5; texts unverified. */
function refuse(exchange: Exchange, { place, name, id }: Address): Answer | undefined {
  if (place.group !== undefined) {
    const { refusal } = groupToWrite(exchange)
    if (refusal !== undefined) return refusal
  }
  if (!NAME.test(name))
    return gatewayError(
      400,
      'InvalidDeploymentName',
      `The deployment name '${name}' is invalid. It can have up to 64 letters, digits, '-', '_', '.', '(' and ')'.`,
    )
  const before = deploymentOf(exchange, id)
  if (before === undefined || !isActive(before)) return undefined
  return gatewayError(
    409,
    'DeploymentActive',
    `Unable to edit or replace deployment '${name}': previous deployment from '${new Date(before.startedAt).toISOString()}' ` +
      'is still active. Please see https://aka.ms/arm-deploy for usage details.',
  )
}

function rowOf(exchange: Exchange, { name, id }: Address, asked: Asked): DeploymentRow {
  const { now, settings, newGuid } = exchange
  const body = objectAt(exchange.body)
  return {
    kind: 'deployment',
    key: id.toLowerCase(),
    id,
    name,
    location: asked.location,
    tags: tagsIn(body.tags),
    caller: { ...exchange.caller },
    correlationId: exchange.correlationId,
    runId: newGuid(),
    origin: exchange.url.origin,
    startedAt: now,
    beginsAt: now + scaled(ACCEPTED_SECONDS, settings.speed),
    template: asked.template,
    parameters: asked.shown.shown,
    sent: asked.parameters,
    secrets: [...new Set(allSecrets(asked.prepared))],
    steps: asked.prepared.resources.map((resource) => ({
      key: resource.id.toLowerCase(),
      id: resource.id,
      operationId: newGuid().replaceAll('-', '').slice(-16).toUpperCase(),
      type: resource.type,
      name: resource.name,
      apiVersion: resource.apiVersion,
      location: textAt(resource.body.location),
      body: resource.body,
      waitsFor: resource.waitsFor.map((one) => one.toLowerCase()),
      state: { is: 'waiting' },
    })),
  }
}

function statusUrl(exchange: Exchange, { id, runId }: DeploymentRow): string {
  return `${exchange.url.origin}${id}/operationStatuses/${runId}?api-version=${apiVersionOf(exchange)}`
}
