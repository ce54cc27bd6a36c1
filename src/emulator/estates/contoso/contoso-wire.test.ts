import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Json } from '../../wire/json.ts'
import { contoso } from './contoso.ts'
import { nameOf, typeOf } from './rows.test-support.ts'

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  additionalProperties?: Schema
  items?: Schema
  enum?: Json[]
  'x-known-values'?: string[]
}
type Definitions = Record<string, Schema>
interface Document {
  resources: Record<string, Schema>
  definitions: Definitions
}

/** Published shapes of the bodies, kept beside the project and not in it. */
const file = new URL(
  '../../../../../shared/data/arm-specs/microsoft.network-2025-09-01.schema.json',
  import.meta.url,
)
const present = existsSync(file)

/** Members that the service sends and the schema forgot; where they were recorded is in `tests/contract/exceptions.ts`. */
const RECORDED = new Set([
  'allowGlobalReach',
  'connectivityStatus',
  'isMigrateToCSES',
  'packetCaptureDiagnosticState',
  'radiusProxyIPs',
  'useRadiusProxyIPs',
  'vpnGatewayDetachStatus',
  'vpnServerConfigurationLocation',
])

function problems(value: Json | undefined, schema: Schema, definitions: Definitions, path: string): string[] {
  if (value === undefined) return []
  if (schema.$ref !== undefined) {
    const target = definitions[schema.$ref.split('/').at(-1) ?? '']
    return target ? problems(value, target, definitions, path) : [`${path}: no ${schema.$ref}`]
  }
  const known = schema.enum ?? schema['x-known-values']
  if (known && !known.includes(value))
    return [`${path}: ${JSON.stringify(value)} is not one of ${JSON.stringify(known)}`]
  if (Array.isArray(value)) {
    if (schema.type !== 'array') return [`${path}: a list, not ${schema.type}`]
    return value.flatMap((item, i) => problems(item, schema.items ?? {}, definitions, `${path}[${i}]`))
  }
  if (typeof value === 'object' && value !== null) {
    if (schema.type !== 'object') return [`${path}: an object, not ${schema.type}`]
    return Object.entries(value).flatMap(([key, inner]) => {
      const member = schema.properties?.[key] ?? schema.additionalProperties
      if (member === undefined)
        return inner === undefined || RECORDED.has(key) ? [] : [`${path}.${key}: not in the schema`]
      return problems(inner, member, definitions, `${path}.${key}`)
    })
  }
  const actual = typeof value === 'number' ? 'integer' : typeof value
  return schema.type !== undefined && schema.type !== actual ? [`${path}: ${actual}, not ${schema.type}`] : []
}

describe('bodies keep to the published schema', () => {
  beforeEach(({ skip }) => {
    skip(!present, '../shared/data/arm-specs is not beside the project')
  })

  const document = (present ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Document
  const byType = new Map(
    Object.entries(document.resources ?? {}).map(([key, schema]) => [
      key.split('@')[0]?.toLowerCase(),
      schema,
    ]),
  )

  // The schema has the hub's own types, no watchers, no rules of a route filter and no appliances of a hub.
  const described = contoso.resources.filter(
    (one) => !/^(networkWatchers|routeFilters\/routeFilterRules|networkVirtualAppliances)/.test(typeOf(one)),
  )
  test.each(described.map((one) => [`${typeOf(one)} ${nameOf(one)}`, one] as const))('%s', (_, one) => {
    const schema = byType.get(`microsoft.network/${typeOf(one)}`.toLowerCase())
    expect(schema).toBeDefined()
    const { provisioningState: _state, inside: _inside, ...body } = one
    expect(
      problems(JSON.parse(JSON.stringify(body)) as Json, schema ?? {}, document.definitions, nameOf(one)),
    ).toEqual([])
  })

  test('and the check sees a member that is not there', () => {
    const schema = byType.get('microsoft.network/virtualnetworks') ?? {}
    expect(problems({ properties: { adressSpace: {} } }, schema, document.definitions, 'vnet')).toEqual([
      'vnet.properties.adressSpace: not in the schema',
    ])
  })
})
