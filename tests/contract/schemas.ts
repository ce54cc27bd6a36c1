import { readFileSync, readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import Ajv, { type ValidateFunction } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import type { Json, JsonObject } from '../../src/emulator/wire/json.ts'
import { isObject, textAt } from '../../src/emulator/wire/read.ts'

const NETWORK = 'specification/network/resource-manager/Microsoft.Network/stable/2024-01-01'
/** The newest schema has the hub's own types only: these are in the OpenAPI alone. */
const NOT_IN_SCHEMA = /^Microsoft\.Network\/networkWatchers$/i

/** Whose paths are looked at. */
const FOLDERS = [
  NETWORK,
  'specification/resources/resource-manager/Microsoft.Resources/stable',
  'specification/monitor/resource-manager/Microsoft.Insights/stable',
  'specification/resourcehealth/resource-manager/Microsoft.ResourceHealth/stable',
]

export interface Schemas {
  /** Complaints about an answer by the OpenAPI of 2024-01-01; `unknown` when it does not describe the path. */
  byOpenApi(method: string, path: string, status: number, body: Json): string[] | 'unknown'
  /** Complaints about one resource by the schema of 2025-09-01. */
  bySchema(resource: JsonObject): string[] | 'unknown'
  /** Members below `properties` (and at the top) that neither description lists: `type#properties.x`. */
  strangers(resource: JsonObject): string[]
}

/** Reads the published descriptions below `folder` (the shared `data/arm-specs`). */
export function loadSchemas(folder: string): Schemas {
  const open = new AjvDraft04({
    strict: false,
    validateSchema: false,
    validateFormats: false,
    allErrors: true,
  })
  const documents = new Map<string, JsonObject>()
  for (const file of jsonFiles(resolve(folder, 'specification'))) {
    const document = JSON.parse(readFileSync(file, 'utf8')) as JsonObject
    const id = `/${relative(folder, file)}`
    documents.set(id, document)
    open.addSchema({ ...document, id })
  }
  const paths = pathsOf(documents)
  const newest = JSON.parse(
    readFileSync(resolve(folder, 'microsoft.network-2025-09-01.schema.json'), 'utf8'),
  ) as { resources: JsonObject; definitions: JsonObject }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'n', ...newest })
  const names = new Map(Object.keys(newest.resources).map((name) => [name.toLowerCase(), name]))

  // Compiling a reference takes far longer than checking with it.
  const validators = new Map<string, ValidateFunction>()
  function remembered($ref: string, compile: () => ValidateFunction): ValidateFunction {
    const known = validators.get($ref) ?? compile()
    validators.set($ref, known)
    return known
  }

  function schemaName(type: string): string | undefined {
    return names.get(`${type.toLowerCase()}@2025-09-01`)
  }

  return {
    byOpenApi(method, path, status, body) {
      const found = paths.find((one) => one.pattern.test(path) && one.methods.has(method.toLowerCase()))
      if (found === undefined) return 'unknown'
      const $ref = `${found.id}#/paths/${pointer(found.template)}/${method.toLowerCase()}/responses/${status}/schema`
      const validate = remembered($ref, () => open.compile({ $ref }))
      return validate(body) ? [] : complaints(validate.errors)
    },
    bySchema(resource) {
      const type = textAt(resource.type) ?? ''
      if (NOT_IN_SCHEMA.test(type)) return []
      const name = schemaName(type)
      if (name === undefined) return 'unknown'
      const $ref = `n#/resources/${pointer(encodeURI(name).replace('@', '%40'))}`
      const validate = remembered($ref, () => ajv.compile({ $ref }))
      return validate(resource) ? [] : complaints(validate.errors)
    },
    strangers(resource) {
      const name = schemaName(textAt(resource.type) ?? '')
      if (name === undefined) return []
      const found: string[] = []
      walk(newest.resources[name], resource, '', newest.definitions, found)
      return [...new Set(found)].map((member) => `${textAt(resource.type)}#${member}`)
    },
  }
}

/** Collects members of `value` that the schema does not list. An array is walked item by item. */
function walk(
  schema: Json | undefined,
  value: Json | undefined,
  at: string,
  all: JsonObject,
  found: string[],
): void {
  const resolved = resolvedSchema(schema, all)
  if (resolved === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) walk(resolved.items, item, at, all, found)
    return
  }
  if (!isObject(value)) return
  const listed = membersOf(resolved, all)
  if (Object.keys(listed).length === 0) return
  for (const [member, inner] of Object.entries(value)) {
    const path = at === '' ? member : `${at}.${member}`
    if (listed[member] !== undefined) walk(listed[member], inner, path, all, found)
    else if (resolved.additionalProperties === undefined) found.push(path)
  }
}

function membersOf(schema: JsonObject, all: JsonObject): JsonObject {
  const parts = [schema, ...['allOf', 'oneOf', 'anyOf'].flatMap((key) => asArray(schema[key]))]
  return Object.assign(
    {},
    ...parts.map((part) => {
      const resolved = resolvedSchema(part, all)
      return resolved !== undefined && isObject(resolved.properties) ? resolved.properties : {}
    }),
  )
}

function resolvedSchema(schema: Json | undefined, all: JsonObject): JsonObject | undefined {
  let current = schema
  while (isObject(current) && typeof current.$ref === 'string') {
    current = all[current.$ref.slice(current.$ref.lastIndexOf('/') + 1)]
  }
  return isObject(current) ? current : undefined
}

function pathsOf(documents: Map<string, JsonObject>) {
  return [...documents].flatMap(([id, document]) => {
    if (!FOLDERS.some((folder) => id.includes(folder))) return []
    return Object.entries(isObject(document.paths) ? document.paths : {}).map(([template, methods]) => ({
      id,
      template,
      methods: new Set(isObject(methods) ? Object.keys(methods) : []),
      pattern: patternOf(template),
    }))
  })
}

/** The id of a resource stands for many segments. */
function patternOf(template: string): RegExp {
  const source = template
    .replace(/[.()]/g, '\\$&')
    .replace(/\/\{resourceUri\}/, '/.+')
    .replace(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${source}$`, 'i')
}

function pointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')
}

function complaints(
  errors: { instancePath: string; message?: string; params: object }[] | null | undefined,
): string[] {
  return (errors ?? []).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`)
}

function asArray(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = resolve(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'examples' ? [] : jsonFiles(path)
    return entry.name.endsWith('.json') ? [path] : []
  })
}
