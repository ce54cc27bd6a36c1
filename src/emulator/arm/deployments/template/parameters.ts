import type { Json, JsonObject } from '../../../wire/json.ts'
import { arrayAt, isObject, numberAt, objectAt, textAt } from '../../../wire/read.ts'
import { notBuiltYet, TemplateFault } from './fault.ts'
import { isSecure } from './secrets.ts'

/** Types of parameters, as an answer writes them, and what a value of each is. */
const TYPES: Record<string, { shown: string; fits: (value: Json) => boolean }> = {
  string: { shown: 'String', fits: (value) => typeof value === 'string' },
  securestring: { shown: 'SecureString', fits: (value) => typeof value === 'string' },
  int: { shown: 'Int', fits: (value) => Number.isInteger(value) },
  bool: { shown: 'Bool', fits: (value) => typeof value === 'boolean' },
  array: { shown: 'Array', fits: Array.isArray },
  object: { shown: 'Object', fits: isObject },
  secureobject: { shown: 'SecureObject', fits: isObject },
}

/** What a template declares, by name, each of a known type. Throws `TemplateFault`. */
export function declaredIn(template: JsonObject): Map<string, JsonObject> {
  return new Map(
    Object.entries(objectAt(template.parameters)).map(([name, declaration]) => {
      const declared = objectAt(declaration)
      if (TYPES[typeOf(declared)] !== undefined) return [name, declared]
      throw new TemplateFault(
        `The template parameter '${name}' is not valid: its type '${textAt(declared.type) ?? ''}' is not known.`,
        `properties.template.parameters.${name}`,
      )
    }),
  )
}

/** The values that were sent: each of a declared parameter. Throws `TemplateFault`. */
export function givenFor(declared: Map<string, JsonObject>, sent: JsonObject): Map<string, Json> {
  const names = new Map([...declared.keys()].map((name) => [name.toLowerCase(), name]))
  const unknown = Object.keys(sent).filter((name) => !names.has(name.toLowerCase()))
  if (unknown.length > 0)
    throw new TemplateFault(
      `The template parameters '${unknown.join(', ')}' in the parameters file are not valid; they are not present in the ` +
        'original template and can therefore not be provided at deployment time. The only supported parameters for this ' +
        `template are '${[...declared.keys()].join(', ')}'. Please see https://aka.ms/arm-pass-parameter-values for usage details.`,
    )
  return new Map(
    Object.entries(sent).flatMap(([name, holder]): [string, Json][] => {
      const { value, reference } = objectAt(holder)
      if (reference !== undefined) throw notBuiltYet('A parameter from a key vault')
      return value === undefined || value === null ? [] : [[names.get(name.toLowerCase()) ?? name, value]]
    }),
  )
}

export function missing(name: string): TemplateFault {
  return new TemplateFault(
    `The value for the template parameter '${name}' at line '1' and column '1' is not provided. Please see ` +
      'https://aka.ms/arm-create-parameter-file for usage details.',
    `properties.template.parameters.${name}`,
  )
}

/** Throws `TemplateFault` for a value that its declaration does not take. No text of a secure one is told. */
export function checkValue(name: string, declaration: JsonObject, value: Json): void {
  const told = isSecure(declaration) ? '' : ` '${JSON.stringify(value)}'`
  const fault = (reason: string) =>
    new TemplateFault(
      `The provided value${told} for the template parameter '${name}' is not valid. ${reason}`,
      `properties.template.parameters.${name}`,
    )
  const type = TYPES[typeOf(declaration)]
  if (type !== undefined && !type.fits(value)) throw fault(`Expected a value of type '${type.shown}'.`)
  const allowed = arrayAt(declaration.allowedValues)
  if (allowed.length > 0 && !allowed.some((one) => JSON.stringify(one) === JSON.stringify(value)))
    throw fault(
      isSecure(declaration)
        ? 'It is not part of the allowed values.'
        : `The value is not part of the allowed value(s): '${allowed.map((one) => JSON.stringify(one)).join(',')}'.`,
    )
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : undefined
  if (size !== undefined && size < (numberAt(declaration.minLength) ?? 0))
    throw fault('The length of the value is smaller than the minimum length.')
  if (size !== undefined && size > (numberAt(declaration.maxLength) ?? Infinity))
    throw fault('The length of the value exceeds the maximum length.')
  if (typeof value !== 'number') return
  if (
    value < (numberAt(declaration.minValue) ?? -Infinity) ||
    value > (numberAt(declaration.maxValue) ?? Infinity)
  )
    throw fault('The value is outside of the allowed range.')
}

/** A parameter in the answer: `{ type, value }`, a secure one without its value. */
export function shownParameter(declaration: JsonObject, value: Json): JsonObject {
  const type = TYPES[typeOf(declaration)]?.shown
  return isSecure(declaration) ? { type } : { type, value }
}

function typeOf(declaration: JsonObject): string {
  return (textAt(declaration.type) ?? '').toLowerCase()
}
