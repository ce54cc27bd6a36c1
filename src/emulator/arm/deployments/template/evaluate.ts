import type { Json, JsonObject } from '../../../wire/json.ts'
import { isObject } from '../../../wire/read.ts'
import { isExpression, parseExpression, type Expression } from './expression.ts'
import { TemplateFault } from './fault.ts'
import { templateFunction } from './functions.ts'
import type { Scope } from './scope.ts'

/** A part of a template with every expression in it worked out. Throws `TemplateFault`. */
export function evaluate(value: Json, scope: Scope): Json {
  if (typeof value === 'string') return evaluateText(value, scope)
  if (Array.isArray(value)) return value.map((one) => evaluate(one, scope))
  return isObject(value) ? evaluateObject(value, scope) : value
}

export function evaluateObject(value: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === undefined ? [] : [[textOf(evaluateText(name, scope)), evaluate(inner, scope)]],
    ),
  )
}

function evaluateText(text: string, scope: Scope): Json {
  if (text.startsWith('[[')) return text.slice(1)
  return isExpression(text) ? worth(parseExpression(text), scope) : text
}

/** Looks whether every expression in `value` can be read and names known functions, without working it out. */
export function checkExpressions(value: Json): void {
  if (typeof value === 'string') {
    if (isExpression(value)) checkCalls(parseExpression(value))
  } else if (Array.isArray(value)) for (const one of value) checkExpressions(one)
  else if (isObject(value))
    for (const inner of Object.values(value)) if (inner !== undefined) checkExpressions(inner)
}

function checkCalls(expression: Expression): void {
  if (expression.is === 'member') return checkCalls(expression.of)
  if (expression.is !== 'call') return
  if (expression.name.toLowerCase() !== 'if') templateFunction(expression.name)
  for (const arg of expression.args) checkCalls(arg)
}

function worth(expression: Expression, scope: Scope): Json {
  switch (expression.is) {
    case 'literal':
      return expression.value
    case 'member':
      return memberOf(worth(expression.of, scope), worth(expression.name, scope))
    case 'call': {
      const { name, args } = expression
      if (name.toLowerCase() !== 'if')
        return templateFunction(name)(
          args.map((arg) => worth(arg, scope)),
          scope,
        )
      const [condition, then, otherwise] = args
      if (condition === undefined || then === undefined || otherwise === undefined)
        throw new TemplateFault("The template language function 'if' expects three parameters.")
      return worth(worth(condition, scope) === true ? then : otherwise, scope)
    }
  }
}

function memberOf(holder: Json, name: Json): Json {
  if (Array.isArray(holder) && typeof name === 'number') {
    const item = holder.at(name)
    if (item !== undefined) return item
  } else if (isObject(holder) && typeof name === 'string') {
    const known = Object.keys(holder).find((one) => one.toLowerCase() === name.toLowerCase())
    const member = known === undefined ? undefined : holder[known]
    if (member !== undefined) return member
  }
  throw new TemplateFault(
    `The language expression property '${textOf(name)}' doesn't exist, available properties are ` +
      `'${isObject(holder) ? Object.keys(holder).join(', ') : ''}'.`,
  )
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
