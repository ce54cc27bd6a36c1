import type { JsonObject } from '../../wire/json.ts'
import { textAt } from '../../wire/read.ts'
import { ok, type Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { duration, iso, named, providersOf, templateHash } from './body.ts'
import { addressOf } from './place.ts'
import { invalidDeployment, preflight } from './preflight.ts'
import { readRequest } from './request.ts'
import { allResources } from './template/prepare.ts'

/** POST …/validate: 200 with what would be deployed, or 400 with the usual envelope (ARM contract 7.6). */
export function validateDeployment(exchange: Exchange): Answer {
  const address = addressOf(exchange)
  if ('refusal' in address) return address.refusal
  const asked = readRequest(exchange, address)
  if ('refusal' in asked) return asked.refusal
  const details = preflight(exchange, asked.prepared)
  if (details.length > 0) return invalidDeployment(exchange, address.name, details)
  const { resources } = asked.shown
  const body: JsonObject = {
    id: address.id,
    name: address.name,
    type: 'Microsoft.Resources/deployments',
    location: asked.location,
    properties: {
      templateHash: templateHash(asked.template),
      parameters: asked.shown.shown,
      mode: 'Incremental',
      provisioningState: 'Succeeded',
      timestamp: iso(exchange.now),
      duration: duration(0),
      correlationId: exchange.correlationId,
      providers: providersOf(
        resources.map(({ type, body: { location } }) => ({ type, location: textAt(location) })),
      ),
      dependencies: resources
        .filter(({ waitsFor }) => waitsFor.length > 0)
        .map((one) => ({
          dependsOn: resources.filter(({ id }) => one.waitsFor.includes(id)).map(named),
          ...named(one),
        })),
      validatedResources: allResources(asked.shown).map(({ id }) => ({ id })),
    },
  }
  return ok(body)
}
