import type { DeploymentRow } from '../../store/rows.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { objectAt, textAt } from '../../wire/read.ts'
import { evaluate } from './template/evaluate.ts'
import { inputsOf } from './template/inputs.ts'
import type { Place } from './template/scope.ts'
import { isSecure, withoutSecrets } from './template/secrets.ts'

/**
 * The outputs of a deployment that has succeeded: `{ name: { type, value } }`, a secure one without its value. Undefined when
 * the template has none. Throws `TemplateFault`.
 * @param read the resource with this id, as a GET shows it
 */
export function outputsOf(
  row: DeploymentRow,
  place: Place,
  read: (id: string) => JsonObject | undefined,
): JsonObject | undefined {
  const outputs = Object.entries(objectAt(row.template.outputs))
  if (outputs.length === 0) return undefined
  const reference = (wanted: string, full: boolean): Json | undefined => {
    const body = read(
      wanted.startsWith('/') ? wanted : (row.steps.find((step) => step.name === wanted)?.id ?? ''),
    )
    return body === undefined || full ? body : objectAt(body.properties)
  }
  const around = { place, deployment: { name: row.name, id: row.id }, reference }
  const { scope } = inputsOf(row.template, objectAt(row.sent), around, false)
  return Object.fromEntries(
    outputs.flatMap(([name, declared]): [string, JsonObject][] => {
      const { type: asked, value, condition } = objectAt(declared)
      if (condition !== undefined && evaluate(condition, scope) !== true) return []
      const type = spelled(textAt(asked) ?? '')
      if (isSecure({ type })) return [[name, { type }]]
      return [[name, { type, value: withoutSecrets(evaluate(value ?? null, scope), row.secrets) }]]
    }),
  )
}

function spelled(type: string): string {
  const known = ['String', 'SecureString', 'Int', 'Bool', 'Array', 'Object', 'SecureObject']
  return known.find((one) => one.toLowerCase() === type.toLowerCase()) ?? type
}
