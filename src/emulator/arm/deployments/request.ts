import type { JsonObject } from '../../wire/json.ts'
import { isObject, objectAt, textAt } from '../../wire/read.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { gatewayError, notBuilt } from '../refusals.ts'
import type { Address } from './place.ts'
import { placeAt } from './place.ts'
import { TemplateFault } from './template/fault.ts'
import { prepare, type Prepared } from './template/prepare.ts'

export interface Asked {
  template: JsonObject
  parameters: JsonObject
  location?: string
  prepared: Prepared
  /** The same with secure values masked: for what is shown. */
  shown: Prepared
}

/**
 * The body of a PUT, a validation or a what-if, read and worked out; or why ARM refuses it before it looks at any resource
 * (ARM contract 5, `InvalidTemplate`; texts as commonly quoted, unverified).
 */
export function readRequest(exchange: Exchange, address: Address): Asked | { refusal: Answer } {
  const body = objectAt(exchange.body)
  const { properties } = body
  if (!isObject(properties)) return { refusal: badRequest('The request content has no properties.') }
  const { template, templateLink, parametersLink, mode } = properties
  if (templateLink !== undefined || parametersLink !== undefined)
    return { refusal: notBuilt('A deployment from a link') }
  if (textAt(mode)?.toLowerCase() === 'complete')
    return { refusal: notBuilt('A deployment in the mode Complete') }
  if (textAt(mode)?.toLowerCase() !== 'incremental')
    return { refusal: badRequest("The value of deployment parameter 'mode' is not valid.") }
  if (!isObject(template)) return { refusal: badRequest('The deployment has no template.') }
  const location = textAt(body.location)
  if (address.place.group === undefined && location === undefined)
    return {
      refusal: gatewayError(
        400,
        'LocationRequired',
        'The location property is required for this definition.',
      ),
    }
  const parameters = objectAt(properties.parameters)
  const { place, name, id } = address
  const sent = { template, parameters, place, deployment: { name, id } }
  const inPlace = (wanted: string) => placeAt(exchange, wanted)
  try {
    const prepared = prepare(sent, inPlace)
    const shown = prepare(sent, inPlace, true)
    return { template, parameters, prepared, shown, ...(location !== undefined && { location }) }
  } catch (error) {
    if (error instanceof TemplateFault) return { refusal: refusalOf(error) }
    throw error
  }
}

function badRequest(reason: string): Answer {
  return gatewayError(400, 'InvalidRequestContent', `The request content was invalid. ${reason}`)
}

/** `additionalInfo` as recorded, its numbers are ours: a template that came as an object has no lines. */
function refusalOf({ message, path, is }: TemplateFault): Answer {
  if (is === 'not built') return notBuilt(message)
  const answer = gatewayError(400, 'InvalidTemplate', `Deployment template validation failed: '${message}'.`)
  const info = { lineNumber: 1, linePosition: 1, path }
  const error: JsonObject = {
    ...objectAt(objectAt(answer.body).error),
    additionalInfo: [{ type: 'TemplateViolation', info }],
  }
  return { ...answer, body: { error } }
}
