import type { JsonObject } from '../../../wire/json.ts'
import { isObject, objectAt, textAt } from '../../../wire/read.ts'
import { dependenciesOf } from './dependencies.ts'
import { checkExpressions } from './evaluate.ts'
import { notBuiltYet, TemplateFault } from './fault.ts'
import { inputsOf, type Inputs } from './inputs.ts'
import { isDeployment, resourcesOf, type TemplateResource } from './resources.ts'
import type { Place } from './scope.ts'

export interface Sent {
  template: JsonObject
  /** As sent: `{ name: { value } }`. */
  parameters: JsonObject
  place: Place
  deployment: { name: string; id: string }
}

export interface PreparedResource extends TemplateResource {
  /** Ids of the resources of the same template that have to be done before. */
  waitsFor: string[]
  /** What a nested deployment will do. */
  nested?: Prepared
}

export interface Prepared extends Inputs {
  place: Place
  /** Without those that their condition leaves out. */
  resources: PreparedResource[]
}

/**
 * A template with its parameters worked out, nested ones too. Throws `TemplateFault`.
 * @param placeAt the resource group, or the subscription, that an id lies in
 * @param mask secure values are masked: for what is shown
 */
export function prepare(sent: Sent, placeAt: (id: string) => Place, mask = false): Prepared {
  const { template, place } = sent
  for (const member of ['$schema', 'contentVersion'])
    if (textAt(template[member]) === undefined)
      throw new TemplateFault(`Required property '${member}' not found in JSON.`, 'properties.template')
  if (template.languageVersion !== undefined) throw notBuiltYet('A template with languageVersion')
  const inputs = inputsOf(template, sent.parameters, { place, deployment: sent.deployment }, mask)
  const resources = resourcesOf(template, inputs.scope)
  const waits = dependenciesOf(resources)
  if (isObject(template.outputs)) checkExpressions(template.outputs)
  return {
    ...inputs,
    place,
    resources: resources
      .filter(({ wanted }) => wanted)
      .map((resource) => ({
        ...resource,
        waitsFor: waits.get(resource.id) ?? [],
        ...(isDeployment(resource.type) && { nested: nestedOf(resource, placeAt, mask) }),
      })),
  }
}

function nestedOf(resource: TemplateResource, placeAt: (id: string) => Place, mask: boolean): Prepared {
  const { template, parameters, templateLink } = objectAt(resource.body.properties)
  if (templateLink !== undefined) throw notBuiltYet('A linked template')
  if (!isObject(template))
    throw new TemplateFault("Required property 'template' not found in JSON.", resource.path)
  return prepare(
    {
      template,
      parameters: objectAt(parameters),
      place: placeAt(resource.id),
      deployment: { name: resource.name, id: resource.id },
    },
    placeAt,
    mask,
  )
}

/** Every resource that will be written in the end, those of nested deployments too, the deployments themselves not. */
export function allResources(prepared: Prepared): PreparedResource[] {
  return prepared.resources.flatMap((one) => (one.nested === undefined ? [one] : allResources(one.nested)))
}

/** Secret texts of the deployment and of all that is nested in it. */
export function allSecrets(prepared: Prepared): string[] {
  return [
    ...prepared.secrets,
    ...prepared.resources.flatMap(({ nested }) => (nested === undefined ? [] : allSecrets(nested))),
  ]
}
