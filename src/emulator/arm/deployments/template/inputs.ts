import type { Json, JsonObject } from '../../../wire/json.ts'
import { isObject, objectAt } from '../../../wire/read.ts'
import { checkExpressions, evaluate } from './evaluate.ts'
import { notBuiltYet, TemplateFault } from './fault.ts'
import { checkValue, declaredIn, givenFor, missing, shownParameter } from './parameters.ts'
import type { Scope } from './scope.ts'
import { isSecure, masked, secretTexts } from './secrets.ts'

export interface Inputs {
  scope: Scope
  /** The parameters as an answer shows them. */
  shown: JsonObject
  /** Texts of secure parameters: never in an answer. */
  secrets: string[]
}

type Around = Pick<Scope, 'place' | 'deployment' | 'reference'>

/**
 * Parameters and variables of a template, each worked out when it is first asked for. Throws `TemplateFault`.
 * @param mask puts the mask in place of secure values: for what is shown
 */
export function inputsOf(template: JsonObject, sent: JsonObject, around: Around, mask: boolean): Inputs {
  const declared = declaredIn(template)
  const given = givenFor(declared, sent)
  const secrets: string[] = []

  const scope: Scope = {
    ...around,
    parameter: once((name) => {
      const known = [...declared.keys()].find((one) => one.toLowerCase() === name)
      const declaration = known === undefined ? undefined : declared.get(known)
      if (known === undefined || declaration === undefined) return undefined
      const value = given.get(known) ?? defaultOf(known, declaration)
      if (!mask) checkValue(known, declaration, value)
      if (!isSecure(declaration)) return value
      secrets.push(...secretTexts(value))
      return mask ? masked(value) : value
    }),
    variable: once((name) => {
      const variables = objectAt(template.variables)
      if (variables.copy !== undefined) throw notBuiltYet('A copy of variables')
      const known = Object.keys(variables).find((one) => one.toLowerCase() === name)
      const value = known === undefined ? undefined : variables[known]
      return value === undefined ? undefined : evaluate(value, scope)
    }),
  }

  function defaultOf(name: string, { defaultValue }: JsonObject): Json {
    if (defaultValue === undefined) throw missing(name)
    return evaluate(defaultValue, scope)
  }

  const shown: JsonObject = {}
  for (const [name, declaration] of declared) {
    shown[name] = shownParameter(declaration, scope.parameter(name) ?? null)
  }
  if (isObject(template.variables)) {
    const { copy: _copy, ...variables } = template.variables
    checkExpressions(variables)
  }
  return { scope, shown, secrets }
}

/** Remembers what it found, and refuses to look for something while it looks for it. */
function once(look: (name: string) => Json | undefined): (name: string) => Json | undefined {
  const known = new Map<string, Json | undefined>()
  const looking = new Set<string>()
  return (asked) => {
    const name = asked.toLowerCase()
    if (known.has(name)) return known.get(name)
    if (looking.has(name))
      throw new TemplateFault(`Circular dependency detected in the template at '${asked}'.`)
    looking.add(name)
    const value = look(name)
    known.set(name, value)
    looking.delete(name)
    return value
  }
}
