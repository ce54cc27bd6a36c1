import { guidOf, numberOf } from '../../../clock.ts'
import type { Json, JsonObject } from '../../../wire/json.ts'
import { isObject } from '../../../wire/read.ts'
import { notBuiltYet, TemplateFault } from './fault.ts'
import { idBelow } from './resource-id.ts'
import { groupObject, placeId, subscriptionId, type Scope } from './scope.ts'

type TemplateFunction = (args: Json[], scope: Scope) => Json

/** The template functions that are built, by their name in lower case; `if` is the evaluator's own. */
const FUNCTIONS: Record<string, TemplateFunction> = {
  parameters: ([name], scope) => found(scope.parameter(text(name)), 'parameter', text(name)),
  variables: ([name], scope) => found(scope.variable(text(name)), 'variable', text(name)),
  resourcegroup: (_, { place }) => {
    const group = groupObject(place)
    if (group !== undefined) return group
    throw new TemplateFault("The template function 'resourceGroup' is not expected at this location.")
  },
  subscription: (_, { place }) => ({
    id: subscriptionId(place),
    subscriptionId: place.subscriptionId,
    ...place.subscription,
  }),
  deployment: (_, { deployment }) => ({ name: deployment.name, id: deployment.id }),
  resourceid: (args, { place }) => {
    const texts = args.map(text)
    const at = texts.findIndex((one) => one.includes('/'))
    const [type = '', ...names] = texts.slice(at)
    const [first, second] = at === 2 ? texts : [place.subscriptionId, texts[0]]
    if (at < 0 || at > 2) throw new TemplateFault("The type argument of 'resourceId' is not valid.")
    if (place.group === undefined && at < 1) return idBelow(placeId(place), type, names)
    const group = at === 0 ? place.group?.name : second
    return idBelow(`/subscriptions/${first}/resourceGroups/${group}`, type, names)
  },
  subscriptionresourceid: (args, { place }) => {
    const texts = args.map(text)
    const [type = '', ...names] = texts[0]?.includes('/') ? texts : texts.slice(1)
    const id = texts[0]?.includes('/') ? place.subscriptionId : texts[0]
    return idBelow(`/subscriptions/${id}`, type, names)
  },
  extensionresourceid: ([base, type, ...names]) => idBelow(text(base), text(type), names.map(text)),
  reference: ([wanted, , full], scope) => {
    if (scope.reference === undefined)
      throw notBuiltYet("The template function 'reference' outside of outputs")
    return found(scope.reference(text(wanted), full === 'Full'), 'resource', text(wanted))
  },
  concat: (args) =>
    args.every((one) => Array.isArray(one))
      ? args.flat()
      : args.map((one) => (typeof one === 'boolean' ? (one ? 'True' : 'False') : plain(one))).join(''),
  format: ([pattern, ...args]) =>
    text(pattern).replaceAll(/\{(\d+)(?::[^}]*)?\}/g, (_, index) => plain(args[Number(index)] ?? '')),
  uniquestring: (args) => unique(args.map(plain).join('-')),
  guid: (args) => guidOf(args.map(plain).join('-')),
  tolower: ([value]) => text(value).toLowerCase(),
  toupper: ([value]) => text(value).toUpperCase(),
  trim: ([value]) => text(value).trim(),
  replace: ([value, old, fresh]) => text(value).replaceAll(text(old), text(fresh)),
  split: ([value, sign]) => text(value).split(text(sign)),
  join: ([values, sign]) => list(values).map(plain).join(text(sign)),
  substring: ([value, from, length]) =>
    text(value).slice(int(from), length === undefined ? undefined : int(from) + int(length)),
  string: ([value]) => plain(value ?? null),
  int: ([value]) => int(value),
  bool: ([value]) => value === true || value === 1 || (typeof value === 'string' && /^true$/i.test(value)),
  json: ([value]) => json(text(value)),
  length: ([value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? value.length
      : Object.keys(isObject(value) ? value : {}).length,
  empty: ([value]) =>
    value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0),
  first: ([value]) => (typeof value === 'string' ? (value[0] ?? '') : (list(value)[0] ?? null)),
  last: ([value]) => (typeof value === 'string' ? value.slice(-1) : (list(value).at(-1) ?? null)),
  contains: ([holder, wanted]) => {
    if (isObject(holder)) return Object.keys(holder).some((one) => sameText(one, text(wanted)))
    return typeof holder === 'string'
      ? holder.includes(text(wanted))
      : list(holder).some((one) => same(one, wanted))
  },
  union: (args) =>
    args.every(isObject) ? Object.assign({}, ...args) : [...new Set(args.flatMap((one) => list(one)))],
  createarray: (args) => args,
  array: ([value]) => (Array.isArray(value) ? value : [value ?? null]),
  createobject: (args) => {
    const made: JsonObject = {}
    for (let at = 0; at < args.length; at += 2) made[text(args[at])] = args[at + 1]
    return made
  },
  coalesce: (args) => args.find((one) => one !== null) ?? null,
  equals: ([one, other]) => same(one, other),
  not: ([value]) => value !== true,
  and: (args) => args.every((one) => one === true),
  or: (args) => args.some((one) => one === true),
  true: () => true,
  false: () => false,
  null: () => null,
}

/** Throws `TemplateFault` for a name nobody knows. */
export function templateFunction(name: string): TemplateFunction {
  const known = Object.hasOwn(FUNCTIONS, name.toLowerCase()) ? FUNCTIONS[name.toLowerCase()] : undefined
  if (known !== undefined) return known
  throw new TemplateFault(
    `The template function '${name}' is not valid. Please see https://aka.ms/arm-functions for usage details.`,
  )
}

function found(value: Json | undefined, what: string, name: string): Json {
  if (value !== undefined) return value
  throw new TemplateFault(
    `The template ${what} '${name}' is not found. Please see https://aka.ms/arm-syntax.`,
  )
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value
  throw new TemplateFault('The template language function was invoked with a parameter that is not a text.')
}

function int(value: Json | undefined): number {
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number)) return number
  throw new TemplateFault(
    "The template language function 'int' was invoked with a parameter that is not valid.",
  )
}

function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  throw new TemplateFault('The template language function was invoked with a parameter that is not an array.')
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function json(value: string): Json {
  try {
    // What JSON.parse returns is JSON.
    return JSON.parse(value) as Json
  } catch {
    throw new TemplateFault("The template language function 'json' parameter is not valid.")
  }
}

/** Thirteen letters and digits that are always the same for the same text; Azure's own are others. */
function unique(from: string): string {
  return Array.from(
    { length: 13 },
    (_, at) => 'abcdefghijklmnopqrstuvwxyz234567'[numberOf(`${at}:${from}`, 32)],
  ).join('')
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
