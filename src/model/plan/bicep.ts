import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { withChanges } from '../edits/edit.ts'
import { keyOf, nameOfId, parseArmId } from '../paths.ts'
import { layoutOf, type NestedPart, type Part } from './layout.ts'
import type { Plan, PlannedResource, PlannedSecret } from './plan.ts'
import { withoutSecretMembers } from './requests.ts'
import { secretsOf, type VersionFor } from './template.ts'

export interface BicepFile {
  /** `main.bicep` */
  name: string
  text: string
}

/** The plan in Bicep: `main.bicep` for its resource group, and a module for each part of it that is in another one (Bicep: file structure, modules). */
export function bicepOf(plan: Plan, versionFor: VersionFor): BicepFile[] {
  const { outer, nested, dependenciesOf } = layoutOf(plan)
  const symbols = symbolsOf(plan.resources)
  const modules = new Map(nested.map((part, index) => [part, `module${index + 1}`]))
  const inPart = (part: Part) => (resource: PlannedResource) => {
    const dependsOn = dependenciesOf(resource).flatMap((one) =>
      one.is === 'resource' ? (symbols.get(keyOf(one.id)) ?? []) : (modules.get(one.part) ?? []),
    )
    return resourceText(resource, part, symbols, dependsOn, versionFor)
  }
  const moduleText = (part: NestedPart) => {
    const { subscriptionId, resourceGroup, name, resources } = part
    const secrets = secretsOf(resources)
    const dependsOn = part.dependsOn.flatMap((one) =>
      one.is === 'resource' ? (symbols.get(keyOf(one.id)) ?? []) : (modules.get(one.part) ?? []),
    )
    return [
      `module ${modules.get(part)} ${quoted(fileOf(part))} = {`,
      `  name: ${quoted(name)}`,
      `  scope: resourceGroup(${quoted(subscriptionId)}, ${quoted(resourceGroup)})`,
      ...(secrets.length === 0
        ? []
        : ['  params: {', ...secrets.map(({ parameter }) => `    ${parameter}: ${parameter}`), '  }']),
      ...dependsOnLines(dependsOn),
      '}',
    ].join('\n')
  }
  return [
    {
      name: 'main.bicep',
      text: joined([
        ...secretsOf(plan.resources).map(parameterText),
        ...nested.map(moduleText),
        ...outer.resources.map(inPart(outer)),
      ]),
    },
    ...nested.map((part) => ({
      name: fileOf(part),
      text: joined([...secretsOf(part.resources).map(parameterText), ...part.resources.map(inPart(part))]),
    })),
  ]
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

function fileOf({ name }: NestedPart): string {
  return `${name}.bicep`
}

function parameterText({ parameter, what }: PlannedSecret): string {
  return `@secure()\n@description(${quoted(what)})\nparam ${parameter} string`
}

function resourceText(
  resource: PlannedResource,
  part: Part,
  symbols: ReadonlyMap<string, string>,
  dependsOn: readonly string[],
  versionFor: VersionFor,
): string {
  const { id, type, body, secrets = [] } = resource
  const { name: _name, type: _type, id: _id, ...rest } = withoutSecretMembers(body)
  const inside = new Set(part.resources.map((one) => keyOf(one.id)))
  const used = new Set<string>()
  const parameters = new Map(secrets.map(({ path, parameter }) => [path.join('\n'), parameter]))
  const own = symbols.get(keyOf(id))
  const marked = withChanges(
    rest,
    secrets.map(({ path }) => ({ path, to: '' })),
  )
  const value = (inner: Json, path: readonly string[], indent: string): string => {
    const parameter = parameters.get(path.join('\n'))
    if (parameter !== undefined) return parameter
    if (typeof inner === 'string') {
      const named = namedBy(inner, (key) => (inside.has(key) ? symbols.get(key) : undefined))
      if (named === undefined || named.symbol === own) return quoted(inner)
      used.add(named.symbol)
      return named.rest === ''
        ? `${named.symbol}.id`
        : `'\${${named.symbol}.id}${quoted(named.rest).slice(1)}`
    }
    if (typeof inner === 'number' && !Number.isInteger(inner)) return `json('${inner}')`
    if (Array.isArray(inner)) {
      const items = inner.map(
        (item, index) => `${indent}  ${value(item, [...path, String(index)], `${indent}  `)}`,
      )
      return items.length === 0 ? '[]' : ['[', ...items, `${indent}]`].join('\n')
    }
    if (!isJsonObject(inner)) return String(inner)
    const lines = membersOf(inner, path, `${indent}  `)
    return lines.length === 0 ? '{}' : ['{', ...lines, `${indent}}`].join('\n')
  }
  const membersOf = (object: JsonObject, path: readonly string[], indent: string): string[] =>
    Object.entries(object).flatMap(([name, inner]) =>
      inner === undefined ? [] : `${indent}${memberName(name)}: ${value(inner, [...path, name], indent)}`,
    )
  const members = membersOf(marked, [], '  ')
  return [
    `resource ${own ?? 'resource'} ${quoted(`${type}@${versionFor(id)}`)} = {`,
    `  name: ${quoted(parseArmId(id)?.names.join('/') ?? id)}`,
    ...members,
    ...dependsOnLines(dependsOn.filter((one) => !used.has(one))),
    '}',
  ].join('\n')
}

/** The resource of the file that an id is of, or is inside of: `…/virtualNetworks/a/subnets/b` is `a` and `/subnets/b`. */
function namedBy(
  id: string,
  symbolOf: (key: string) => string | undefined,
  rest = '',
): { symbol: string; rest: string } | undefined {
  const symbol = symbolOf(keyOf(id))
  if (symbol !== undefined) return { symbol, rest }
  const [, parent, last] = /^(\/.+\/providers\/.+)(\/[^/]+\/[^/]+)$/.exec(id) ?? []
  return parent === undefined ? undefined : namedBy(parent, symbolOf, `${last}${rest}`)
}

function dependsOnLines(symbols: readonly string[]): string[] {
  return symbols.length === 0 ? [] : ['  dependsOn: [', ...symbols.map((one) => `    ${one}`), '  ]']
}

/** Names in the file, by key: `vgw_sdc_prod`. No two alike, none a parameter. */
function symbolsOf(resources: readonly PlannedResource[]): ReadonlyMap<string, string> {
  const taken = new Set(secretsOf(resources).map(({ parameter }) => parameter.toLowerCase()))
  const symbols = new Map<string, string>()
  for (const { id } of resources) {
    const base = `r_${nameOfId(id).replace(/\W/g, '_')}`.replace(/^r_(?=[A-Za-z]\w*$)/, '')
    const free = (number: number): string => {
      const symbol = number === 1 ? base : `${base}_${number}`
      return taken.has(symbol.toLowerCase()) || RESERVED.has(symbol.toLowerCase()) ? free(number + 1) : symbol
    }
    const symbol = free(1)
    taken.add(symbol.toLowerCase())
    symbols.set(keyOf(id), symbol)
  }
  return symbols
}

/** Words of the language, which a name must not hide. */
const RESERVED: ReadonlySet<string> = new Set(
  'true false null if for in resource module param var output type import using metadata func assert provider extension existing json resourcegroup resourceid subscription az sys'.split(
    ' ',
  ),
)

function memberName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)
}

/** Bicep's escapes: backslash, apostrophe, the beginning of an interpolation, and what is no line of text (Bicep: data types, strings). */
function quoted(text: string): string {
  const inner = text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, String.raw`\'`)
    .replace(/\$\{/g, '\\${')
    .replace(/\p{Cc}/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
  return `'${inner}'`
}
